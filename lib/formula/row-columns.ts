import { daysInTallinn, type Day } from '#lib/base/day.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';
import type { FieldKind, FieldValue } from '#lib/loan/field.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { isWords } from './value-type.ts';
import type { Column, ColumnSource, Word } from './columns.ts';

/** Columns over a few records, as a page has them. A value that does not fit its field's kind is unknown. */
export function createRowColumns(records: readonly LoanRecord[], today: Day): ColumnSource {
  return {
    rows: records.length,
    today,
    column(id: FieldId): Column {
      const { kind } = getField(id);
      if (kind !== 'rating' && !isWords({ kind })) return readNumbers(records, id, kind);
      // One word a record: the formula engine does not gain from a dictionary over so few.
      return {
        codes: Uint32Array.from(records.keys()),
        words: records.map((record) => toWord(record[id] ?? null, kind)),
      };
    },
  };
}

function readNumbers(records: readonly LoanRecord[], id: FieldId, kind: FieldKind): Column {
  const numbers = Float64Array.from(records, (record) => toNumber(record[id]));
  return { numbers: kind === 'instant' ? daysInTallinn(numbers) : numbers };
}

function toNumber(value: FieldValue | undefined): number {
  const number = value === true ? 1 : value === false ? 0 : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : Number.NaN;
}

function toWord(value: FieldValue, kind: FieldKind): Word {
  if (Array.isArray(value)) return kind === 'tags' ? (value as readonly string[]) : null;
  if (typeof value === 'number') return kind === 'id' ? String(value) : null;
  return typeof value === 'string' && kind !== 'tags' ? value : null;
}
