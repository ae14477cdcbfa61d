import type { ColumnPlan } from './column-plans.ts';
import type { TaughtPage } from '#lib/views/taught-page.ts';
import { createDateOrder, learnDateOrder, looksTurned, type DateOrder } from './dates.ts';
import {
  createSignCounts,
  findConvention,
  learnSign,
  type SignConvention,
  type SignCounts,
} from './discount-sign.ts';
import { createNumberFormat, learnNumberFormat, type NumberFormat } from './numbers.ts';
import type { PageIdentity } from './page-reading.ts';
import type { CellReading } from './read-cell.ts';

/** Everything that is settled for a table as a whole, from all its cells. */
export interface TableFormat {
  numbers: NumberFormat;
  dates: DateOrder;
  /** Columns, by index, of which some cell shows a percent sign. */
  percentColumns: Set<number>;
  /** Signs of the percents of each price or discount column, by index. */
  signs: Map<number, SignCounts>;
  /** Whether the open principal is confirmed or at least not refuted by the prices. */
  isPrincipal: boolean;
  /** What the prices prove about percents without a sign. */
  provenConvention: SignConvention;
  /** Whether rows of loans can be told from others: by ids, or by columns that only loans fill. */
  showsLoans: boolean;
}

/** A format of which nothing is known yet but what a person told of the table. */
export function createTableFormat(taught?: TaughtPage): TableFormat {
  return {
    numbers: createNumberFormat(taught?.decimal),
    dates: createDateOrder(taught?.dates),
    percentColumns: new Set(),
    signs: new Map(),
    isPrincipal: true,
    provenConvention: null,
    showsLoans: false,
  };
}

/** Takes note of what one cell shows. */
export function learnTableFormat(format: TableFormat, { plan, number, cost, date }: CellReading): void {
  for (const found of [number, cost?.amount, cost?.percent]) {
    if (found) learnNumberFormat(format.numbers, found);
  }
  if (number?.unit === 'percent') format.percentColumns.add(plan.index);
  if (date) learnDateOrder(format.dates, date);
  if (cost?.percent && cost.word === null) {
    const counts = format.signs.get(plan.index) ?? createSignCounts();
    learnSign(counts, cost.percent);
    format.signs.set(plan.index, counts);
  }
}

/** What a percent without a sign means in a column. */
export function findColumnConvention(
  format: TableFormat,
  plan: ColumnPlan,
  identity: PageIdentity,
): SignConvention {
  if (format.provenConvention !== null) return format.provenConvention;
  return findConvention(format.signs.get(plan.index) ?? createSignCounts(), plan.concepts, identity);
}

/** A text that changes when what is settled changes in a way that gives cells another meaning. */
export function describeFormat(
  format: TableFormat,
  plans: readonly ColumnPlan[],
  identity: PageIdentity,
): string {
  const { numbers, dates } = format;
  return JSON.stringify([
    [...numbers.decimalMarks].toSorted(),
    [...numbers.groupMarks].toSorted(),
    [...numbers.longFractions].toSorted(),
    numbers.ungrouped,
    dates.dayFirst,
    dates.monthFirst,
    looksTurned(dates),
    [...format.percentColumns].toSorted((a, b) => a - b),
    plans
      .filter((plan) => plan.reader === 'cost')
      .map((plan) => findColumnConvention(format, plan, identity)),
    format.isPrincipal,
  ]);
}
