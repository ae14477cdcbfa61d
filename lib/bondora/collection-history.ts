import { field, recordReader } from './record-reader.ts';
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
export const readDebtManagementEvent = recordReader(debtManagementEvent);
/** A payment received on a loan part. */
export const readLoanTransfer = recordReader(loanTransfer);
/** A row of a payment schedule. */
export const readScheduledPayment = recordReader(scheduledPayment);
