import * as v from 'valibot';
import { formulaLimits } from '#lib/formula/limits.ts';
import { builtInColumnIds, type AddedColumnId, type FormulaColumnId } from './column-ids.ts';
import {
  highlightColours,
  viewLimits,
  type ColumnFormat,
  type Filter,
  type FilterEffect,
  type FormulaColumn,
  type ShownColumn,
  type SortKey,
  type View,
} from './view.ts';

const { name: nameLength, decimals: mostDecimals, width } = viewLimits;

/** Ids of views and filters. */
export const idSchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/, 'This is no id.'));
const name = v.pipe(v.string(), v.maxLength(nameLength));
const formula = v.pipe(v.string(), v.maxLength(formulaLimits.length));
const decimals = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostDecimals));

const formulaColumnId = v.custom<FormulaColumnId>(
  (id) => typeof id === 'string' && /^formula(-[a-z0-9]{1,12})?$/.test(id),
  'This is no id of a formula column.',
);
const columnId: v.GenericSchema<AddedColumnId> = v.union([v.picklist(builtInColumnIds), formulaColumnId]);

/** What a filter does. */
const effectSchema: v.GenericSchema<FilterEffect> = v.variant('do', [
  v.object({ do: v.literal('hide') }),
  v.object({ do: v.literal('fade') }),
  v.object({ do: v.literal('highlight'), colour: v.picklist(highlightColours) }),
]);

const filterSchema: v.GenericSchema<Filter> = v.object({
  id: idSchema,
  name,
  formula,
  effect: effectSchema,
  on: v.boolean(),
});

/** How a column writes its values. */
const formatSchema: v.GenericSchema<ColumnFormat> = v.variant('as', [
  v.object({ as: v.picklist(['auto', 'money', 'day', 'text']) }),
  v.object({ as: v.picklist(['percent', 'number']), decimals }),
]);

const formulaColumnSchema: v.GenericSchema<FormulaColumn> = v.object({
  id: formulaColumnId,
  title: v.pipe(name, v.trim(), v.minLength(1, 'A column needs a title.')),
  formula,
  format: formatSchema,
});

const shownColumnSchema: v.GenericSchema<ShownColumn> = v.object({
  id: columnId,
  width: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(width.least), v.maxValue(width.most))),
});

const sortKeySchema: v.GenericSchema<SortKey> = v.object({ column: columnId, descending: v.boolean() });

/** A view as it is kept and sent: everything in it within `viewLimits`, every id once. */
export const viewSchema: v.GenericSchema<View> = v.object({
  id: idSchema,
  name: v.pipe(name, v.trim(), v.minLength(1, 'A view needs a name.')),
  columns: v.pipe(
    v.array(shownColumnSchema),
    v.maxLength(builtInColumnIds.length + viewLimits.formulaColumns),
    v.check((columns) => hasNoTwins(columns.map(({ id }) => id)), 'A column stands twice.'),
  ),
  sort: v.pipe(
    v.array(sortKeySchema),
    v.maxLength(viewLimits.sortKeys, `At most ${viewLimits.sortKeys} columns to sort by.`),
    v.check((keys) => hasNoTwins(keys.map(({ column }) => column)), 'A sort key stands twice.'),
  ),
  filters: v.pipe(
    v.array(filterSchema),
    v.maxLength(viewLimits.filters, `At most ${viewLimits.filters} filters.`),
    v.check((filters) => hasNoTwins(filters.map(({ id }) => id)), 'A filter stands twice.'),
  ),
  formulaColumns: v.pipe(
    v.array(formulaColumnSchema),
    v.maxLength(viewLimits.formulaColumns, `At most ${viewLimits.formulaColumns} columns of your own.`),
    v.check((columns) => hasNoTwins(columns.map(({ id }) => id)), 'A formula column stands twice.'),
  ),
});

function hasNoTwins(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}
