import type { FieldValue } from '#lib/loan/field.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';
import type { BuiltInColumnId } from '../column-ids.ts';
import { createCompare } from '../compare-values.ts';
import type { AddedColumn } from './column.ts';

/**
 * A column that shows one field of the catalogue under a title of its own.
 * @param hint what it shows, in one sentence
 */
export function createFieldColumn(
  id: BuiltInColumnId & FieldId,
  title: string,
  hint: string,
  needs: readonly FieldId[],
): AddedColumn {
  const { kind, unit } = getField(id);
  return {
    id,
    title,
    hint,
    kind,
    ...(unit === undefined ? {} : { unit }),
    needs,
    value: (record): FieldValue => record[id] ?? null,
    compare: createCompare(kind),
  };
}
