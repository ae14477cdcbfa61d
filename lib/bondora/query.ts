import { formatDay, type Day } from '#lib/base/day.ts';
import type { QueryEntries } from './operation.ts';
import { getQuota, type QuotaKey } from './quota-table.ts';
import { invalidInputError } from './request-errors.ts';
import { shiftDecimal } from './shift-decimal.ts';

/** A parameter of a request: the API's name for it, and how a value is written. */
export interface Parameter<T> {
  key: string;
  write: (value: T) => readonly string[];
}

type ParameterTable = Readonly<Record<string, Parameter<never>>>;

/** The values a table of parameters takes. What is left out is not sent. */
export type ArgumentsOf<Table extends ParameterTable> = {
  readonly [Name in keyof Table]?: Table[Name] extends Parameter<infer T> ? T : never;
};

const writeNumber = (value: number): string[] => {
  if (!Number.isFinite(value)) throw invalidInputError('A number of the request is not a number.');
  return [String(value)];
};
const writeDay = (value: Day): string[] => [`${formatDay(value)}T00:00:00`];

export const amount = (key: string): Parameter<number> => ({ key, write: writeNumber });
/** Takes a fraction; the API wants percent. */
export const rate = (key: string): Parameter<number> => ({
  key,
  write: (value) => writeNumber(shiftDecimal(value, 2)),
});
export const count = (key: string): Parameter<number> => ({
  key,
  write: (value) => {
    if (!Number.isSafeInteger(value)) throw invalidInputError('A number of the request is not whole.');
    return [String(value)];
  },
});
export const word = (key: string): Parameter<string> => ({ key, write: (value) => [value] });
export const claim = (key: string): Parameter<boolean> => ({ key, write: (value) => [String(value)] });
export const date = (key: string): Parameter<Day> => ({ key, write: writeDay });
/** Takes epoch ms. */
export const moment = (key: string): Parameter<number> => ({
  key,
  write: (value) => [new Date(Number(writeNumber(value)[0])).toISOString()],
});
/** Several values: the parameter is repeated. */
export const words = (key: string): Parameter<readonly string[]> => ({ key, write: (values) => values });
export const counts = (key: string): Parameter<readonly number[]> => ({
  key,
  write: (values) => values.flatMap(writeNumber),
});

/** The parameters that page a list. */
export const paging = { pageSize: count('PageSize'), pageNr: count('PageNr') };

/** Writes the arguments that are given, in the table's order. Throws `invalid-input`. */
export function writeQuery<Table extends ParameterTable>(
  table: Table,
  args: ArgumentsOf<Table>,
): QueryEntries {
  return Object.entries(table).flatMap(([name, { key, write }]) => {
    const value = args[name];
    return value === undefined ? [] : write(value as never).map((text) => [key, text] as const);
  });
}

/** Throws `invalid-input` for a page that the endpoint does not have. */
export function checkPage(quota: QuotaKey, args: { pageSize?: number; pageNr?: number }): void {
  const { largestPage = 1 } = getQuota(quota);
  const { pageSize = 1, pageNr = 1 } = args;
  if (!isWithin(pageSize, 1, largestPage)) {
    throw invalidInputError(`A page holds 1 to ${largestPage} items.`);
  }
  if (!isWithin(pageNr, 1, 2 ** 31 - 1)) throw invalidInputError('Pages count from 1.');
}

/** Throws `invalid-input` for a batch that is empty, too large, or names a thing twice. */
export function checkBatch(quota: QuotaKey, ids: readonly string[]): void {
  const { largestBatch = 1 } = getQuota(quota);
  if (!isWithin(ids.length, 1, largestBatch)) {
    throw invalidInputError(`One request takes 1 to ${largestBatch} items.`);
  }
  for (const id of ids) checkId(id);
  if (new Set(ids).size < ids.length) throw invalidInputError('The request names an item twice.');
}

/** Throws `invalid-input` for anything but a GUID in lower case. */
export function checkId(id: string): void {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
    throw invalidInputError('An id of the request is not one of Bondora’s.');
  }
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}
