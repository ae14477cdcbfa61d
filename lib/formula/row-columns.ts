import type { Day } from '#lib/base/day.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';
import type { FieldKind, FieldValue } from '#lib/loan/field.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { Column, ColumnSource, Word } from './columns.ts';

/** Columns over a few records, as a page has them. A value that does not fit its field's kind is unknown. */
export function createRowColumns(records: readonly LoanRecord[], today: Day): ColumnSource {
  const columns = new Map<FieldId, Column>();
  const gather = (id: FieldId): Column => {
    const kind = getField(id).kind;
    const values = records.map((record) => record[id] ?? null);
    return holdsWords(kind)
      ? gatherWords(values.map((value) => toWord(value, kind)))
      : { numbers: Float64Array.from(values, toNumber) };
  };
  return {
    rows: records.length,
    today,
    column(id) {
      const column = columns.get(id) ?? gather(id);
      columns.set(id, column);
      return column;
    },
  };
}

/** Whether fields of this kind lie in word columns. */
export function holdsWords(kind: FieldKind): boolean {
  return kind === 'rating' || kind === 'country' || kind === 'text' || kind === 'tags' || kind === 'id';
}

function toNumber(value: FieldValue): number {
  const number = typeof value === 'boolean' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : Number.NaN;
}

function toWord(value: FieldValue, kind: FieldKind): Word {
  if (kind === 'tags') return Array.isArray(value) ? (value as readonly string[]) : null;
  if (typeof value === 'string') return value;
  return typeof value === 'number' && kind === 'id' ? String(value) : null;
}

function gatherWords(values: readonly Word[]): Column {
  const places = new Map<Word, number>();
  const codes = Uint32Array.from(values, (word) => {
    const place = places.get(word) ?? places.size;
    places.set(word, place);
    return place;
  });
  return { codes, words: [...places.keys()] };
}
