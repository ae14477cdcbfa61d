import { formatDay, type Day } from '#lib/base/day.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { ScheduleRow } from '#lib/site/page-reading.ts';
import type { PageReport, ReportedRow } from '#lib/site/read-page.ts';

/** A page report as it is printed: machine values, but days and instants as ISO texts. */
export interface DescribedReport {
  kind: string;
  generation: string | null;
  columns: readonly unknown[];
  rows: readonly unknown[];
  loan?: unknown;
  cashFlow?: unknown;
  dashboard?: unknown;
}

/** Turns what was made of a page into what is printed of it. */
export function describeReport(report: PageReport): DescribedReport {
  const { kind, generation, columns, rows, loan, cashFlow, dashboard } = report;
  return {
    kind,
    generation,
    columns: columns.map(({ header, fields, confidence, doubt }) =>
      doubt === null ? { header, fields, confidence } : { header, fields, confidence, doubt },
    ),
    rows: rows.map(describeRow),
    ...(loan && { loan: { ...loan, schedule: loan.schedule.map(describeScheduleRow) } }),
    ...(cashFlow && { cashFlow: { ...cashFlow, rows: cashFlow.rows.map(leaveOutElement) } }),
    ...(dashboard && { dashboard }),
  };
}

function describeRow(row: ReportedRow): unknown {
  if ('unreadable' in row) return row;
  const { key, ids } = row;
  const fields = describeFields(row.fields);
  return row.derived ? { key, ids, fields, derived: describeFields(row.derived) } : { key, ids, fields };
}

function describeScheduleRow(row: ScheduleRow): unknown {
  return { ...leaveOutElement(row), date: row.date === null ? null : formatDay(row.date) };
}

function leaveOutElement<Row extends { element: unknown }>({
  element: _element,
  ...row
}: Row): Omit<Row, 'element'> {
  return row;
}

function describeFields(record: LoanRecord): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(record).map(([field, value]) => [field, describeValue(field as FieldId, value)]),
  );
}

function describeValue(field: FieldId, value: FieldValue): FieldValue {
  if (typeof value !== 'number') return value;
  const { kind } = getField(field);
  if (kind === 'day') return formatDay(value as Day);
  if (kind !== 'instant') return value;
  // A page shows the day of a moment only.
  const text = new Date(value).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}
