import { parseQuery } from '../api/query.ts';
import type { World } from '../world/world.ts';
import type { ColumnId } from './columns.ts';
import type { ListRequest } from './list-request.ts';
import type { ListRow } from './list-row.ts';
import type { List } from './list.ts';

/** Rows a page can have; the site took 200, more is ours, for measuring. */
const largestPage = 1000;
const usualPage = 50;

/** The rows of one page of a list. */
export interface FoundPage {
  /** How many rows the search let through. */
  found: number;
  rows: readonly ListRow[];
  /** From 1. */
  pageNr: number;
  pageSize: number;
}

/** What C's tables sort by: `sort=3`, or `sort=3.desc`, with the number of the column in its list. */
const sortKeys: { [id in ColumnId]?: (row: ListRow) => number } = {
  interest: ({ loan }) => loan.interest,
  number: ({ loan }) => loan.number,
  investmentNumber: ({ loan }) => loan.number,
  cost: ({ listing }) => listing?.discount ?? 0,
  rating: ({ loan }) => ['AA', 'A', 'B', 'C', 'D', 'E', 'F', 'HR'].indexOf(loan.rating ?? ''),
  purchaseDate: ({ holding }) => holding?.boughtAt ?? 0,
};

/** Finds the rows that an address asks for: searched, sorted and cut into pages. */
export function findPage(list: List, world: World, { address, investor }: ListRequest): FoundPage {
  const query = parseQuery(address.searchParams, list.prefix);
  const all = list.find(world, query, investor);
  const [nth = '', direction] = (query.find('sort') ?? '').split('.');
  const column = nth === '' ? undefined : list.columns[Number(nth)];
  const key = column && sortKeys[column];
  const sign = direction === 'desc' ? -1 : 1;
  const found = key ? all.toSorted((one, other) => sign * (key(one) - key(other))) : all;
  const pageSize = Math.min(largestPage, Math.max(1, Math.floor(query.findNumber('pageSize') ?? usualPage)));
  const pageNr = Math.max(1, Math.floor(query.findNumber('pageNr') ?? 1));
  return {
    found: found.length,
    rows: found.slice((pageNr - 1) * pageSize, pageNr * pageSize),
    pageNr,
    pageSize,
  };
}
