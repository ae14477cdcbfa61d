import { getField, type FieldId } from '#lib/loan/fields.ts';
import type { TaughtKind, TaughtPage } from './taught-page.ts';

/** What people call the kinds of page that can be taught. */
export const taughtKindNames: Readonly<Record<TaughtKind, string>> = {
  'secondary-market': 'Secondary market',
  'primary-market': 'Auctions',
  investments: 'My investments',
  loan: 'One loan',
};

const dateNames = {
  'day-month-year': 'day, month, year',
  'month-day-year': 'month, day, year',
  'year-month-day': 'year, month, day',
} as const;

/** What a person said of a page, in sentences: where it holds, then what each column holds. */
export function describeTaught(page: Omit<TaughtPage, 'id' | 'taughtAt'>): string[] {
  const { host, path, kind, headers, columns, decimal, dates } = page;
  return [
    `Pages of ${host}${path}, a table of ${headers.length} ${headers.length === 1 ? 'column' : 'columns'}: ${taughtKindNames[kind].toLowerCase()}.`,
    ...columns.map(
      ({ header, nth, fields }) =>
        `${nameHeader(header, nth)}: ${fields.length === 0 ? 'nothing of a loan' : describeFields(fields)}.`,
    ),
    ...(decimal === null ? [] : [`Numbers have a decimal ${decimal === '.' ? 'point' : 'comma'}.`]),
    ...(dates === null ? [] : [`Dates are written ${dateNames[dates]}.`]),
  ];
}

/** The fields of one column in words: `price and discount`. */
export function describeFields(fields: readonly FieldId[]): string {
  return fields.map((field) => getField(field).label).join(' and ');
}

/** A column of the page in words: by its header, or by where it stands. */
export function nameHeader(header: string, nth: number): string {
  if (header === '')
    return nth === 0 ? 'The column without a header' : `Column without a header, number ${nth + 1}`;
  return nth === 0 ? `“${header}”` : `“${header}”, number ${nth + 1}`;
}
