import type { Day } from '#lib/base/day.ts';
import type { Assumptions } from '#lib/finance/assumptions.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import type { LoanKey } from '#lib/loan/ids.ts';
import type { RowKnowledge } from '#lib/messages/protocol.ts';
import type { AddedColumn } from '#lib/views/columns/column.ts';
import { filterRows, type FilterCounts, type Match } from '#lib/views/filter.ts';
import { composeRow, type ComposedRow } from './compose-row.ts';
import type { OverlayRow } from './overlay-page.ts';

/** What was worked out of a row. */
export interface ComputedRow extends ComposedRow {
  row: OverlayRow;
  /** One for each added column. */
  values: readonly FieldValue[];
  /** What values rest on, for columns that rest on assumptions which a page may know; null for the others. */
  hints: readonly (string | null)[];
  /** null while no filter is set, and for rows that could not be read. */
  match: Match | null;
}

/** What was worked out of the rows of a table. */
export interface ComputedRows {
  compute(
    row: OverlayRow,
    columns: readonly AddedColumn[],
    knowledge: RowKnowledge | null,
    today: Day,
    assumptions: Assumptions,
  ): void;
  /** Judges rows by a filter; an empty one judges none. */
  judge(rows: readonly OverlayRow[], formula: string, today: Day): void;
  find(element: HTMLTableRowElement): ComputedRow | undefined;
  /** The rows that are about a loan. */
  listOfLoan(loan: LoanKey): ComputedRow[];
  drop(rows: readonly OverlayRow[]): void;
  count(): FilterCounts;
}

export function createComputedRows(): ComputedRows {
  const computed = new Map<HTMLTableRowElement, ComputedRow>();
  return {
    compute(row, columns, knowledge, today, assumptions) {
      const composed = composeRow(row.reading, knowledge, today, assumptions);
      const isLegible = 'key' in row.reading;
      const values = columns.map((column) => (isLegible ? column.value(composed.record) : null));
      const hints = columns.map(({ explain, isPrivate }) =>
        isLegible && explain && isPrivate !== true ? explain(composed.record, today) : null,
      );
      computed.set(row.element, { ...composed, row, values, hints, match: null });
    },
    judge(rows, formula, today) {
      const legible = rows.flatMap(({ element }) => {
        const state = computed.get(element);
        return state !== undefined && 'key' in state.row.reading ? [state] : [];
      });
      const records = legible.map(({ record }) => record);
      const result = formula === '' ? { matches: [] } : filterRows(formula, records, today);
      legible.forEach((state, i) => {
        state.match = 'matches' in result ? (result.matches[i] ?? null) : null;
      });
    },
    find: (element) => computed.get(element),
    listOfLoan: (loan) => [...computed.values()].filter((state) => state.loan === loan),
    drop(rows) {
      for (const { element } of rows) computed.delete(element);
    },
    count() {
      const counts: FilterCounts = { yes: 0, no: 0, unknown: 0 };
      for (const { match } of computed.values()) if (match !== null) counts[match]++;
      return counts;
    },
  };
}
