import type {
  ColumnGuise,
  PointedColumn,
  PointedTable,
  SampleReading,
  TeachingPage,
} from '#components/teach/teaching-page.ts';
import { chooseLook } from '#components/values/value-look.ts';
import { readLabel, readText } from '#lib/site/cell-text.ts';
import { findColumnLook } from '#lib/site/column-looks.ts';
import { describeTable } from '#lib/site/describe-table.ts';
import { believeTable } from '#lib/site/find-table.ts';
import { listLanguages } from '#lib/site/labels.ts';
import { isInOurs } from '#lib/site/our-elements.ts';
import { formatPathPattern } from '#lib/site/page-addresses.ts';
import type { PageTable } from '#lib/site/page-reading.ts';
import { readColumns } from '#lib/site/read-columns.ts';
import { findDecimalMark, readRows } from '#lib/site/read-rows.ts';
import { recognizePage } from '#lib/site/recognize-page.ts';
import { writePageReport } from '#lib/site/page-report.ts';
import { listRows, placeCells, placeHeadCells, type PlacedCell } from '#lib/site/table-rows.ts';
import { taughtKinds, type TaughtKind } from '#lib/views/taught-page.ts';

/** Cells of a column that are shown to a person. */
const sampleSize = 4;

const reportTold = [
  'It holds the build of the page’s table: its headers, its first rows, the names of classes, and what Bondlens takes each column for.',
  'Every other text, number and address in it was replaced by one of the same shape. No loan, sum or name of yours is in it.',
  'It is sent nowhere. Copy it, look through it, and put it into a report of the fault.',
];

/** The page of this document as the teaching sees it, made of `lib/site`. */
export function createTeachingPage(): TeachingPage {
  const recognise = () => recognizePage(new URL(location.href), document);
  const describe = (table: PointedTable, kind: TaughtKind) => {
    const described = describeTable(table.element, kind);
    return 'found' in described ? described.found : undefined;
  };
  const findHead = (table: PointedTable): HTMLTableRowElement | undefined =>
    describe(table, 'secondary-market')?.head;
  const findTable = (element: Element): PointedTable | undefined => {
    const described = describeTable(element, 'secondary-market');
    if (!('found' in described)) return undefined;
    const { element: table, head, columns } = described.found;
    const rows = listRows(table).filter((row) => row !== head && row.parentElement !== head.parentElement);
    return { element: table, headers: columns.map(({ header }) => header), rows: rows.length };
  };

  return {
    readPlace() {
      const { kind } = recognise();
      const known = taughtKinds.find((one) => one === kind) ?? null;
      return { host: location.hostname, path: formatPathPattern(new URL(location.href)), kind: known };
    },
    listTables() {
      const tables = new Map<HTMLTableElement, PointedTable>();
      for (const element of document.getElementsByTagName('table')) {
        const table = isInOurs(element) ? undefined : findTable(element);
        if (table !== undefined && table.element === element) tables.set(element, table);
      }
      return [...tables.values()].toSorted((a, b) => b.rows - a.rows);
    },
    findTable,
    listColumns(table, kind) {
      const languages = listLanguages(document);
      return (describe(table, kind)?.columns ?? []).map(
        ({ head, header, nth, samples, fields }): PointedColumn => ({
          header,
          nth,
          head,
          guise: findGuise(samples, languages),
          believed: fields,
        }),
      );
    },
    findColumn(table, element) {
      const cell = findCell(element, table.element);
      const head = findHead(table);
      if (cell === undefined || head === undefined || isInOurs(cell)) return undefined;
      const heads = placeHeadCells(head);
      const atHead = heads.findIndex((place) => place.element === cell);
      if (atHead >= 0) return atHead;
      const row = cell.parentElement;
      const place = row === null ? undefined : placeCells(row).find((one) => one.element === cell);
      const at = heads.findIndex((one) => place !== undefined && isUnder(place, one));
      return at < 0 ? undefined : at;
    },
    findLastCell(table, column) {
      const head = findHead(table);
      const place = head === undefined ? undefined : placeHeadCells(head)[column];
      if (place === undefined) return undefined;
      for (const row of listRows(table.element).toReversed()) {
        const cell = placeCells(row).find((one) => one.start === place.start && one.span === place.span);
        if (cell !== undefined) return cell.element;
      }
      return undefined;
    },
    read(table, draft) {
      const head = findHead(table);
      const language = document.documentElement.lang;
      if (head === undefined) return { columns: [], look: chooseLook(language) };
      const taught = { ...draft, id: 'draft', taughtAt: 0 };
      const { columns } = believeTable(table.element, head, draft.kind);
      const read: PageTable = {
        identity: { kind: draft.kind, generation: recognise().generation },
        taught,
        element: table.element,
        head,
        columns: readColumns(columns, taught),
      };
      const samples = sampleColumns(read);
      const decimal = draft.decimal ?? findDecimalMark(read);
      return { columns: samples, look: chooseLook(language, decimal === undefined ? {} : { decimal }) };
    },
    report: () => ({ text: writePageReport(new URL(location.href), document), told: reportTold }),
  };
}

/** Of each column some cells, no two alike, with what is read of their rows. */
function sampleColumns(table: PageTable): SampleReading[][] {
  const heads = placeHeadCells(table.head);
  const columns = heads.map((): SampleReading[] => []);
  for (const { element, reading } of readRows(table)) {
    if (columns.every((samples) => samples.length === sampleSize)) break;
    const cells = placeCells(element);
    for (const [at, head] of heads.entries()) {
      const samples = columns[at];
      const cell = cells.find((one) => isUnder(one, head));
      if (samples === undefined || cell === undefined || samples.length === sampleSize) continue;
      const text = (readText(cell.element) || readLabel(cell.element)).replaceAll('\n', ' ');
      if (text === '' || samples.some((sample) => sample.text === text)) continue;
      const values = (table.columns[at]?.fields ?? []).map(
        (field) => [field, 'fields' in reading ? (reading.fields[field] ?? null) : null] as const,
      );
      samples.push({ text, values });
    }
  }
  return columns;
}

/** What most of the cells look like: one that is written otherwise must not hide what the column is. */
function findGuise(samples: readonly string[], languages: readonly string[]): ColumnGuise | null {
  const { counts, filled } = findColumnLook(samples, languages);
  const most = [...counts].find(([, count]) => count * 2 > filled);
  return most?.[0] ?? null;
}

function findCell(element: Element, table: HTMLTableElement): Element | undefined {
  for (let at: Element | null = element; at !== null && at !== table; at = at.parentElement) {
    if ((at.localName === 'td' || at.localName === 'th') && at.closest('table') === table) return at;
  }
  return undefined;
}

/** Whether a cell stands under a header and nothing else. */
function isUnder(cell: PlacedCell, head: PlacedCell): boolean {
  return cell.start >= head.start && cell.start + cell.span <= head.start + head.span;
}
