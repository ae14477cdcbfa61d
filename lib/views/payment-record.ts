import type { LoanRecord } from '#lib/loan/loan-record.ts';

/**
 * Whether a loan was never late, as far as is told: true needs a source that says that nothing is overdue, that no late
 * charge was ever paid, and that no step of collection was ever taken. One sign of lateness makes it false. Else null.
 * @param daysLate as derived; null when not known
 */
export function deriveNeverLate(record: LoanRecord, daysLate: number | null): boolean | null {
  const { latestDebtManagementDate: step, latestDebtManagementStageType: stage } = record;
  const amounts = [
    daysLate,
    record.lateAmountPaid,
    record.lateAmountTotal,
    record.currentDebtDaysPrimary,
    stage,
  ];
  const signs = [step, record.defaultDate, record.debtOccurredOnForSecondary];
  if (amounts.some((amount) => typeof amount === 'number' && amount > 0)) return false;
  if (signs.some((day) => typeof day === 'number')) return false;
  if (typeof record.worseLateCategory === 'string' && record.worseLateCategory !== '') return false;
  const noStep = step === null && (stage === null || stage === undefined || stage === none);
  return daysLate === 0 && record.lateAmountPaid === 0 && noStep ? true : null;
}

const none = -1;
const overdueStates: ReadonlySet<unknown> = new Set([5, 100]);

/**
 * Where a loan stands, as a code of `debtStageLabels`: 0 nothing late, 1 late, 2 in collection, 3 in recovery, 4 written off.
 * A loan that pays on schedule again has left collection. Null when not told.
 */
export function deriveDebtStage(record: LoanRecord, daysLate: number | null): number | null {
  const stage = record.latestDebtManagementStageType;
  if (stage === 3) return 4;
  if (daysLate === 0) return 0;
  if (stage === 1 || stage === 2) return stage + 1;
  return (daysLate ?? 0) > 0 || overdueStates.has(record.loanStatusCode) ? 1 : null;
}
