import { getField, type FieldId } from '#lib/loan/fields.ts';
import type { AddedColumnId } from '../column-ids.ts';
import { createCompare } from '../compare-values.ts';
import type { AddedColumn } from './column.ts';

/** A column that shows one field of the catalogue under a title of its own. */
export function createFieldColumn(
  id: AddedColumnId & FieldId,
  title: string,
  needs: readonly FieldId[],
): AddedColumn {
  const { kind, meaning, unit } = getField(id);
  return {
    id,
    title,
    hint: meaning,
    kind,
    ...(unit === undefined ? {} : { unit }),
    needs,
    value: (record) => record[id] ?? null,
    compare: createCompare(kind),
  };
}
