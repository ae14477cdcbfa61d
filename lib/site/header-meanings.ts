import type { FieldId } from '#lib/loan/fields.ts';
import type { CellLook } from './column-looks.ts';
import type { Concept } from './header-words.ts';
import type { PageKind } from './page-reading.ts';

/** What a header can mean: the concepts it must name, those it may name, and what its cells must look like. */
export interface Meaning {
  needs: readonly Concept[];
  may: readonly Concept[];
  looks: readonly CellLook[];
  fields: readonly FieldId[];
  /** Kinds of page on which the words mean this; absent for all. */
  on?: readonly PageKind[];
}

const rate: readonly CellLook[] = ['percent', 'number', 'whole'];
const money: readonly CellLook[] = ['euro', 'number', 'whole'];
const count: readonly CellLook[] = ['whole', 'text'];
const date: readonly CellLook[] = ['date'];
const market: readonly PageKind[] = ['secondary-market'];
const auctions: readonly PageKind[] = ['primary-market'];
const own: readonly PageKind[] = ['investments'];
/** Where sums are of a part that somebody owns, not of the loan. */
const parts: readonly PageKind[] = ['secondary-market', 'investments'];

function mean(
  needs: string,
  may: string,
  looks: readonly CellLook[],
  fields: readonly FieldId[],
  on?: readonly PageKind[],
): Meaning {
  const split = (list: string): Concept[] => list.split(' ').filter((word) => word !== '') as Concept[];
  return { needs: split(needs), may: split(`${may} bondora filler`), looks, fields, ...(on && { on }) };
}

export const investmentFields: readonly FieldId[] = ['investmentNumber', 'auctionNumber', 'auctionBidNumber'];
export const paymentFields: readonly FieldId[] = ['nextPaymentNr', 'nrOfScheduledPayments'];

/**
 * The vocabulary of headers. Some words mean two things, and the look of the cells decides: "next payment" is a day or a sum.
 * What stays open is no meaning at all: "late charges" may be paid or due, "scheduled payment" one payment or all of them.
 */
export const meanings: readonly Meaning[] = [
  // Columns that hold nothing of a loan.
  mean('bid', 'payment amount desired number', [], []),
  mean('action', '', [], []),
  mean('remaining time', '', [], []),
  mean('time', '', [], []),

  mean('loan', 'number', ['whole'], ['auctionNumber']),
  mean('loan', 'number', ['investment-number'], investmentFields),
  mean('number', '', ['whole'], ['auctionNumber']),
  mean('number', '', ['investment-number'], investmentFields),
  mean('investment', 'number loan', ['investment-number'], investmentFields),
  mean('country', 'borrower loan', ['country'], ['country']),
  mean('rating', 'loan score', ['rating'], ['rating']),
  mean('interest', 'rate loan', rate, ['interest']),
  mean('status', 'loan payment', ['text'], ['loanStatusCode']),
  mean('status since', 'loan date', date, ['loanStatusActiveFrom']),
  mean('term', 'loan original', count, ['loanDuration']),
  mean('amount', 'original', money, ['amount'], parts),
  mean('amount', 'original loan', money, ['appliedAmount'], auctions),
  mean('remaining amount', 'loan', money, ['remainingAmount'], auctions),
  mean('original principal', 'amount', money, ['amount'], parts),
  mean('principal remaining', 'amount loan', money, ['principalRemaining']),
  mean('remaining loan amount', '', money, ['principalRemaining'], parts),
  mean('principal repaid', 'amount total', money, ['principalRepaid']),
  mean('interest repaid', 'amount total', money, ['interestRepaid']),
  mean('penalty repaid', 'amount total overdue', money, ['lateAmountPaid']),
  mean('principal overdue', 'amount', money, ['principalLateAmount']),
  mean('interest overdue', 'amount', money, ['interestLateAmount']),
  mean('overdue amount', 'total', money, ['lateAmountTotal']),
  mean('overdue total', '', money, ['lateAmountTotal']),
  mean('future payment', 'scheduled expected remaining', money, ['outstandingPayments']),
  mean('future scheduled payment', 'remaining', money, ['outstandingPayments']),
  mean('remaining payment', 'scheduled expected', ['euro', 'number'], ['outstandingPayments']),
  mean('price', 'listed desired discount markup', ['cost'], ['price', 'discount'], market),
  mean('price', 'listed desired', money, ['price'], market),
  mean('total price', '', money, ['totalCost'], market),
  mean('discount', 'markup rate desired price', rate, ['discount']),
  mean('markup', 'rate desired price', rate, ['discount']),
  mean('discount', 'markup', ['cost'], ['discount'], market),
  mean('xirr', '', rate, ['xirr']),
  mean('payment', 'number scheduled next loan total term', ['pair'], paymentFields),
  mean('next payment number', '', ['whole'], ['nextPaymentNr']),
  mean('number scheduled payment', 'total', ['whole'], ['nrOfScheduledPayments']),
  mean('total payment number', '', ['whole'], ['nrOfScheduledPayments']),
  mean('next payment', 'date scheduled expected term', date, ['nextPaymentDate']),
  mean('next rate', '', date, ['nextPaymentDate']),
  mean('next payment', 'scheduled', ['euro'], ['nextPaymentSum']),
  mean('next payment amount', 'scheduled', money, ['nextPaymentSum']),
  mean('last payment', 'date repaid', date, ['lastPaymentDate']),
  mean('overdue since', 'date', date, ['debtOccurredOnForSecondary']),
  mean('first payment', 'date', date, ['firstPaymentDate']),
  mean('maturity', 'date loan last payment', date, ['maturityDateLast']),
  mean('maturity original', 'date loan payment', date, ['maturityDateOriginal']),
  mean('monthly payment', 'amount', money, ['monthlyPayment']),
  mean('purchase', 'date since', date, ['purchaseDate'], own),
  mean('purchase price', '', money, ['purchasePrice'], own),
  mean('purchase amount', '', money, ['purchasePrice'], own),
  mean('funded', 'rate', ['percent'], ['fulfilled'], auctions),
  mean('expected loss', 'rate', rate, ['expectedLoss']),
  mean('expected return', 'rate', rate, ['expectedReturn'], auctions),
  mean('debt income', 'rate', rate, ['debtToIncome']),
  mean('income', 'monthly total', money, ['incomeTotal']),
  mean('age', 'borrower', count, ['age']),
  mean('debt occurred secondary', 'date', date, ['debtOccurredOnForSecondary']),
  mean('principal overdue since', 'date', date, ['debtOccurredOn']),
  mean('debt occurred', 'date', date, ['debtOccurredOn']),
  mean('stage', 'debt collection', ['text'], ['latestDebtManagementStageType']),
  mean('stage since', 'debt collection date', date, ['latestDebtManagementDate']),
  mean('rescheduled', 'date since last loan', date, ['reScheduledOn']),
  mean('issued', 'date loan', date, ['signedDate']),
  mean('loan date', '', date, ['signedDate']),
  mean('listed', 'date since', date, ['listedOnDate']),
  mean('score', 'loan rating', ['whole'], ['creditScore']),
  mean('purpose', 'loan', ['text'], ['useOfLoan']),
  mean('gender', '', ['text', 'rating'], ['gender']),
  mean('borrower', 'name user', ['text'], ['userName']),
  mean('user', 'name', ['text'], ['userName']),
  mean('days overdue', 'debt date', count, ['daysLate']),
  mean('days debt', 'date', count, ['daysLate']),
];
