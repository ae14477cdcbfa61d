import { field, recordReader, type RecordOf } from './record-reader.ts';
import { day, number, text, whole } from './value-readers.ts';

const debtManagementEvent = {
  createdOn: field('CreatedOn', day),
  eventType: field('EventType', whole),
  description: field('Description', text),
};

const loanTransfer = {
  date: field('Date', day),
  principalAmount: field('PrincipalAmount', number),
  interestAmount: field('InterestAmount', number),
  interestAmountCarriedOver: field('InterestAmountCarriedOver', number),
  penaltyAmountCarriedOver: field('PenaltyAmountCarriedOver', number),
  totalAmount: field('TotalAmount', number),
};

const scheduledPayment = {
  scheduledDate: field('ScheduledDate', day),
  principalAmount: field('PrincipalAmount', number),
  principalAmountLeft: field('PrincipalAmountLeft', number),
  interestAmount: field('InterestAmount', number),
  interestAmountCarriedOver: field('IntrestAmountCarriedOver', number),
  penaltyAmountCarriedOver: field('PenaltyAmountCarriedOver', number),
  totalAmount: field('TotalAmount', number),
};

/** A step of debt collection. */
export type DebtManagementEvent = RecordOf<typeof debtManagementEvent>;
/** A payment received on a loan part. */
export type LoanTransfer = RecordOf<typeof loanTransfer>;
/** A row of a payment schedule. */
export type ScheduledPayment = RecordOf<typeof scheduledPayment>;

export const readDebtManagementEvent = recordReader(debtManagementEvent);
export const readLoanTransfer = recordReader(loanTransfer);
export const readScheduledPayment = recordReader(scheduledPayment);
