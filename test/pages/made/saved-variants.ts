import { readdirSync, readFileSync } from 'node:fs';
import { savedPages } from '#test/pages/variants/make.ts';
import type { ExpectedPage } from '#test/pages/variants/expected-page.ts';
import type { Fact } from './list-columns.ts';
import { nameIds, type MadePage } from './made-page.ts';

/** The saved variants of the sandbox's pages with what is true of them, but for dashboards, which show figures twice. */
export function readSavedVariants(): readonly MadePage[] {
  return readdirSync(savedPages)
    .filter((file) => file.endsWith('.html') && !file.startsWith('dashboard'))
    .flatMap((file) => {
      const read = (name: string): string => readFileSync(new URL(name, savedPages), 'utf8');
      const expected = JSON.parse(read(file.replace('.html', '.json'))) as ExpectedPage;
      // With a cell less in a row already, a cell more would make it say something else.
      if (/odd|cut/.test(expected.variant)) return [];
      return { url: new URL(expected.url), html: read(file), facts: listFacts(expected, read(file)) };
    });
}

function listFacts(expected: ExpectedPage, html: string): Fact[] {
  const { url, rows = [], schedule = [], cashFlow = [], dashboard } = expected;
  const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(url)?.[0];
  const number = /<h\d>[^<\d]*(\d{7})</.exec(html)?.[1];
  return [
    ...rows.map(({ ids, fields }) => Object.assign(nameGuids(ids), nameIds(ids), fields)),
    ...schedule,
    ...(guid === undefined ? [] : [{ 'ids.auctionId': guid, 'ids.auctionNumber': Number(number) }]),
    ...cashFlow.map(({ role, period, loan, sums }) =>
      Object.assign({ role: typeof loan === 'number' ? 'day' : role, period }, sums),
    ),
    ...(dashboard ? [dashboard] : []),
  ];
}

// The role of any of them may be open on the page.
function nameGuids(ids: object): Record<string, unknown> {
  const texts = Object.values(ids).filter((id) => typeof id === 'string');
  return Object.fromEntries(texts.map((id) => [`guid ${id}`, true]));
}
