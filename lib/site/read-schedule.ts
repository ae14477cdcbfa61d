import type { Day } from '#lib/base/day.ts';
import {
  createDateOrder,
  learnDateOrder,
  parseDate,
  settleDate,
  type DateOrder,
  type DateText,
} from './dates.ts';
import type { Concept } from './header-words.ts';
import type { Header } from './headers.ts';
import { isTotalsLabel, listLanguages } from './labels.ts';
import type { ScheduleRow } from './page-reading.ts';
import { learnSums, readSum } from './sums.ts';
import { findNamedTables } from './table-columns.ts';

type Column = 'date' | 'amount' | 'principal' | 'interest' | 'lateCharge';

/** Headers of a schedule: concepts that one names, and others that it may name beside them. */
const meanings: readonly (readonly [column: Column, needs: readonly Concept[], may: readonly Concept[]])[] = [
  ['date', ['date'], ['payment', 'scheduled', 'filler']],
  ['amount', ['amount'], ['payment', 'scheduled', 'total', 'filler']],
  ['amount', ['payment'], ['scheduled', 'total', 'monthly', 'filler']],
  ['amount', ['total'], ['filler']],
  ['principal', ['principal'], ['amount', 'payment', 'scheduled', 'filler']],
  ['interest', ['interest'], ['amount', 'payment', 'scheduled', 'filler']],
  ['lateCharge', ['penalty'], ['overdue', 'amount', 'payment', 'filler']],
  ['lateCharge', ['markup', 'overdue'], ['filler']],
];

function nameColumn({ concepts }: Header): Column | undefined {
  if (!concepts) return undefined;
  const fitting = meanings.find(
    ([, needs, may]) =>
      needs.every((concept) => concepts.has(concept)) &&
      [...concepts].every((concept) => needs.includes(concept) || may.includes(concept)),
  );
  return fitting?.[0];
}

/** Reads the schedule of a loan's page: its rows, those of totals told apart, or why there is none. */
export function readSchedule(document: Document): { schedule: readonly ScheduleRow[]; doubt: string | null } {
  const [table, ...others] = findNamedTables(document, nameColumn, ['date', 'principal', 'interest']);
  if (!table) return { schedule: [], doubt: 'No schedule of payments was found.' };
  if (others.length > 0) return { schedule: [], doubt: 'There is more than one schedule of payments.' };

  const languages = listLanguages(document);
  // White and grey rows are details of the line above.
  const rows = table.rows
    .filter(({ element }) => !/(^|\s)(white|gray|grey)(\s|$)/.test(element.getAttribute('class') ?? ''))
    .map(({ element, texts }) => {
      const label = texts.get('date') ?? '';
      const isTotal = isTotalsLabel(label) || element.parentElement?.localName === 'tfoot';
      return { element, texts, isTotal, date: isTotal ? undefined : parseDate(label, languages) };
    });
  const order = learnOrder(rows.flatMap(({ date }) => date ?? []));
  const format = learnSums(
    rows.flatMap(({ texts }) => [...texts].map(([name, text]) => (name === 'date' ? '' : text))),
  );
  const schedule = rows.flatMap(({ element, texts, isTotal, date }): ScheduleRow[] => {
    if (!date && !isTotal) return [];
    const sum = (name: Column): number | null => readSum(texts.get(name) ?? '', format);
    return [
      {
        element,
        role: isTotal ? 'total' : 'payment',
        date: date ? settleDate(date, order) : null,
        amount: sum('amount'),
        principal: sum('principal'),
        interest: sum('interest'),
        lateCharge: sum('lateCharge'),
        state: isTotal ? null : findState(element),
      },
    ];
  });
  const isOpen = schedule.some(({ role, date }) => role === 'payment' && date === null);
  return { schedule, doubt: isOpen ? 'Day and month of its dates cannot be told apart.' : null };
}

// Green rows are paid; red and future ones are our reading of the same classes.
function findState({ classList }: Element): ScheduleRow['state'] {
  const states = [
    classList.contains('green') ? ('paid' as const) : null,
    classList.contains('red') ? ('late' as const) : null,
    classList.contains('future') ? ('planned' as const) : null,
  ].filter((state) => state !== null);
  return states.length === 1 ? (states[0] ?? null) : null;
}

// Payments are due once a month: where one order of day and month makes months of the steps and the other does not, it is that.
function learnOrder(dates: readonly DateText[]): DateOrder {
  const order = createDateOrder();
  for (const date of dates) learnDateOrder(order, date);
  if (order.dayFirst || order.monthFirst) return order;
  const isDayFirst = isMonthly(dates.map((date) => settleDate(date, createDateOrder('day-month-year'))));
  const isMonthFirst = isMonthly(dates.map((date) => settleDate(date, createDateOrder('month-day-year'))));
  if (isDayFirst && !isMonthFirst) order.dayFirst = true;
  if (isMonthFirst && !isDayFirst) order.monthFirst = true;
  return order;
}

function isMonthly(days: readonly (Day | null)[]): boolean {
  const steps = days.slice(1).map((day, index) => (day ?? 0) - (days[index] ?? 0));
  return steps.length >= 2 && steps.every((step) => step >= 20 && step <= 45);
}
