import type { FieldId } from '#lib/loan/fields.ts';
import { countHeaders } from '#lib/views/taught-columns.ts';
import { taughtLimits, type TaughtKind } from '#lib/views/taught-page.ts';
import { readText } from './cell-text.ts';
import { believeTable, findHead } from './find-table.ts';
import { isInOurs } from './our-elements.ts';
import { listRows, placeCells } from './table-rows.ts';

/** One column of a table that a person pointed at. */
export interface PointedColumn {
  /** The page's own header cell. */
  head: HTMLTableCellElement;
  /** Its text, as `TaughtColumn.header` keeps it; empty when there is none. */
  header: string;
  /** Which of the columns with this very header: 0 for the first. */
  nth: number;
  /** Texts of its first cells that hold anything, at most five. */
  samples: readonly string[];
  /** What we believe that it holds, also where that is too unsure to be read; only fields of `teachableFields`. */
  fields: readonly FieldId[];
  /** How sure that is, from 0 to 1. */
  confidence: number;
}

/** A table that a person pointed at, whether or not anything of it is understood. */
export interface PointedTable {
  element: HTMLTableElement;
  head: HTMLTableRowElement;
  columns: readonly PointedColumn[];
}

const sampleCount = 5;

/**
 * Describes the table that an element stands in, as a page of this kind would show it: for a person who says what is what, so
 * also where nothing is understood. Of nested tables it is the innermost with three columns or more.
 */
export function describeTable(
  pointed: Element,
  kind: TaughtKind,
): { found: PointedTable } | { notUnderstood: string } {
  const tables = listTables(pointed);
  if (tables.length === 0) return { notUnderstood: 'What was pointed at does not stand in a table.' };
  for (const element of tables) {
    const rows = listRows(element);
    const head = findHead(rows, kind) ?? rows.find(isCaptionRow);
    if (!head) continue;
    const columns = describeColumns(element, head, kind);
    if (columns.length >= 3) return { found: { element, head, columns } };
  }
  return { notUnderstood: 'The table has no row of headers by which its columns could be known again.' };
}

function listTables(pointed: Element): HTMLTableElement[] {
  const tables: HTMLTableElement[] = [];
  for (let at: Element | null = pointed; at !== null; at = at.parentElement) {
    if (at.localName === 'table' && !isInOurs(at)) tables.push(at as HTMLTableElement);
  }
  return tables;
}

// A first row that names something in several cells and holds no number anywhere.
function isCaptionRow(row: HTMLTableRowElement, index: number): boolean {
  const texts = placeCells(row).map((cell) => readText(cell.element));
  const named = texts.filter((text) => /\p{L}/u.test(text)).length;
  return index === 0 && named >= 3 && texts.every((text) => !/\d/.test(text));
}

function describeColumns(
  element: HTMLTableElement,
  head: HTMLTableRowElement,
  kind: TaughtKind,
): PointedColumn[] {
  const { columns } = believeTable(element, head, kind);
  const nths = countHeaders(columns.map((column) => column.header));
  return columns.map(({ head: place, header, texts, belief }, index) => ({
    head: place.element as HTMLTableCellElement,
    header: header.slice(0, taughtLimits.header),
    nth: nths[index] ?? 0,
    samples: texts
      .filter((text) => text !== '')
      .slice(0, sampleCount)
      .map((text) => text.replaceAll('\n', ' ')),
    fields: belief.fields,
    confidence: belief.confidence,
  }));
}
