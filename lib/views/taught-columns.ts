import type { FieldId } from '#lib/loan/fields.ts';
import type { TaughtPage } from './taught-page.ts';

/** A header for comparison: letters, digits and units only, in lower case. Arrows of sorting and blanks do not matter. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%€]+/gu, ' ')
    .trim();
}

/** Which of the columns with its very header each one is, 0 for the first. */
export function countHeaders(headers: readonly string[]): readonly number[] {
  const seen = new Map<string, number>();
  return headers.map((header) => {
    const folded = foldHeader(header);
    const nth = seen.get(folded) ?? 0;
    seen.set(folded, nth + 1);
    return nth;
  });
}

/**
 * What a person said of the columns of a table with these headers, in their order: the fields, or `null` where nothing was
 * said that holds here. Undefined when it is another table than the one that was shown: fewer than half of its headers are
 * there, or none of the columns that were given a meaning. Columns may have come, gone or moved; where the number of columns
 * with one header is another than it was, it is not known which is which.
 */
export function matchTaughtColumns(
  taught: Pick<TaughtPage, 'headers' | 'columns'>,
  headers: readonly string[],
): readonly (readonly FieldId[] | null)[] | undefined {
  const before = countEach(taught.headers);
  const now = countEach(headers);
  const nths = countHeaders(headers);
  const meant = headers.map((header, index) => {
    const folded = foldHeader(header);
    if (before.get(folded) !== now.get(folded)) return null;
    const column = taught.columns.find((one) => one.nth === nths[index] && foldHeader(one.header) === folded);
    return column?.fields ?? null;
  });
  const named = [...before].filter(([header]) => header !== '');
  const kept = named.filter(([header]) => now.has(header)).length;
  const isSame = named.length === 0 ? taught.headers.length === headers.length : kept * 2 >= named.length;
  return isSame && meant.some((fields) => fields !== null && fields.length > 0) ? meant : undefined;
}

function countEach(headers: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const header of headers) counts.set(foldHeader(header), (counts.get(foldHeader(header)) ?? 0) + 1);
  return counts;
}
