import { choose, type Roll } from './roll.ts';

/**
 * Something that may happen to a page without changing what is true of its rows. One that makes a page say less than before
 * is among them, one that makes it say something else is not.
 */
export type Mutation = (table: HTMLTableElement, roll: Roll) => void;

/** The rows of a table, of any section. */
export function listAllRows(table: HTMLTableElement): Element[] {
  return [...table.querySelectorAll(':scope > * > tr')];
}

/** Rows that hold values: below the head, with two cells at least. */
export function listMainRows(table: HTMLTableElement): Element[] {
  return listAllRows(table).filter(
    (row) =>
      row.parentElement?.localName !== 'thead' && row.querySelector('th') === null && row.children.length > 1,
  );
}

/** The row of headers; undefined for a table of pairs. */
export function findHeadRow(table: HTMLTableElement): Element | undefined {
  return listAllRows(table).find((row) => row.querySelector('th') !== null);
}

/** Any cell that holds values. */
export function chooseCell(table: HTMLTableElement, roll: Roll): Element | undefined {
  const row = choose(listMainRows(table), roll);
  return row && choose(row.children, roll);
}

/** How many columns the table has, by its head or its first row. */
export function countColumns(table: HTMLTableElement): number {
  return (findHeadRow(table) ?? listAllRows(table)[0])?.children.length ?? 0;
}
