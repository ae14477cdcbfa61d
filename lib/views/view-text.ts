import * as v from 'valibot';
import { checkFilter, checkFormula } from '#lib/formula/check.ts';
import { builtInColumnIds } from './column-ids.ts';
import { openText, sealText } from './sealed-text.ts';
import { createViewNames } from './view-names.ts';
import { viewSchema } from './view-schema.ts';
import { highlightColours, viewLimits, type ColumnFormat, type FilterEffect, type View } from './view.ts';

const stem = 'bondlens-view-';
const version = '1';

/** The id that a view from a text bears until it is saved. */
const receivedId = 'received';

/**
 * A view as a short text, to be sent to others and read by `readViewText`. It holds the view's name, columns, sorting,
 * filters and formulas, and nothing else. Ids of filters are not kept.
 */
export function writeViewText({ name, columns, sort, filters, formulaColumns }: View): string {
  const packed = [
    name,
    columns.map(({ id, width }) => (width === null ? id : [id, width])),
    sort.map(({ column, descending }) => (descending ? '-' : '+') + column),
    filters.map((one) => [one.name, one.formula, packEffect(one.effect), Number(one.on)]),
    formulaColumns.map(({ id, title, formula, format }) => [id, title, formula, ...packFormat(format)]),
  ];
  return sealText(stem + version, JSON.stringify(packed));
}

function packEffect(effect: FilterEffect): string {
  return effect.do === 'highlight' ? effect.colour : effect.do;
}

function packFormat(format: ColumnFormat): (string | number)[] {
  return 'decimals' in format ? [format.as, format.decimals] : [format.as];
}

/** What a text may be packed as; what the parts may hold is checked by `viewSchema` once they are unpacked. */
const packedSchema = v.strictTuple([
  v.string(),
  v.array(v.union([v.string(), v.strictTuple([v.string(), v.number()])])),
  v.array(v.pipe(v.string(), v.regex(/^[+-]/))),
  v.array(v.strictTuple([v.string(), v.string(), v.string(), v.picklist([0, 1])])),
  v.array(v.tupleWithRest([v.string(), v.string(), v.string(), v.string()], v.number())),
]);

/**
 * The view that a text holds, to be looked at before it is saved (`saveViewAs`), or why there is none: in a sentence, with the
 * name of what is not known here. Safe for any text whatsoever.
 */
export function readViewText(text: string): { view: View } | { fault: string } {
  if (text.length > viewLimits.text) return { fault: 'This text is too long for a view.' };
  const opened = openText(text);
  if (opened === 'foreign') return { fault: 'This is not the text of a view.' };
  if (opened === 'damaged')
    return { fault: 'This text was damaged on its way: a part is missing or was changed.' };
  if (!opened.kind.startsWith(stem)) return { fault: 'This is not the text of a view.' };
  if (opened.kind !== stem + version)
    return { fault: 'This view was written by another version of Bondlens, which this one cannot read.' };
  const packed = v.safeParse(packedSchema, parseJson(opened.text));
  if (!packed.success) return { fault: 'This text is not put together as a view is.' };
  const unpacked = unpack(packed.output);
  const stranger = findStranger(unpacked);
  if (stranger !== undefined)
    return { fault: `This view has a column “${cut(stranger)}” that is not known here.` };
  const view = v.safeParse(viewSchema, unpacked);
  if (!view.success) return { fault: `This view cannot be used: ${view.issues[0].message}` };
  const fault = findFault(view.output);
  return fault === undefined ? { view: view.output } : { fault };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // No JSON: it fits no schema either.
    return undefined;
  }
}

/** As a view, with what its schema is still to judge. */
interface Unpacked {
  id: string;
  name: string;
  columns: { id: string; width: number | null }[];
  sort: { column: string; descending: boolean }[];
  filters: unknown[];
  formulaColumns: unknown[];
}

function unpack([name, columns, sort, filters, formulaColumns]: v.InferOutput<
  typeof packedSchema
>): Unpacked {
  return {
    id: receivedId,
    name,
    columns: columns.map((one) =>
      typeof one === 'string' ? { id: one, width: null } : { id: one[0], width: one[1] },
    ),
    sort: sort.map((one) => ({ column: one.slice(1), descending: one.startsWith('-') })),
    filters: filters.map(([title, formula, effect, on], at) => ({
      id: `filter-${at + 1}`,
      name: title,
      formula,
      effect: unpackEffect(effect),
      on: on === 1,
    })),
    formulaColumns: formulaColumns.map(([id, title, formula, as, decimals]) => ({
      id,
      title,
      formula,
      format: decimals === undefined ? { as } : { as, decimals },
    })),
  };
}

function unpackEffect(packed: string): unknown {
  const colour = highlightColours.find((one) => one === packed);
  return colour === undefined ? { do: packed } : { do: 'highlight', colour };
}

/** A column that this version does not bring along. */
function findStranger({ columns, sort }: Unpacked): string | undefined {
  const known: ReadonlySet<string> = new Set(builtInColumnIds);
  return [...columns.map(({ id }) => id), ...sort.map(({ column }) => column)].find(
    (id) => !known.has(id) && !/^formula(-|$)/.test(id),
  );
}

function findFault(view: View): string | undefined {
  const names = createViewNames(view);
  for (const { name, formula } of view.filters) {
    if (formula.trim() === '') continue;
    const checked = checkFilter(formula, names);
    if ('errors' in checked) return tell(`Its filter “${name || cut(formula)}”`, checked.errors[0]?.message);
  }
  for (const { title, formula } of view.formulaColumns) {
    const checked = checkFormula(formula, names);
    if ('errors' in checked) return tell(`Its column “${title}”`, checked.errors[0]?.message);
  }
  return undefined;
}

function cut(text: string): string {
  return text.length > viewLimits.name ? `${text.slice(0, viewLimits.name)}…` : text;
}

function tell(what: string, message = 'it is not understood.'): string {
  return `${what} cannot be used: ${message}`;
}
