import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { formatDay, type Day } from '#lib/base/day.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import { readPage } from '#lib/site/read-page.ts';
import {
  columns,
  marketColumns as columnIds,
  usualColumns,
  type ColumnId,
} from '#test/sandbox/site/columns.ts';
import { createFormats } from '#test/sandbox/site/formats.ts';
import { languages, type Language } from '#test/sandbox/site/languages.ts';
import { writeListPage } from '#test/sandbox/site/list-page.ts';
import { secondMarket } from '#test/sandbox/site/list.ts';
import { parseVariant, usualVariant } from '#test/sandbox/site/variant.ts';
import { createWorld } from '#test/sandbox/world/create-world.ts';
import { getOffer } from '#test/sandbox/world/offer.ts';
import { findTrueFields } from './variants/true-fields.ts';

const world = createWorld({ seed: 11, listings: 20, holdings: 5, startedAt: Date.UTC(2026, 10, 22, 12) });
const parser = new new JSDOM('').window.DOMParser();
const numbers = ['point-comma', 'comma-point', 'comma-space', 'comma-thin', 'point-none', 'comma-none'];
const backwards = columnIds.toReversed();

/** What is true of each listing, in the order of the page. */
const truths = world.listOpen().map((listing) => {
  const row = getOffer(world, listing);
  const fields = findTrueFields(row, world, createFormats(usualVariant, 'en'));
  return { listingId: world.getListingId(listing), auctionId: world.getAuctionId(row.loan), fields };
});

interface Tally {
  rows: number;
  right: number;
  unknown: string[];
}

/** Reads a page of the sandbox; throws at a value that is not true. */
function check(language: Language, variant: string, shownColumns: readonly ColumnId[]): Tally {
  const how = parseVariant(variant, usualVariant);
  const address = new URL(
    `https://www.bondora.com/${language}/secondmarket?pageSize=200&columns=${shownColumns.join(',')}`,
  );
  const markup = writeListPage(
    secondMarket,
    world,
    {
      address,
      style: { prefix: language, language, variant: how, formats: createFormats(how, language) },
      investor: 0,
      rememberedColumns: undefined,
    },
    { prefix: language, title: '', user: 'Mari', current: 'secondmarket', loading: how.loading },
  );
  const report = readPage(parser.parseFromString(markup, 'text/html'), address);
  expect(report).toMatchObject({ kind: 'secondary-market', generation: 'B', problem: null });
  const tally: Tally = { rows: report.rows.length, right: 0, unknown: [] };
  for (const [index, row] of report.rows.entries()) {
    const truth = truths[index];
    if ('unreadable' in row || !truth) throw new Error('A row is not readable.');
    if (how.ids.includes('href') && shownColumns.includes('number'))
      expect(row.ids.auctionId).toBe(truth.auctionId);
    if (how.ids.includes('data')) expect(row.ids.listingId).toBe(truth.listingId);
    for (const [field, value] of Object.entries(row.fields)) {
      const expected = truth.fields[field as FieldId] ?? null;
      if (value === null && expected !== null) tally.unknown.push(field);
      else {
        const isDay = field.endsWith('Date');
        expect({ [field]: isDay && typeof value === 'number' ? formatDay(value as Day) : value }).toEqual({
          [field]: expected,
        });
        tally.right += 1;
      }
    }
  }
  return tally;
}

describe('pages of the sandbox', () => {
  it.each(languages)('in %s are read whole', (language) => {
    expect(check(language, '', usualColumns)).toEqual({ rows: 20, right: 20 * 12, unknown: [] });
  });

  it.each(languages.flatMap((language) => numbers.map((style) => [language, style] as const)))(
    'in %s with numbers as %s give no wrong value in any column',
    (language, style) => {
      for (const how of [
        'details:none',
        'details:none,zeros:dropped,currency:tight,missing:dash',
        'details:none,cost:signed,currency:before,missing:empty',
      ]) {
        const tally = check(language, `numbers:${style},${how}`, columnIds);
        expect(tally.rows).toBe(20);
        expect(tally.unknown).toEqual([]);
      }
    },
  );

  it.each(['dd/mm/yyyy', 'dd.mm.yyyy', 'd.m.yyyy', 'yyyy-mm-dd'])(
    'with days as %s and columns turned round are read',
    (dates) => {
      for (const ids of ['none', 'href', 'data', 'value', 'href+data+value']) {
        expect(check('en', `dates:${dates},ids:${ids},details:none`, backwards).unknown).toEqual([]);
      }
    },
  );

  it('let every column be understood, but for those whose words are open', () => {
    const address = new URL('https://www.bondora.com/');
    for (const language of languages) {
      const heads = columnIds.map((id) => columns[id][languages.indexOf(language)]);
      const open = heads.filter(
        (head) => head !== '' && !['Võlgnevus', 'Getilgter Betrag'].includes(head ?? ''),
      );
      const markup = writeListPage(
        secondMarket,
        world,
        {
          address: new URL(`/${language}/secondmarket?columns=${columnIds.join(',')}`, address),
          style: {
            prefix: language,
            language,
            variant: { ...usualVariant, details: 'none' },
            formats: createFormats(usualVariant, language),
          },
          investor: 0,
          rememberedColumns: undefined,
        },
        { prefix: language, title: '', user: 'Mari', current: 'secondmarket', loading: 'full' },
      );
      const report = readPage(
        parser.parseFromString(markup, 'text/html'),
        new URL(`/${language}/secondmarket`, address),
      );
      const understood = report.columns
        .filter((column) => column.fields.length > 0)
        .map((column) => column.header);
      expect(understood).toEqual(open);
    }
  });
});
