import { auctionFields } from './auction.ts';
import { field, listReader, part, recordReader, type RecordOf } from './record-reader.ts';
import { day, number, text, truth, whole } from './value-readers.ts';

const liability = {
  isRefinanced: field('IsRefinanced', truth),
  typeOfLiability: field('TypeOfLiability', whole),
  creditor: field('Creditor', text),
  monthlyPayment: field('MonthlyPayment', number),
  outstanding: field('Outstanding', number),
  collateralType: field('CollateralType', whole),
};

const debt = {
  startDate: field('StartDate', day),
  endDate: field('EndDate', day),
  amount: field('Amount', text),
  maxAmount: field('MaxAmount', text),
  industry: field('Industry', text),
  reporter: field('Reporter', text),
};

const borrowerHistory = {
  overdue: field('Overdue', number),
  principalRepaid: field('PrincipalRepaid', number),
  interestRepaid: field('InterestRepaid', number),
  lateChargesRepaid: field('LateChargesRepaid', number),
  repaymentsTotal: field('RepaimentsTotal', number),
  issuedLoans: field('IssuedLoans', whole),
  issuedLoanAmount: field('IssuedLoanAmount', number),
};

const auctionDetails = {
  ...auctionFields,
  liabilities: part('Liabilities', listReader(recordReader(liability))),
  debts: part('Debts', listReader(recordReader(debt))),
  borrowerHistory: part('BorrowerHistory', recordReader(borrowerHistory)),
};

/** An auction with what is known of the borrower's liabilities, debts (amounts as texts) and earlier loans. */
export type AuctionDetails = RecordOf<typeof auctionDetails>;

export const readAuctionDetails = recordReader(auctionDetails);
