import type { FieldDefinition, FieldHelp } from '../field.ts';
import { collectionStageLabels } from '../code-labels.ts';

/** What only the public loan book and reports tell: the whole loan, its defaults and recoveries. */
export const loanBookFields = {
  reportedStatus: { label: 'reported status', kind: 'text' },
  loanCancelled: { label: 'loan cancelled', kind: 'truth' },
  restructured: { label: 'restructured', kind: 'truth' },
  activeScheduleFirstPaymentReached: { label: 'first payment reached', kind: 'truth' },
  activeLateCategory: { label: 'late category', kind: 'text' },
  worseLateCategory: { label: 'worst late category', kind: 'text' },
  currentDebtDaysPrimary: { label: 'days principal late', kind: 'count', unit: 'days' },
  currentDebtDaysSecondary: { label: 'days interest late', kind: 'count', unit: 'days' },
  defaultDate: { label: 'default date', kind: 'day' },
  recoveryStage: { label: 'recovery stage', kind: 'code', labels: collectionStageLabels },
  stageActiveSince: { label: 'recovery stage since', kind: 'day' },
  principalOverdueBySchedule: { label: 'principal overdue by schedule', kind: 'money' },
  plannedPrincipalTillDate: { label: 'planned principal', kind: 'money' },
  plannedInterestTillDate: { label: 'planned interest', kind: 'money' },
  plannedPrincipalPostDefault: { label: 'planned principal after default', kind: 'money' },
  plannedInterestPostDefault: { label: 'planned interest after default', kind: 'money' },
  ead1: { label: 'exposure at default', kind: 'money' },
  ead2: { label: 'exposure less payments', kind: 'money' },
  principalRecovery: { label: 'principal recovered', kind: 'money' },
  interestRecovery: { label: 'interest recovered', kind: 'money' },
  expectedLossV0: { label: 'expected loss v0', kind: 'rate' },
  ratingV0: { label: 'rating v0', kind: 'rating' },
  expectedLossV1: { label: 'expected loss v1', kind: 'rate' },
  ratingV1: { label: 'rating v1', kind: 'rating' },
  expectedLossV2: { label: 'expected loss v2', kind: 'rate' },
  ratingV2: { label: 'rating v2', kind: 'rating' },
  principalPaymentsMade: { label: 'principal payments', kind: 'money' },
  interestAndPenaltyPaymentsMade: { label: 'interest payments', kind: 'money' },
  principalWriteOffs: { label: 'principal write-offs', kind: 'money' },
  interestAndPenaltyWriteOffs: { label: 'interest write-offs', kind: 'money' },
  principalDebtServicingCost: { label: 'servicing cost of principal', kind: 'money' },
  interestAndPenaltyDebtServicingCost: { label: 'servicing cost of interest', kind: 'money' },
  principalBalance: { label: 'principal balance', kind: 'money' },
  interestAndPenaltyBalance: { label: 'interest balance', kind: 'money' },
} as const satisfies Record<string, FieldDefinition>;

