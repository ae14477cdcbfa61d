import * as v from 'valibot';
import { openText, sealText } from './sealed-text.ts';
import { taughtPageSchema } from './taught-page-schema.ts';
import { taughtLimits, type TaughtColumn, type TaughtPage } from './taught-page.ts';

const stem = 'bondlens-page-';
const version = '1';
/** More than the longest taught page takes. */
const longest = 60_000;

/** Hosts whose pages Bondlens runs on: a lesson about any other is of no use. */
const ownHosts = /^(www|app)\.bondora\.com$/;

/**
 * A taught page as a short text, to be sent to others and read by `readTaughtText`. It holds the address without language
 * and numbers, the headers of the table and what its columns hold: nothing of what stands in its rows.
 */
export function writeTaughtText(page: TaughtPage): string {
  const { host, path, kind, headers, columns, decimal, dates } = page;
  const packed = [
    host,
    path,
    kind,
    headers,
    columns.flatMap(({ header, nth, fields }) => {
      const place = findPlace(headers, header, nth);
      return place === undefined ? [] : [[place, fields]];
    }),
    decimal ?? '',
    dates ?? '',
  ];
  return sealText(stem + version, JSON.stringify(packed));
}

const packedSchema = v.strictTuple([
  v.string(),
  v.string(),
  v.string(),
  v.array(v.string()),
  v.array(v.strictTuple([v.pipe(v.number(), v.integer(), v.minValue(0)), v.array(v.string())])),
  v.string(),
  v.string(),
]);

/**
 * What a text teaches, to be looked at before it is kept, or why it teaches nothing: in a sentence. Safe for any text
 * whatsoever.
 * @param id becomes its id
 * @param now becomes its date, epoch ms
 */
export function readTaughtText(
  text: string,
  id: string,
  now: number,
): { page: TaughtPage } | { fault: string } {
  if (text.length > longest) return { fault: 'This text is too long for a page that was taught.' };
  const opened = openText(text);
  if (opened === 'damaged')
    return { fault: 'This text was damaged on its way: a part is missing or was changed.' };
  if (opened === 'foreign' || !opened.kind.startsWith(stem))
    return { fault: 'This is not the text of a page that was taught.' };
  if (opened.kind !== stem + version)
    return { fault: 'This text was written by another version of Bondlens, which this one cannot read.' };
  const packed = v.safeParse(packedSchema, parseJson(opened.text));
  if (!packed.success) return { fault: 'This text is not put together as a taught page is.' };
  const [host, path, kind, headers, columns, decimal, dates] = packed.output;
  if (!ownHosts.test(host))
    return { fault: 'This text is about a page of another site, where Bondlens does not run.' };
  if (columns.some(([place]) => place >= headers.length))
    return { fault: 'This text speaks of a column that its table does not have.' };
  const page = v.safeParse(taughtPageSchema, {
    id,
    host,
    path,
    kind,
    headers,
    columns: columns.map(([place, fields]) => {
      const { header, nth } = nameColumn(headers, place);
      return { header, nth, fields };
    }),
    decimal: decimal || null,
    dates: dates || null,
    taughtAt: now,
  });
  if (!page.success) return { fault: `This text cannot be used: ${tellIssue(page.issues[0])}` };
  return page.output.columns.some(({ fields }) => fields.length > 0)
    ? { page: page.output }
    : { fault: 'This text says of no column what it holds.' };
}

/** How a taught page names the column at a place of a table with these headers. */
export function nameColumn(headers: readonly string[], place: number): Pick<TaughtColumn, 'header' | 'nth'> {
  const header = headers[place] ?? '';
  return { header, nth: headers.slice(0, place).filter((other) => other === header).length };
}

function findPlace(headers: readonly string[], header: string, nth: number): number | undefined {
  return headers.flatMap((other, at) => (other === header ? [at] : []))[nth];
}

function tellIssue(issue: v.BaseIssue<unknown>): string {
  const part = issue.path?.[0]?.key;
  if (part === 'columns') return 'it names a field that is not known here, or too many columns.';
  if (part === 'headers')
    return `its table has no headers, too long ones, or more than ${taughtLimits.columns}.`;
  return 'its address, kind of page or format is not one that Bondlens knows.';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // No JSON: it fits no schema either.
    return undefined;
  }
}
