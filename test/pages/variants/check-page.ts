import type { FieldId } from '#lib/loan/fields.ts';
import type { RowIds } from '#lib/loan/ids.ts';
import type { DescribedReport } from '../describe-report.ts';
import type { ExpectedPage, TrueRow } from './expected-page.ts';

/** What came of a check: everything here is a sentence about something that is not as it must be. */
export interface PageCheck {
  /** Values and ids that are not true. */
  wrong: string[];
  /** What should have been understood and was not. */
  missed: string[];
  /** Fields by how often they were unknown although the page shows them. */
  unknown: Map<string, number>;
}

interface DescribedRow {
  ids: RowIds;
  fields: Record<string, unknown>;
}

/** Compares what was read of a list with what is true of it. */
export function checkPage(report: DescribedReport, expected: ExpectedPage): PageCheck {
  const check: PageCheck = { wrong: [], missed: [], unknown: new Map() };
  const truths = expected.rows ?? [];
  const open = new Set(truths);
  let readable = 0;
  for (const row of report.rows as readonly (DescribedRow | { unreadable: string })[]) {
    if ('unreadable' in row) continue;
    const truth = truths.find((one) => open.has(one) && isOf(row, one));
    if (truth) {
      open.delete(truth);
      readable += 1;
      noteUnknown(row, truth, expected, check);
    } else check.wrong.push(describeWrong(row, truths));
  }
  const floor = expected.readable ?? 0;
  if (readable < floor) check.missed.push(`${readable} of ${floor} rows were read`);
  return check;
}

/** Whether everything that was read of a row is true of an offer. */
function isOf({ ids, fields }: DescribedRow, truth: TrueRow): boolean {
  return listWrongIds(ids, truth).length === 0 && listWrongFields(fields, truth).length === 0;
}

function listWrongIds({ guids = [], ...ids }: RowIds, truth: TrueRow): string[] {
  const known = Object.values(truth.ids);
  return [
    ...Object.entries(ids)
      .filter(([name, value]) => truth.ids[name as keyof RowIds] !== value)
      .map(([name]) => name),
    ...guids.filter((guid) => !known.includes(guid)),
  ];
}

function listWrongFields(fields: Record<string, unknown>, truth: TrueRow): string[] {
  return Object.entries(fields)
    .filter(([field, value]) => value !== null && truth.fields[field as FieldId] !== value)
    .map(
      ([field, value]) =>
        `${field} is read as ${JSON.stringify(value)}, is ${JSON.stringify(truth.fields[field as FieldId])}`,
    );
}

function noteUnknown(row: DescribedRow, truth: TrueRow, expected: ExpectedPage, check: PageCheck): void {
  for (const [field, value] of Object.entries(truth.fields)) {
    if (value === null || (row.fields[field] ?? null) !== null) continue;
    check.unknown.set(field, (check.unknown.get(field) ?? 0) + 1);
    if (expected.mustRead?.includes(field as FieldId)) check.missed.push(field);
  }
  for (const id of expected.mustKnow ?? []) {
    if (row.ids[id] === undefined) check.missed.push(id);
  }
}

/** Tells what is wrong with a row, against the offer that it is most like. */
function describeWrong(row: DescribedRow, truths: readonly TrueRow[]): string {
  const [nearest] = truths
    .map((truth) => [...listWrongIds(row.ids, truth), ...listWrongFields(row.fields, truth)])
    .toSorted((one, other) => one.length - other.length);
  return nearest?.join('; ') ?? `a row is read where there is none: ${JSON.stringify(row)}`;
}