/** What they mean and where they come from. */
export const loanBookHelp: Readonly<Record<keyof typeof loanBookFields, FieldHelp>> = {
  reportedStatus: {
    meaning: 'State of the loan in the loan book: Current, Late or Repaid.',
    sources: ['public-data', 'report'],
  },
  loanCancelled: { meaning: 'Whether the loan was cancelled.', sources: ['public-data', 'report'] },
  restructured: {
    meaning: 'Whether the maturity was moved by more than 60 days.',
    sources: ['public-data', 'report'],
  },
  activeScheduleFirstPaymentReached: {
    meaning: 'Whether the first payment date of the present schedule has passed.',
    sources: ['public-data', 'report'],
  },
  activeLateCategory: {
    meaning: 'Days late now as a range, such as 16-30.',
    sources: ['public-data', 'report'],
  },
  worseLateCategory: {
    meaning: 'The worst that the loan was ever late, as a range of days such as 16-30.',
    sources: ['public-data', 'report'],
  },
  currentDebtDaysPrimary: {
    meaning: 'Days since principal became overdue, in the loan book.',
    sources: ['public-data', 'report'],
  },
  currentDebtDaysSecondary: {
    meaning: 'Days since interest became overdue, in the loan book.',
    sources: ['public-data', 'report'],
  },
  defaultDate: {
    meaning: 'When the loan defaulted and collection began.',
    sources: ['public-data', 'report'],
  },
  recoveryStage: { meaning: 'Stage of recovery in the loan book.', sources: ['public-data', 'report'] },
  stageActiveSince: {
    meaning: 'Since when the stage of recovery holds.',
    sources: ['public-data', 'report'],
  },
  principalOverdueBySchedule: {
    meaning: 'Principal of the whole loan that is overdue by the present schedule.',
    sources: ['public-data', 'report'],
  },
  plannedPrincipalTillDate: {
    meaning: 'Principal of the whole loan that should have come by now.',
    sources: ['public-data', 'report'],
  },
  plannedInterestTillDate: {
    meaning: 'Interest of the whole loan that should have come by now.',
    sources: ['public-data', 'report'],
  },
  plannedPrincipalPostDefault: {
    meaning: 'Principal that was planned after the default.',
    sources: ['public-data', 'report'],
  },
  plannedInterestPostDefault: {
    meaning: 'Interest that was planned after the default.',
    sources: ['public-data', 'report'],
  },
  ead1: { meaning: 'Principal that was open at default.', sources: ['public-data', 'report'] },
  ead2: {
    meaning: 'Sum of the loan less all payments before the default.',
    sources: ['public-data', 'report'],
  },
  principalRecovery: {
    meaning: 'Principal that collection brought back.',
    sources: ['public-data', 'report'],
  },
  interestRecovery: { meaning: 'Interest that collection brought back.', sources: ['public-data', 'report'] },
  expectedLossV0: {
    meaning: 'Expected loss by version 0 of the rating model.',
    sources: ['public-data', 'report'],
  },
  ratingV0: { meaning: 'Rating by version 0 of the rating model.', sources: ['public-data', 'report'] },
  expectedLossV1: {
    meaning: 'Expected loss by version 1 of the rating model.',
    sources: ['public-data', 'report'],
  },
  ratingV1: { meaning: 'Rating by version 1 of the rating model.', sources: ['public-data', 'report'] },
  expectedLossV2: {
    meaning: 'Expected loss by version 2 of the rating model.',
    sources: ['public-data', 'report'],
  },
  ratingV2: { meaning: 'Rating by version 2 of the rating model.', sources: ['public-data', 'report'] },
  principalPaymentsMade: {
    meaning: 'Principal that the borrower paid on the whole loan.',
    sources: ['public-data', 'report'],
  },
  interestAndPenaltyPaymentsMade: {
    meaning: 'Interest and late charges that the borrower paid on the whole loan.',
    sources: ['public-data', 'report'],
  },
  principalWriteOffs: {
    meaning: 'Principal of the whole loan that was given up.',
    sources: ['public-data', 'report'],
  },
  interestAndPenaltyWriteOffs: {
    meaning: 'Interest and late charges of the whole loan that were given up.',
    sources: ['public-data', 'report'],
  },
  principalDebtServicingCost: {
    meaning: 'Cost of collection on principal of the whole loan.',
    sources: ['public-data', 'report'],
  },
  interestAndPenaltyDebtServicingCost: {
    meaning: 'Cost of collection on interest and late charges of the whole loan.',
    sources: ['public-data', 'report'],
  },
  principalBalance: {
    meaning: 'Principal of the whole loan that is still owed.',
    sources: ['public-data', 'report'],
  },
  interestAndPenaltyBalance: {
    meaning: 'Interest and late charges of the whole loan that are still owed.',
    sources: ['public-data', 'report'],
  },
};
