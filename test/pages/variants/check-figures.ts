import { formatDay } from '#lib/base/day.ts';
import type { CashFlowRow, DashboardFigure, ScheduleRow } from '#lib/site/page-reading.ts';
import type { PageReport } from '#lib/site/read-page.ts';
import type { PageCheck } from './check-page.ts';
import type { ExpectedPage, TruePayment, TruePeriod } from './expected-page.ts';

/** Compares what was read of a loan, a cash flow and a dashboard with what is true of them. */
export function checkFigures(report: PageReport, expected: ExpectedPage): Omit<PageCheck, 'unknown'> {
  const check = { wrong: [] as string[], missed: [] as string[] };
  if (expected.schedule) checkPayments(report.loan?.schedule ?? [], expected.schedule, check);
  if (expected.cashFlow) checkPeriods(report.cashFlow?.rows ?? [], expected.cashFlow, check);
  for (const [name, truth] of Object.entries(expected.dashboard ?? {})) {
    const read = report.dashboard?.figures[name as DashboardFigure] ?? null;
    if (read === null) check.missed.push(name);
    else if (read !== truth) check.wrong.push(`${name} is read as ${read}, is ${truth}`);
  }
  for (const [name, read] of Object.entries(report.dashboard?.figures ?? {})) {
    if (read !== null && expected.dashboard?.[name as DashboardFigure] === undefined) {
      check.wrong.push(`${name} is read as ${read}, is not there`);
    }
  }
  return check;
}

const paymentParts = ['role', 'date', 'state', 'amount', 'principal', 'interest', 'lateCharge'] as const;

/** What was read of a line must be true of one and the same line, and all lines must be read whole. Empty cells are nought. */
function checkPayments(
  rows: readonly ScheduleRow[],
  truths: readonly TruePayment[],
  { wrong, missed }: { wrong: string[]; missed: string[] },
): void {
  const open = new Set(truths);
  for (const row of rows) {
    const read = { ...row, date: row.date === null ? null : formatDay(row.date) };
    const truth = truths.find(
      (one) => open.has(one) && paymentParts.every((part) => read[part] === null || read[part] === one[part]),
    );
    if (truth) {
      open.delete(truth);
      const unknown = paymentParts.filter((part) => read[part] === null && (truth[part] ?? 0) !== 0);
      missed.push(...unknown.map((part) => `${part} of the schedule`));
    } else wrong.push(`no line of the schedule is ${JSON.stringify({ ...read, element: undefined })}`);
  }
  missed.push(...[...open].map(({ date }) => `the line of ${date} of the schedule`));
}

/** What was read of a line must be true of one and the same line; all months and totals must be read whole. */
function checkPeriods(
  rows: readonly CashFlowRow[],
  truths: readonly TruePeriod[],
  { wrong, missed }: { wrong: string[]; missed: string[] },
): void {
  for (const row of rows) {
    if (!truths.some((truth) => isOf(row, truth))) {
      wrong.push(`no line of the cash flow is ${JSON.stringify({ ...row, element: undefined })}`);
    }
  }
  for (const truth of truths.filter(({ loan }) => loan === null)) {
    const series = Object.entries(truth.sums);
    const found = rows.find(
      (row) =>
        row.period === truth.period &&
        series.every(([name, sum]) => row.sums[name as keyof CashFlowRow['sums']] === sum),
    );
    if (!found) missed.push(`${truth.role} ${truth.period ?? ''} of the cash flow`);
  }
}

function isOf(row: CashFlowRow, truth: TruePeriod): boolean {
  return (
    (row.role === 'total') === (truth.role === 'total') &&
    (row.period === null || row.period === truth.period) &&
    (row.loan === null || row.loan === truth.loan) &&
    Object.entries(row.sums).every(
      ([name, sum]) => sum === null || sum === truth.sums[name as keyof CashFlowRow['sums']],
    )
  );
}
