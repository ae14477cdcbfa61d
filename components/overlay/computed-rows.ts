import type { Day } from '#lib/base/day.ts';
import type { Assumptions } from '#lib/finance/assumptions.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import type { NoteKey } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { RowKnowledge } from '#lib/messages/protocol.ts';
import type { AddedColumn } from '#lib/views/columns/column.ts';
import { applyFilters, type FilterOutcome, type Judgement } from '#lib/views/apply-filters.ts';
import type { FilterCounts } from '#lib/views/filter.ts';
import { createViewNames } from '#lib/views/view-names.ts';
import { composeRow, type ComposedRow } from './compose-row.ts';
import type { OverlayRow } from './overlay-page.ts';
import type { TableChoice } from './table-choice.ts';

/** What was worked out of a row. */
export interface ComputedRow extends ComposedRow {
  row: OverlayRow;
  /** One for each added column. */
  values: readonly FieldValue[];
  /** What values rest on, for columns that rest on assumptions which a page may know; null for the others. */
  hints: readonly (string | null)[];
  /** null while no filter is set, and for rows that could not be read. */
  judgement: Judgement | null;
}

/** What filters did to the rows of a table. */
export interface FilterTally {
  /** Rows that fit, by the filters that say what fits; null while there is none. */
  counts: FilterCounts | null;
  /** How many rows each filter decided, by its id. */
  decided: Map<string, number>;
  faults: FilterOutcome['faults'];
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
  /** Judges rows by the filters of a view. */
  judge(
    rows: readonly OverlayRow[],
    choice: Pick<TableChoice, 'filters' | 'formulaColumns'>,
    today: Day,
  ): void;
  find(element: HTMLTableRowElement): ComputedRow | undefined;
  /** The rows that a note about this concerns. */
  listOfNote(about: NoteKey): ComputedRow[];
  drop(rows: readonly OverlayRow[]): void;
  count(): FilterTally;
  /** What is known of each legible row. */
  listRecords: () => LoanRecord[];
}

export function createComputedRows(): ComputedRows {
  const computed = new Map<HTMLTableRowElement, ComputedRow>();
  let faults: FilterOutcome['faults'] = [];
  return {
    compute(row, columns, knowledge, today, assumptions) {
      const composed = composeRow(row.reading, knowledge, today, assumptions);
      const isLegible = 'key' in row.reading;
      const values = columns.map((column) => (isLegible ? column.value(composed.record) : null));
      const hints = columns.map(({ explain, isPrivate }) =>
        isLegible && explain && isPrivate !== true ? explain(composed.record, today) : null,
      );
      computed.set(row.element, { ...composed, row, values, hints, judgement: null });
    },
    judge(rows, { filters, formulaColumns }, today) {
      const legible = rows.flatMap(({ element }) => {
        const state = computed.get(element);
        return state !== undefined && 'key' in state.row.reading ? [state] : [];
      });
      if (filters.length === 0) {
        for (const state of legible) state.judgement = null;
        faults = [];
        return;
      }
      const records = legible.map(({ record }) => record);
      const outcome = applyFilters(filters, records, today, createViewNames({ formulaColumns }));
      faults = outcome.faults;
      legible.forEach((state, i) => (state.judgement = outcome.rows[i] ?? null));
    },
    find: (element) => computed.get(element),
    listOfNote: (about) =>
      [...computed.values()].filter(
        ({ loan, knowledge }) => loan === about || knowledge?.subjects.includes(about) === true,
      ),
    drop(rows) {
      for (const { element } of rows) computed.delete(element);
    },
    count() {
      const tally: FilterTally = { counts: null, decided: new Map(), faults };
      for (const { judgement } of computed.values()) {
        const { match = null, decidedBy = null } = judgement ?? {};
        if (match !== null) {
          tally.counts ??= { yes: 0, no: 0, unknown: 0 };
          tally.counts[match]++;
        }
        if (decidedBy !== null) tally.decided.set(decidedBy.id, (tally.decided.get(decidedBy.id) ?? 0) + 1);
      }
      return tally;
    },
    listRecords: () =>
      [...computed.values()].flatMap(({ row, record }) => ('key' in row.reading ? [record] : [])),
  };
}
