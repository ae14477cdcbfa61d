import type { FieldId } from '#lib/loan/fields.ts';
import { findCellKind } from '#lib/views/teachable-fields.ts';
import type { Concept } from './header-words.ts';
import { readHeader } from './headers.ts';
import type { PageTable } from './page-reading.ts';
import { placeHeadCells, type PlacedCell } from './table-rows.ts';

/** How the cells of a column are read. */
export type CellReader =
  | 'loan-number'
  | 'cost'
  | 'pair'
  | 'rate'
  | 'money'
  | 'count'
  | 'number'
  | 'day'
  | 'moment'
  | 'rating'
  | 'country'
  | 'code'
  | 'text';

/** A column of a table, ready for reading: where it stands now, what it holds, how. */
export interface ColumnPlan {
  index: number;
  place: PlacedCell;
  header: string;
  concepts: ReadonlySet<Concept> | null;
  fields: readonly FieldId[];
  reader: CellReader | null;
  /** Whether the header itself says that its numbers are percents. */
  isPercent: boolean;
}

/** The columns of a table as they stand in its header row now. */
export function planColumns({ head, columns }: PageTable): ColumnPlan[] {
  return placeHeadCells(head).map((place, index) => {
    const header = readHeader(place.element);
    const fields = columns[index]?.fields ?? [];
    return {
      index,
      place,
      header: header.text,
      concepts: header.concepts,
      fields,
      reader: findReader(fields),
      isPercent: /[%\uFF05]/.test(header.text),
    };
  });
}

function findReader(fields: readonly FieldId[]): CellReader | null {
  const [first] = fields;
  if (first === undefined) return null;
  if (fields.includes('price') || fields.includes('discount')) return 'cost';
  if (fields.includes('nrOfScheduledPayments') && fields.includes('nextPaymentNr')) return 'pair';
  const kind = findCellKind(first) ?? null;
  if (kind === 'id') return 'loan-number';
  return fields.length === 1 ? kind : null;
}
