import type { FieldId } from '#lib/loan/fields.ts';
import { matchTaughtColumns } from '#lib/views/taught-columns.ts';
import type { TaughtPage } from '#lib/views/taught-page.ts';
import { readLabel, readText } from './cell-text.ts';
import { findColumnLook } from './column-looks.ts';
import { believeHeader, believeLook, confidenceBar, readHeader, type Belief } from './headers.ts';
import { listLanguages } from './labels.ts';
import type { PageColumn, PageKind } from './page-reading.ts';
import type { PlacedCell } from './table-rows.ts';

/** A column with what is believed of it, read or not, and what its sampled cells say. */
export interface BelievedColumn {
  head: PlacedCell;
  header: string;
  texts: readonly string[];
  belief: Belief;
}

/** What is believed of the columns under header cells, by those and by the cells of sample rows. */
export function believeColumns(
  heads: readonly PlacedCell[],
  sample: readonly (readonly PlacedCell[])[],
  kind: PageKind,
  document: Document,
): BelievedColumn[] {
  const languages = listLanguages(document);
  const columns = heads.map((head) => {
    const header = readHeader(head.element);
    const cells = sample.flatMap((row) => row.filter((cell) => isUnder(cell, head)));
    const texts = cells.map((cell) => readText(cell.element) || readLabel(cell.element));
    const look = findColumnLook(texts, languages, header.concepts?.has('country') ?? header.text !== '');
    const isCost =
      cells.length > 0 && cells.every((cell) => cell.element.querySelector('.item-cost') !== null);
    const named = believeHeader(header, look, kind);
    const seen = named.confidence < confidenceBar ? believeLook(header, look, kind, isCost) : undefined;
    return { head, header: header.text, texts, named, seen };
  });

  // A look proves nothing when a header already names the field, or when two columns look alike.
  const claimed = new Set(
    columns.flatMap(({ named }) => (named.confidence < confidenceBar ? [] : named.fields)),
  );
  return columns.map(({ head, header, texts, named, seen }) => {
    const isTaken = seen?.fields.some(
      (field) =>
        claimed.has(field) ||
        columns.some((other) => other.seen !== seen && other.seen?.fields.includes(field)),
    );
    const belief = seen && isTaken !== true ? seen : named;
    return { head, header, texts, belief: doubtTwin({ header, texts, belief }, columns) };
  });
}

// Two columns with one header that say different things: at most one of them is what the header says.
function doubtTwin(
  { header, texts, belief }: Omit<BelievedColumn, 'head'>,
  columns: readonly { header: string; texts: readonly string[] }[],
): Belief {
  if (belief.fields.length === 0 || header === '') return belief;
  const isTwin = columns.some(
    (other) =>
      other.texts !== texts &&
      other.header === header &&
      other.texts.some((text, row) => text !== texts[row]),
  );
  return isTwin
    ? { ...belief, confidence: 0.5, doubt: 'Two columns have this header, and say different things.' }
    : belief;
}

/** The columns as the page's readers take them: what is below the bar is not read. */
export function readColumns(columns: readonly BelievedColumn[], taught?: TaughtPage): PageColumn[] {
  const told =
    taught &&
    matchTaughtColumns(
      taught,
      columns.map((column) => column.header),
    );
  const saidFields = new Set(told?.flatMap((fields) => fields ?? []));
  return columns.map(({ header, belief }, index) => {
    const said = told?.[index];
    if (said) return { header, fields: said, confidence: 1, doubt: null };
    const isRead =
      belief.confidence >= confidenceBar && !belief.fields.some((field) => saidFields.has(field));
    return {
      header,
      fields: isRead ? belief.fields : ([] as readonly FieldId[]),
      confidence: belief.confidence,
      doubt: belief.doubt,
    };
  });
}

// Whether a cell stands under a header and nothing else.
function isUnder(cell: PlacedCell, head: PlacedCell): boolean {
  return cell.start >= head.start && cell.start + cell.span <= head.start + head.span;
}
