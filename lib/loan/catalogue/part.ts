import type { FieldDefinition, FieldHelp } from '../field.ts';

/** The loan part that one investor owns: what was paid on it, what is late, what is to come. */
export const partFields = {
  loanPartId: { label: 'loan part id', kind: 'id' },
  auctionBidNumber: { label: 'bid number', kind: 'id' },
  investmentNumber: { label: 'investment number', kind: 'id' },
  amount: { label: 'amount', kind: 'money' },
  principalRemaining: { label: 'principal remaining', aliases: ['outstanding principal'], kind: 'money' },
  principalRepaid: { label: 'principal repaid', kind: 'money' },
  interestRepaid: { label: 'interest repaid', kind: 'money' },
  lateAmountPaid: { label: 'late charges paid', kind: 'money' },
  totalRepaid: { label: 'total repaid', kind: 'money' },
  repaidPrincipalCurrentOwner: { label: 'principal repaid to owner', kind: 'money' },
  repaidInterestsCurrentOwner: { label: 'interest repaid to owner', kind: 'money' },
  lateChargesPaidCurrentOwner: { label: 'late charges paid to owner', kind: 'money' },
  repaidTotalCurrentOwner: { label: 'total repaid to owner', kind: 'money' },
  principalLateAmount: { label: 'late principal', kind: 'money' },
  interestLateAmount: { label: 'late interest', kind: 'money' },
  penaltyLateAmount: { label: 'late penalty', kind: 'money' },
  lateAmountTotal: { label: 'late amount', aliases: ['late amount total'], kind: 'money' },
  principalWriteOffAmount: { label: 'principal written off', kind: 'money' },
  interestWriteOffAmount: { label: 'interest written off', kind: 'money' },
  penaltyWriteOffAmount: { label: 'penalty written off', kind: 'money' },
  writeOffTotal: { label: 'total written off', kind: 'money' },
  debtServicingCostMainAmount: { label: 'collection cost of principal', kind: 'money' },
  debtServicingCostInterestAmount: { label: 'collection cost of interest', kind: 'money' },
  debtServicingCostPenaltyAmount: { label: 'collection cost of penalty', kind: 'money' },
  debtServicingCostTotal: { label: 'collection cost', kind: 'money' },
  outstandingPayments: {
    label: 'future scheduled payments',
    aliases: ['outstanding payments'],
    kind: 'money',
  },
  nextPaymentNr: { label: 'next payment number', kind: 'count', unit: 'payments' },
  nrOfScheduledPayments: {
    label: 'number of payments',
    aliases: ['number of scheduled payments'],
    kind: 'count',
    unit: 'payments',
  },
  nextPaymentDate: { label: 'next payment date', kind: 'day' },
  nextPaymentSum: { label: 'next payment', kind: 'money' },
  lastPaymentDate: { label: 'last payment date', kind: 'day' },
  xirr: { label: 'XIRR', kind: 'rate' },
} as const satisfies Record<string, FieldDefinition>;

