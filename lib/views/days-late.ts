import type { Day } from '#lib/base/day.ts';
import { isSaneDay } from '#lib/finance/monthly-days.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';

const current = 2;
const overdueStates: ReadonlySet<unknown> = new Set([5, 100]);

/**
 * Days since anything of the loan became overdue, 0 when nothing is, null when the record does not tell.
 *
 * "Nothing is overdue" needs a source that says so. There are two ways of saying it:
 * - `debtOccurredOnForSecondary` is present and `null` (the API's null, or an empty cell of the page's own column), and the
 *   loan's status is Current. Neither fact alone is enough: a field that is absent was not asked for or not shown, and a null beside
 *   another status may be a value that was not understood.
 * - `lateAmountTotal` is given as 0, and the status does not say overdue.
 * So a decoder of the market must pass the API's null on as null, and must not leave the field out.
 */
export function deriveDaysLate(record: LoanRecord, today: Day): number | null {
  const since = record.debtOccurredOnForSecondary;
  // A date still to come would mean that the clocks disagree: nothing is late yet.
  if (typeof since === 'number') return isSaneDay(since) ? Math.max(0, today - since) : null;
  if (since === null && record.loanStatusCode === current) return 0;
  if (record.lateAmountTotal === 0 && !overdueStates.has(record.loanStatusCode)) return 0;
  return null;
}
