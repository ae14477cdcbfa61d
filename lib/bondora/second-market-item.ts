import { readDebtManagementEvent, readLoanTransfer, readScheduledPayment } from './collection-history.ts';
import { field, listReader, part, recordReader, type RecordOf } from './record-reader.ts';
import { country, day, guid, number, percent, rating, text, textOrNumber, whole } from './value-readers.ts';

/** A loan part on sale (`SecondMarketItem`), under the field catalogue's names. */
export const secondMarketFields = {
  listingId: field('Id', guid),
  loanPartId: field('LoanPartId', guid),
  amount: field('Amount', number),
  auctionId: field('AuctionId', guid),
  auctionName: field('AuctionName', text),
  auctionNumber: field('AuctionNumber', whole),
  auctionBidNumber: field('AuctionBidNumber', whole),
  investmentNumber: field('InvestmentNumber', textOrNumber),
  country: field('Country', country),
  creditScore: field('CreditScore', number),
  rating: field('Rating', rating),
  interest: field('Interest', percent),
  useOfLoan: field('UseOfLoan', whole),
  incomeVerificationStatus: field('IncomeVerificationStatus', whole),
  loanStatusCode: field('LoanStatusCode', whole),
  loanStatusActiveFrom: field('LoanStatusActiveFrom', day),
  latestDebtManagementStageType: field('LatestDebtManagementStageType', whole),
  latestDebtManagementDate: field('LatestDebtManagementDate', day),
  userName: field('UserName', text),
  gender: field('Gender', whole),
  dateOfBirth: field('DateOfBirth', day),
  signedDate: field('SignedDate', day),
  reScheduledOn: field('ReScheduledOn', day),
  debtOccurredOn: field('DebtOccuredOn', day),
  debtOccurredOnForSecondary: field('DebtOccuredOnForSecondary', day),
  nextPaymentNr: field('NextPaymentNr', whole),
  nextPaymentDate: field('NextPaymentDate', day),
  nextPaymentSum: field('NextPaymentSum', number),
  nrOfScheduledPayments: field('NrOfScheduledPayments', whole),
  lastPaymentDate: field('LastPaymentDate', day),
  principalRepaid: field('PrincipalRepaid', number),
  interestRepaid: field('InterestRepaid', number),
  lateAmountPaid: field('LateAmountPaid', number),
  principalRemaining: field('PrincipalRemaining', number),
  principalLateAmount: field('PrincipalLateAmount', number),
  interestLateAmount: field('InterestLateAmount', number),
  penaltyLateAmount: field('PenaltyLateAmount', number),
  lateAmountTotal: field('LateAmountTotal', number),
  principalWriteOffAmount: field('PrincipalWriteOffAmount', number),
  interestWriteOffAmount: field('InterestWriteOffAmount', number),
  penaltyWriteOffAmount: field('PenaltyWriteOffAmount', number),
  debtServicingCostMainAmount: field('DebtServicingCostMainAmount', number),
  debtServicingCostInterestAmount: field('DebtServicingCostInterestAmount', number),
  debtServicingCostPenaltyAmount: field('DebtServicingCostPenaltyAmount', number),
  price: field('Price', number),
  fee: field('Fee', number),
  totalCost: field('TotalCost', number),
  outstandingPayments: field('OutstandingPayments', number),
  discount: field('DesiredDiscountRate', percent),
  xirr: field('Xirr', percent),
  listedOnDate: field('ListedOnDate', day),
  debtManagementEvents: part('DebtManagmentEvents', listReader(readDebtManagementEvent)),
  loanTransfers: part('LoanTransfers', listReader(readLoanTransfer)),
  scheduledPayments: part('ScheduledPayments', listReader(readScheduledPayment)),
};

export type SecondMarketItem = RecordOf<typeof secondMarketFields>;

export const readSecondMarketItem = recordReader(secondMarketFields);

/**
 * One item of the market's answer, for callers that decode a stream in pieces.
 * @param problems takes the paths of fields that were not understood, and of an item that is no object
 * @returns undefined when the item is no object or carries no listing id, so that nothing could be done with it
 */
export function decodeSecondMarketItem(json: unknown, problems: string[]): SecondMarketItem | undefined {
  const item = readSecondMarketItem(json, problems, 'Payload');
  if (item === undefined) problems.push('Payload');
  return item?.listingId === null ? undefined : item;
}
