import { createDay, formatDay, type Day } from '#lib/base/day.ts';
import type { Envelope } from './envelope.ts';
import { decodeOne, type Answer, type Operation } from './operation.ts';
import { checkId } from './query.ts';
import { field, listReader, recordReader, type RecordOf } from './record-reader.ts';
import {
  readReportContent,
  reportTypes,
  type OrderableReport,
  type ReportContent,
} from './report-content.ts';
import { invalidInputError } from './request-errors.ts';
import { day, guid, instant, whole } from './value-readers.ts';

const reportHead = {
  reportId: field('ReportId', guid),
  createdOn: field('CreatedOn', instant),
  generatedOn: field('GeneratedOn', instant),
  periodStart: field('PeriodStart', day),
  periodEnd: field('PeriodEnd', day),
  reportType: field('ReportType', whole),
};

/** A report without its rows; it is ready once `generatedOn` is there. */
export type ReportHead = RecordOf<typeof reportHead>;
/** A report; its content is null until it is ready. */
export type Report = ReportHead & { content: ReportContent | null };
/** What to order. Both days belong to the period, of at most 731 days. */
export interface ReportOrder {
  kind: OrderableReport;
  periodStart: Day;
  periodEnd: Day;
}

const readHead = recordReader(reportHead);

/** The reports that the user ordered. */
export const listReports: Operation<Record<string, never>, Answer<ReportHead[]>> = {
  id: 'listReports',
  method: 'GET',
  path: () => '/api/v1/reports',
  scope: 'ReportRead',
  quota: 'reports',
  kind: 'read',
  decode: decodeOne(listReader(readHead)),
};

/** Orders a report; it takes seconds to minutes until it is ready. */
export const createReport: Operation<ReportOrder, Answer<{ reportId: string | null }>> = {
  id: 'createReport',
  method: 'POST',
  path: () => '/api/v1/report',
  scope: 'ReportCreate',
  quota: 'report',
  kind: 'write',
  check: checkPeriod,
  body: ({ kind, periodStart, periodEnd }) => ({
    ReportType: reportTypes[kind],
    PeriodStart: `${formatDay(periodStart)}T00:00:00`,
    PeriodEnd: `${formatDay(periodEnd)}T00:00:00`,
  }),
  decode: decodeOne(recordReader({ reportId: field('ReportId', guid) })),
};

/** One report with its rows. Asked very early, Bondora may not know it yet (`not-found`). */
export const getReport: Operation<{ id: string }, Answer<Report>> = {
  id: 'getReport',
  method: 'GET',
  path: ({ id }) => `/api/v1/report/${id}`,
  scope: 'ReportRead',
  quota: 'report/item',
  kind: 'read',
  check: ({ id }) => checkId(id),
  decode: decodeReport,
};

function decodeReport({ payload }: Envelope): Answer<Report> | undefined {
  const problems: string[] = [];
  const head = readHead(payload, problems, 'Payload');
  if (head === undefined) return undefined;
  if (head.generatedOn === null) return { value: { ...head, content: null }, problems };
  const { Result } = payload as { Result?: unknown };
  const content = readReportContent(head.reportType, Result ?? [], problems, 'Payload.Result');
  if (content === undefined) problems.push('Payload.Result');
  return { value: { ...head, content: content ?? null }, problems };
}

// Bondora's first report day and longest period, by its documentation.
const firstDay = createDay(2009, 1, 1) ?? 0;
const longestPeriod = 731;

function checkPeriod({ periodStart, periodEnd }: ReportOrder): void {
  if (!(periodStart >= firstDay && periodStart <= periodEnd)) {
    throw invalidInputError('A report’s period starts in 2009 or later, and ends after it starts.');
  }
  if (periodEnd - periodStart > longestPeriod) {
    throw invalidInputError('A report spans at most 731 days.');
  }
}