/** What they mean and where they come from. */
export const partHelp: Readonly<Record<keyof typeof partFields, FieldHelp>> = {
  loanPartId: {
    meaning: 'The slice of the loan that one investor owns (LoanPartId).',
    sources: ['page', 'market', 'loan-part', 'investment', 'report'],
  },
  auctionBidNumber: {
    meaning: 'The bid within the auction (AuctionBidNumber).',
    sources: ['page', 'market', 'loan-part', 'investment', 'report'],
  },
  investmentNumber: {
    meaning: 'Loan number and bid number joined by a dash.',
    sources: ['page', 'market', 'loan-part', 'investment'],
  },
  amount: {
    meaning: 'Original principal of the loan part.',
    sources: ['page', 'market', 'loan-part', 'investment', 'report'],
  },
  principalRemaining: {
    meaning: 'Principal of the loan part that is still open.',
    sources: ['page', 'market', 'loan-part', 'investment'],
  },
  principalRepaid: {
    meaning: 'Principal paid back so far.',
    sources: ['page', 'market', 'loan-part', 'investment'],
  },
  interestRepaid: {
    meaning: 'Interest paid so far.',
    sources: ['page', 'market', 'loan-part', 'investment'],
  },
  lateAmountPaid: {
    meaning: 'Late charges paid so far.',
    sources: ['page', 'market', 'loan-part', 'investment'],
  },
  totalRepaid: { meaning: 'Everything paid on the loan part, to all its owners.', sources: ['loan-part'] },
  repaidPrincipalCurrentOwner: { meaning: 'Principal paid to the present owner.', sources: ['loan-part'] },
  repaidInterestsCurrentOwner: { meaning: 'Interest paid to the present owner.', sources: ['loan-part'] },
  lateChargesPaidCurrentOwner: { meaning: 'Late charges paid to the present owner.', sources: ['loan-part'] },
  repaidTotalCurrentOwner: { meaning: 'Everything paid to the present owner.', sources: ['loan-part'] },
  principalLateAmount: {
    meaning: 'Principal that is overdue.',
    sources: ['page', 'market', 'loan-part', 'investment'],
  },
  interestLateAmount: {
    meaning: 'Interest that is overdue.',
    sources: ['page', 'market', 'loan-part', 'investment', 'report'],
  },
  penaltyLateAmount: {
    meaning: 'Late charges that are overdue.',
    sources: ['page', 'market', 'loan-part', 'investment', 'report'],
  },
  lateAmountTotal: {
    meaning: 'Everything that is overdue: principal, interest and late charges.',
    sources: ['page', 'market', 'loan-part', 'investment'],
  },
  principalWriteOffAmount: {
    meaning: 'Principal that was given up.',
    sources: ['market', 'loan-part', 'investment'],
  },
  interestWriteOffAmount: {
    meaning: 'Interest that was given up.',
    sources: ['market', 'loan-part', 'investment'],
  },
  penaltyWriteOffAmount: {
    meaning: 'Late charges that were given up.',
    sources: ['market', 'loan-part', 'investment'],
  },
  writeOffTotal: { meaning: 'Everything that was given up.', sources: ['loan-part'] },
  debtServicingCostMainAmount: {
    meaning: 'Cost of collection taken from principal.',
    sources: ['market', 'loan-part', 'investment'],
  },
  debtServicingCostInterestAmount: {
    meaning: 'Cost of collection taken from interest.',
    sources: ['market', 'loan-part', 'investment'],
  },
  debtServicingCostPenaltyAmount: {
    meaning: 'Cost of collection taken from late charges.',
    sources: ['market', 'loan-part', 'investment'],
  },
  debtServicingCostTotal: { meaning: 'All cost of collection.', sources: ['loan-part'] },
  outstandingPayments: {
    meaning: 'Everything the borrower still has to pay by the schedule.',
    sources: ['page', 'market'],
  },
  nextPaymentNr: {
    meaning: 'Number of the next scheduled payment.',
    sources: ['page', 'market', 'loan-part', 'investment', 'public-data', 'report'],
  },
  nrOfScheduledPayments: {
    meaning: 'How many payments the schedule has.',
    sources: ['page', 'market', 'loan-part', 'investment', 'public-data', 'report'],
  },
  nextPaymentDate: {
    meaning: 'When the next scheduled payment is due.',
    sources: ['page', 'market', 'loan-part', 'investment', 'public-data', 'report'],
  },
  nextPaymentSum: {
    meaning: 'Sum of the next scheduled payment.',
    sources: ['page', 'market', 'loan-part', 'investment', 'report'],
  },
  lastPaymentDate: {
    meaning: 'When the borrower last paid.',
    sources: ['page', 'market', 'loan-part', 'investment', 'public-data', 'report'],
  },
  xirr: { meaning: "Bondora's own money-weighted return of the loan so far.", sources: ['page', 'market'] },
};
