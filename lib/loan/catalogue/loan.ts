import type { FieldDefinition, FieldHelp } from '../field.ts';
import {
  collectionStageLabels,
  collectionStepLabels,
  loanStatusLabels,
  useOfLoanLabels,
} from '../code-labels.ts';

/** The loan itself: its terms and its state. */
export const loanFields = {
  auctionId: { label: 'auction id', kind: 'id' },
  loanId: { label: 'loan id', kind: 'id' },
  auctionNumber: { label: 'loan number', aliases: ['auction number'], kind: 'id' },
  auctionName: { label: 'auction title', kind: 'text' },
  rating: { label: 'rating', kind: 'rating' },
  interest: { label: 'interest', kind: 'rate' },
  initialInterest: { label: 'initial interest', kind: 'rate' },
  rescheduledInterest: { label: 'rescheduled interest', kind: 'rate' },
  loanDuration: { label: 'loan duration', kind: 'count', unit: 'months' },
  useOfLoan: { label: 'use of loan', kind: 'code', labels: useOfLoanLabels },
  signedDate: { label: 'issued on', aliases: ['signed date', 'loan date'], kind: 'day' },
  firstPaymentDate: { label: 'first payment date', kind: 'day' },
  maturityDateOriginal: { label: 'original maturity', kind: 'day' },
  maturityDateLast: { label: 'maturity', aliases: ['maturity date'], kind: 'day' },
  contractEndDate: { label: 'contract end', kind: 'day' },
  monthlyPayment: { label: 'monthly payment', kind: 'money' },
  monthlyPaymentDay: { label: 'monthly payment day', kind: 'number' },
  loanStatusCode: { label: 'loan status', aliases: ['status'], kind: 'code', labels: loanStatusLabels },
  loanStatusActiveFrom: { label: 'loan status since', kind: 'day' },
  debtOccurredOn: { label: 'principal overdue since', kind: 'day' },
  debtOccurredOnForSecondary: { label: 'overdue since', kind: 'day' },
  latestDebtManagementStageType: { label: 'collection stage', kind: 'code', labels: collectionStageLabels },
  latestDebtManagementStage: { label: 'collection step', kind: 'code', labels: collectionStepLabels },
  latestDebtManagementSubStage: { label: 'collection substep', kind: 'number' },
  latestDebtManagementDate: { label: 'collection step since', aliases: ['debt stage since'], kind: 'day' },
  reScheduledOn: { label: 'rescheduled on', kind: 'day' },
  gracePeriodStart: { label: 'grace period start', kind: 'day' },
  gracePeriodEnd: { label: 'grace period end', kind: 'day' },
} as const satisfies Record<string, FieldDefinition>;

/** What they mean and where they come from. */
export const loanHelp: Readonly<Record<keyof typeof loanFields, FieldHelp>> = {
  auctionId: {
    meaning: "The loan's auction on the primary market (AuctionId).",
    sources: ['page', 'market', 'auction', 'loan-part', 'investment', 'report'],
  },
  loanId: {
    meaning: "The loan, as Bondora's data sets name it (LoanId).",
    sources: ['auction', 'loan-part', 'investment', 'public-data', 'report'],
  },
  auctionNumber: {
    meaning: 'The loan number people see (AuctionNumber).',
    sources: ['page', 'market', 'auction', 'loan-part', 'investment', 'public-data', 'report'],
  },
  auctionName: {
    meaning: 'Title of the auction; Bondora no longer uses it.',
    sources: ['market', 'loan-part', 'investment', 'report'],
  },
  rating: {
    meaning: 'Bondora Rating: AA is the lowest risk, HR the highest.',
    sources: ['page', 'market', 'auction', 'loan-part', 'investment', 'public-data', 'report'],
  },
  interest: {
    meaning: 'Interest rate of the loan per year.',
    sources: ['page', 'market', 'auction', 'loan-part', 'investment', 'public-data', 'report'],
  },
  initialInterest: { meaning: 'Interest rate per year when the loan was issued.', sources: ['loan-part'] },
  rescheduledInterest: { meaning: 'Interest rate per year after the rescheduling.', sources: ['loan-part'] },
  loanDuration: {
    meaning: 'Term of the loan in months, by the schedule at issue.',
    sources: ['page', 'auction', 'loan-part', 'investment', 'public-data', 'report'],
  },
  useOfLoan: {
    meaning: 'Purpose of the loan; not given since 2017.',
    sources: ['page', 'market', 'auction', 'loan-part', 'investment', 'public-data', 'report'],
  },
  signedDate: {
    meaning: 'When the loan was issued.',
    sources: ['page', 'market', 'loan-part', 'investment', 'public-data', 'report'],
  },
  firstPaymentDate: {
    meaning: 'First payment of the original schedule.',
    sources: ['public-data', 'report'],
  },
  maturityDateOriginal: {
    meaning: 'Last payment of the original schedule.',
    sources: ['public-data', 'report'],
  },
  maturityDateLast: { meaning: 'Last payment of the present schedule.', sources: ['public-data', 'report'] },
  contractEndDate: { meaning: 'When the contract ended.', sources: ['public-data', 'report'] },
  monthlyPayment: {
    meaning: 'What the borrower pays a month for the whole loan.',
    sources: ['auction', 'public-data', 'report'],
  },
  monthlyPaymentDay: {
    meaning: 'Day of the month on which payments fall due.',
    sources: ['auction', 'public-data', 'report'],
  },
  loanStatusCode: {
    meaning: 'State of the loan: current, overdue up to 60 days, or overdue beyond.',
    sources: ['page', 'market', 'loan-part', 'investment'],
  },
  loanStatusActiveFrom: {
    meaning: 'Since when the loan state holds.',
    sources: ['page', 'market', 'investment', 'report'],
  },
  debtOccurredOn: {
    meaning: 'Since when principal is overdue; unknown when none is.',
    sources: ['page', 'market', 'loan-part', 'investment', 'public-data', 'report'],
  },
  debtOccurredOnForSecondary: {
    meaning: 'Since when anything is overdue; unknown when nothing is.',
    sources: ['page', 'market', 'loan-part', 'investment', 'public-data', 'report'],
  },
  latestDebtManagementStageType: {
    meaning: 'Phase of the latest step of collection.',
    sources: ['page', 'market', 'investment'],
  },
  latestDebtManagementStage: { meaning: 'The latest step of collection.', sources: ['investment'] },
  latestDebtManagementSubStage: {
    meaning: 'The latest sub-step of collection; Bondora tells only its number.',
    sources: ['investment'],
  },
  latestDebtManagementDate: {
    meaning: 'When the latest step of collection began.',
    sources: ['page', 'market', 'investment'],
  },
  reScheduledOn: {
    meaning: 'Date of the last rescheduling; unknown when there was none.',
    sources: ['page', 'market', 'loan-part', 'investment', 'public-data', 'report'],
  },
  gracePeriodStart: { meaning: 'When a time without payments began.', sources: ['public-data', 'report'] },
  gracePeriodEnd: { meaning: 'When the time without payments ends.', sources: ['public-data', 'report'] },
};
