import { readPage } from '#lib/site/read-page.ts';
import { describeReport } from '../describe-report.ts';
import type { Fact } from './list-columns.ts';

/** A page with everything that is true of its rows. */
export interface MadePage {
  url: URL;
  html: string;
  /** Anything that is read of one row must be in one of them. */
  facts: readonly Fact[];
}

interface Described {
  rows: readonly ({ ids: object; fields: Fact } | { unreadable: string })[];
  loan?: { ids: object; schedule: readonly Fact[] };
  cashFlow?: { rows: readonly { role: string; period: string | null; sums: object }[] };
  dashboard?: { figures: Fact };
}

/** What a reader makes of a page, one record a row, in the words of facts; `null` for what is unknown. */
export function readFacts(document: Document, url: URL): Fact[] {
  const report = describeReport(readPage(document, url)) as Described;
  const { rows, loan, cashFlow, dashboard } = report;
  return [
    ...rows.flatMap((row) => ('unreadable' in row ? [] : [Object.assign(nameIds(row.ids), row.fields)])),
    ...(loan ? [nameIds(loan.ids), ...loan.schedule] : []),
    ...(cashFlow?.rows ?? []).map(({ role, period, sums }) => Object.assign({ role, period }, sums)),
    ...(dashboard ? [dashboard.figures] : []),
  ];
}

/** Ids in the words of facts. The role of a GUID may be open. */
export function nameIds(ids: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(ids).flatMap(([name, value]): [string, unknown][] =>
      Array.isArray(value) ? value.map((guid) => [`guid ${guid}`, true]) : [[`ids.${name}`, value]],
    ),
  );
}
