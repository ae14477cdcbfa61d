import { readText } from './cell-text.ts';
import { readHeader, type Header } from './headers.ts';
import { isInOurs } from './our-elements.ts';
import { countColumns, listRows, placeCells, placeHeadCells, type PlacedCell } from './table-rows.ts';

/** A table whose columns are known by name. */
export interface NamedTable<Name extends string> {
  /** The rows below its headers that have a cell for each of them, with the texts of those that are named. */
  rows: readonly { element: HTMLTableRowElement; texts: ReadonlyMap<Name, string> }[];
  names: ReadonlySet<Name>;
  /** Headers that no name was found for. */
  unnamed: readonly string[];
}

/**
 * The tables of a page whose headers give all of these names; a table around another one is left out. A name that two headers
 * give is none of them.
 */
export function findNamedTables<Name extends string>(
  document: Document,
  name: (header: Header) => Name | undefined,
  needed: readonly Name[],
): NamedTable<Name>[] {
  const found: NamedTable<Name>[] = [];
  for (const element of document.getElementsByTagName('table')) {
    if (isInOurs(element)) continue;
    const rows = listRows(element);
    for (const [at, head] of rows.slice(0, 3).entries()) {
      const table = nameColumns(head, rows.slice(at + 1), name);
      if (!needed.every((one) => table.names.has(one))) continue;
      found.push(table);
      break;
    }
  }
  return found;
}

function nameColumns<Name extends string>(
  head: HTMLTableRowElement,
  below: readonly HTMLTableRowElement[],
  name: (header: Header) => Name | undefined,
): NamedTable<Name> {
  const places = placeHeadCells(head);
  const headers = places.map((place) => readHeader(place.element));
  const given = headers.map(name);
  const columns = new Map<Name, PlacedCell>();
  const unnamed: string[] = [];
  for (const [index, place] of places.entries()) {
    const own = given[index];
    if (own !== undefined && given.filter((other) => other === own).length === 1) columns.set(own, place);
    else if (headers[index]?.text) unnamed.push(headers[index].text);
  }
  const width = countColumns(places);
  return {
    rows: below.flatMap((row) => readNamed(row, columns, width)),
    names: new Set(columns.keys()),
    unnamed,
  };
}

function readNamed<Name extends string>(
  element: HTMLTableRowElement,
  columns: ReadonlyMap<Name, PlacedCell>,
  width: number,
): NamedTable<Name>['rows'] {
  const cells = placeCells(element);
  if (countColumns(cells) !== width || cells.every((cell) => cell.element.localName === 'th')) return [];
  const texts = new Map<Name, string>();
  for (const [name, place] of columns) {
    const cell = cells.find((one) => one.start === place.start && one.span === place.span);
    if (cell) texts.set(name, readText(cell.element));
  }
  return [{ element, texts }];
}
