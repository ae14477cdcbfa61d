import { formatDay, type Day } from '#lib/base/day.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { PageReport } from '#lib/site/read-page.ts';

/** A page report as it is printed: machine values, but days and instants as ISO texts. */
export interface DescribedReport {
  kind: string;
  generation: string | null;
  columns: readonly unknown[];
  rows: readonly unknown[];
}

/** Turns what was made of a page into what is printed of it. */
export function describeReport({ kind, generation, columns, rows }: PageReport): DescribedReport {
  return {
    kind,
    generation,
    columns: columns.map(({ header, fields }) => ({ header, fields })),
    rows: rows.map((row) =>
      'unreadable' in row
        ? row
        : {
            key: row.key,
            ids: row.ids,
            fields: describeFields(row.fields),
            ...(row.derived && { derived: describeFields(row.derived) }),
          },
    ),
  };
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
