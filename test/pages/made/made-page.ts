import { formatDay, type Day } from '#lib/base/day.ts';
import { readPage } from '#lib/site/read-page.ts';
import type { Fact } from './list-columns.ts';

/** A page with everything that is true of its rows. */
export interface MadePage {
  url: URL;
  html: string;
  /** Anything that is read of one row must be in one of them. */
  facts: readonly Fact[];
}

/** What a reader makes of a page, one record a row, in the words of facts; `null` for what is unknown. */
export function readFacts(document: Document, url: URL): Fact[] {
  const { rows, loan, cashFlow, dashboard } = readPage(document, url);
  return [
    ...rows.flatMap((row) => ('unreadable' in row ? [] : [{ ...row.fields, ...nameIds(row.ids) }])),
    ...(loan ? [nameIds(loan.ids)] : []),
    ...(loan?.schedule ?? []).map(({ element: _element, date, ...others }) =>
      Object.assign(others, { date: writeDay(date) }),
    ),
    ...(cashFlow?.rows ?? []).map(({ role, period, sums }) => Object.assign({ role, period }, sums)),
    ...(dashboard ? [dashboard.figures] : []),
  ];
}

/** Ids in the words of facts. The role of a GUID may be open. */
export function nameIds(ids: object): Fact {
  return Object.fromEntries(
    Object.entries(ids).flatMap(([name, value]): [string, unknown][] =>
      Array.isArray(value) ? value.map((guid) => [`guid ${guid}`, true]) : [[`ids.${name}`, value]],
    ),
  );
}

function writeDay(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}
