import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { createDay } from '#lib/base/day.ts';
import { ratings } from '#lib/loan/rating.ts';
import { readPage } from '#lib/site/read-page.ts';
import { makeMarketPage, priceOf, type Offer, type PageStyle } from './make-market-page.ts';
import { mutations, type Roll } from './mutate-page.ts';

const url = new URL('https://www.bondora.com/en/secondmarket');
const names = Object.keys(mutations);
// One window for all pages: a window each would fill the memory.
const parser = new new JSDOM('').window.DOMParser();

const offer: fc.Arbitrary<Offer> = fc
  .record({
    auctionNumber: fc.integer({ min: 100_000, max: 9_999_999 }),
    country: fc.constantFrom('EE', 'FI', 'ES', 'NL'),
    rating: fc.constantFrom(...ratings),
    interest: fc.integer({ min: 500, max: 12_000 }),
    next: fc.integer({ min: 1, max: 60 }),
    left: fc.integer({ min: 0, max: 60 }),
    date: fc.tuple(
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(2020, 2021),
    ),
    outstanding: fc.oneof(
      fc.integer({ min: 1, max: 500_000 }),
      fc.integer({ min: 1, max: 9000 }).map((n) => n * 100),
    ),
    principal: fc.oneof(
      fc.integer({ min: 100, max: 500_000 }),
      fc.integer({ min: 1, max: 9000 }).map((n) => n * 100),
    ),
    discount: fc.integer({ min: -60, max: 0 }),
  })
  .map(({ left, ...others }) => Object.assign(others, { payments: others.next + left }));

const style: fc.Arbitrary<PageStyle> = fc
  .record({
    decimal: fc.constantFrom('.' as const, ',' as const),
    group: fc.constantFrom('', '.', ',', ' ', '\u00A0', '\u202F', '\u2009', "'"),
    currency: fc.constantFrom('before' as const, 'after' as const),
    minus: fc.constantFrom('-', '\u2212'),
    dropsZeros: fc.boolean(),
    dateMark: fc.constantFrom('.' as const, '/' as const, '-' as const),
    monthFirst: fc.constant(false),
    signs: fc.constantFrom('unsigned' as const, 'signed' as const),
    language: fc.constantFrom('en' as const, 'et' as const, 'de' as const, 'fi' as const, 'es' as const),
  })
  .filter(({ decimal, group }) => decimal !== group);

function truth(of: Offer): Record<string, unknown> {
  const [day, month, year] = of.date;
  return {
    auctionNumber: of.auctionNumber,
    country: of.country,
    rating: of.rating,
    interest: Number(`${of.interest}e-4`),
    nextPaymentNr: of.next,
    nrOfScheduledPayments: of.payments,
    nextPaymentDate: createDay(year, month, day),
    outstandingPayments: Number(`${of.outstanding}e-2`),
    principalRemaining: Number(`${of.principal}e-2`),
    price: Number(`${priceOf(of)}e-2`),
    discount: of.discount / 100 + 0,
  };
}

function createRoll(seed: number): Roll {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

interface Tally {
  right: number;
  unknown: number;
}

/** Reads a page and throws at the first value that is not true of any offer of its row's number. */
function check(document: Document, offers: readonly Offer[]): Tally {
  const tally: Tally = { right: 0, unknown: 0 };
  const truths = offers.map(truth);
  for (const row of readPage(document, url).rows) {
    if ('unreadable' in row) continue;
    const { auctionNumber } = row.ids;
    const candidates =
      auctionNumber === undefined ? truths : truths.filter((one) => one['auctionNumber'] === auctionNumber);
    const known = Object.entries(row.fields).filter(([, value]) => value !== null);
    tally.right += known.length;
    tally.unknown += Object.keys(row.fields).length - known.length;
    const isTrue = candidates.some((one) => known.every(([field, value]) => one[field] === value));
    if (!isTrue) expect(Object.fromEntries(known)).toEqual(candidates[0]);
  }
  return tally;
}

describe('made pages', () => {
  it('are read without an unknown where a column shows the format', () => {
    const telling: Offer = {
      auctionNumber: 99_999_999,
      country: 'EE',
      rating: 'HR',
      interest: 2825,
      next: 1,
      payments: 60,
      date: [28, 2, 2021],
      outstanding: 123_456_78,
      principal: 123_456_78,
      discount: -1,
    };
    fc.assert(
      fc.property(
        fc.uniqueArray(offer, { minLength: 1, maxLength: 6, selector: (one) => one.auctionNumber }),
        style,
        (offers, how) => {
          const all = [...offers, telling];
          const document = parser.parseFromString(makeMarketPage(all, how), 'text/html');
          expect(check(document, all)).toEqual({ right: all.length * 11, unknown: 0 });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('give no wrong value whatever happens to them', async () => {
    const seen = new Set<string>();
    let right = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(offer, { minLength: 1, maxLength: 5, selector: (one) => one.auctionNumber }),
        style,
        fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 2 ** 31 }),
        async (offers, how, chosen, seed) => {
          // jsdom lets go of a document only between two turns of the event loop.
          await setImmediate();
          const document = parser.parseFromString(makeMarketPage(offers, how), 'text/html');
          const table = document.querySelector('table');
          const roll = createRoll(seed);
          for (const name of chosen) {
            seen.add(name);
            if (table) mutations[name]?.(table, roll);
          }
          right += check(document, offers).right;
        },
      ),
      { numRuns: Number(process.env['BONDLENS_MUTATIONS'] ?? 400) },
    );
    expect(seen.size).toBe(names.length);
    expect(right).toBeGreaterThan(1000);
  });
});
