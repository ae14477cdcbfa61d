import type { OverlayCashFlow, OverlayLoan, PageReaders } from '#components/overlay/page-readers.ts';
import { chooseLook } from '#components/values/value-look.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { CashFlowRow, CashFlowSeries, LoanReading, ScheduleRow } from '#lib/site/page-reading.ts';
import { readCashFlow } from '#lib/site/read-cash-flow.ts';
import { readLoan } from '#lib/site/read-loan.ts';
import { openTable } from './open-table.ts';

/** The reading of this document, made of `lib/site`. */
export const pageReaders: PageReaders = {
  openTable,
  readLoan(): OverlayLoan | undefined {
    const reading = readLoan(new URL(location.href), document);
    const schedule = reading.schedule[0]?.element.closest('table') ?? null;
    if (schedule === null || Object.keys(reading.ids).length === 0) return undefined;
    return { ids: reading.ids, fields: readFields(reading), schedule, look: readLook() };
  },
  readCashFlow(): OverlayCashFlow | undefined {
    const { rows } = readCashFlow(document);
    const element = rows[0]?.element.closest('table') ?? null;
    const head = [...(element?.rows ?? [])].find((row) => row.querySelector(':scope > th') !== null);
    if (element === null || head === undefined) return undefined;
    const months = rows.map((row) => ({
      element: row.element,
      // Days that a month was opened to hold single payments: nothing is planned against them.
      period: row.role === 'period' && row.period?.length === 7 ? row.period : null,
      received: findSum(row, 'totalReceived', ['principalReceived', 'interestReceived']),
      planned: findSum(row, 'totalPlanned', ['principalPlanned', 'interestPlanned']),
    }));
    return { element, head, months, look: readLook() };
  },
};

function readLook(): OverlayLoan['look'] {
  return chooseLook(document.documentElement.lang);
}

/**
 * What the schedule tells beyond doubt: how many payments there are, and which one comes next. Nothing of one with a payment
 * that is late, for then it is open which one counts as the next.
 */
function readFields({ schedule, doubt }: LoanReading): LoanRecord {
  const payments = schedule.filter(({ role }) => role === 'payment');
  const next = payments.findIndex(({ state }) => state === 'planned');
  const isClear =
    doubt === null &&
    next >= 0 &&
    payments.every((payment, i) => payment.state === (i < next ? 'paid' : 'planned') && isAfter(payments, i));
  const date = payments[next]?.date ?? null;
  if (!isClear || date === null) return {};
  return { nextPaymentNr: next + 1, nrOfScheduledPayments: payments.length, nextPaymentDate: date };
}

function isAfter(payments: readonly ScheduleRow[], i: number): boolean {
  const date = payments[i]?.date ?? null;
  const before = i === 0 ? -Infinity : (payments[i - 1]?.date ?? null);
  return date !== null && before !== null && date > before;
}

/** The sum that the page shows, else that of its parts where it shows them all. */
function findSum(
  { sums }: CashFlowRow,
  whole: CashFlowSeries,
  parts: readonly CashFlowSeries[],
): number | null {
  const shown = sums[whole] ?? null;
  if (shown !== null || whole in sums) return shown;
  const values = parts.map((part) => sums[part] ?? null);
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}
