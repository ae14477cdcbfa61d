import { field, recordReader, type RecordOf } from './record-reader.ts';
import { day, guid, instant, number, percent, text, whole } from './value-readers.ts';

const plannedPayment = {
  loanId: field('LoanId', guid),
  loanPartId: field('LoanPartId', guid),
  date: field('Date', day),
  principalRepayment: field('PrincipalRepayment', number),
  interestRepayment: field('InterestRepayment', number),
  rescheduledAccruedInterest: field('RescheduledAccruedInterest', number),
  rescheduledLateFees: field('RescheduledLateFees', number),
};

const repayment = {
  loanId: field('LoanId', guid),
  loanPartId: field('LoanPartId', guid),
  date: field('Date', day),
  principalRepayment: field('PrincipalRepayment', number),
  interestRepayment: field('InterestRepayment', number),
  lateFeesRepayment: field('LateFeesRepayment', number),
};

const endedListing = {
  loanId: field('LoanId', guid),
  loanPartId: field('LoanPartId', guid),
  startDate: field('StartDate', instant),
  endDate: field('EndDate', instant),
  result: field('Result', text),
  discount: field('DiscountRate', percent),
  debtDaysAtStart: field('DebtDaysAtStart', whole),
  debtDaysAtEnd: field('DebtDaysAtEnd', whole),
  principalAtStart: field('PrincipalAtStart', number),
  principalAtEnd: field('PrincipalAtEnd', number),
};

const booking = {
  transferDate: field('TransferDate', instant),
  currency: field('Currency', text),
  amount: field('Amount', number),
  number: field('Number', whole),
  description: field('Description', text),
  investmentNumber: field('LoanNumber', text),
  counterparty: field('Counterparty', text),
  balanceAfterPayment: field('BalanceAfterPayment', number),
};

/** A row of the report of planned cash flow (type 3). */
export type PlannedPayment = RecordOf<typeof plannedPayment>;
/** A row of the report of repayments (type 4). */
export type Repayment = RecordOf<typeof repayment>;
/** A row of the archive of own listings (type 6). */
export type EndedListing = RecordOf<typeof endedListing>;
/** A row of the account statement (type 7): the signed amount, and the investment's number where it is about one. */
export type Booking = RecordOf<typeof booking>;

export const readPlannedPayment = recordReader(plannedPayment);
export const readRepayment = recordReader(repayment);
export const readEndedListing = recordReader(endedListing);
export const readBooking = recordReader(booking);
