import type { FieldId } from '#lib/loan/fields.ts';

/** How a cell of the page's table is read. */
export type CellKind =
  | 'id'
  | 'money'
  | 'rate'
  | 'count'
  | 'number'
  | 'day'
  | 'moment'
  | 'rating'
  | 'country'
  | 'code'
  | 'text';

const lists: Readonly<Record<CellKind, string>> = {
  id: 'auctionNumber auctionBidNumber investmentNumber',
  money:
    'price fee totalCost amount principalRemaining principalRepaid interestRepaid lateAmountPaid totalRepaid repaidPrincipalCurrentOwner repaidInterestsCurrentOwner lateChargesPaidCurrentOwner repaidTotalCurrentOwner principalLateAmount interestLateAmount penaltyLateAmount lateAmountTotal outstandingPayments nextPaymentSum monthlyPayment purchasePrice salePrice appliedAmount remainingAmount userBidAmount incomeTotal liabilitiesTotal principalWriteOffAmount interestWriteOffAmount writeOffTotal',
  rate: 'discount interest initialInterest xirr fulfilled expectedLoss expectedReturn probabilityOfDefault lossGivenDefault debtToIncome',
  count: 'nextPaymentNr nrOfScheduledPayments loanDuration daysLate age',
  number: 'creditScore monthlyPaymentDay userBids',
  day: 'listedOnDate signedDate firstPaymentDate maturityDateOriginal maturityDateLast contractEndDate loanStatusActiveFrom debtOccurredOn debtOccurredOnForSecondary latestDebtManagementDate reScheduledOn nextPaymentDate lastPaymentDate defaultDate',
  moment: 'purchaseDate soldDate plannedCloseDate',
  rating: 'rating',
  country: 'country',
  code: 'loanStatusCode useOfLoan gender latestDebtManagementStageType',
  text: 'userName auctionName county city',
};

const kinds = new Map<FieldId, CellKind>();
for (const [kind, list] of Object.entries(lists)) {
  for (const field of list.split(' ')) kinds.set(field as FieldId, kind as CellKind);
}

/** The fields that a column of a page can be said to hold, in no particular order of worth. */
export const teachableFields: readonly FieldId[] = [...kinds.keys()];

/** How the cells of a field are read; undefined for a field that no page shows. Of a moment the page shows the day. */
export function findCellKind(field: FieldId): CellKind | undefined {
  return kinds.get(field);
}
