import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { run } from '#test/drill/pages.ts';
import { checkFacts } from './made/check-facts.ts';
import { makeAccountPage } from './made/make-account-page.ts';
import { makeList } from './made/make-list.ts';
import { readFacts } from './made/made-page.ts';
import { mutationNames, mutatePage } from './made/mutations.ts';
import { createRoll } from './made/roll.ts';

// One window for all pages: a window each would fill the memory.
const parser = new new JSDOM('').window.DOMParser();

describe('made pages', () => {
  it('are read with nearly nothing unknown while nothing has happened to them', () => {
    let right = 0;
    let unknown = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const roll = createRoll(seed * 977);
      const page = seed % 4 === 0 ? makeAccountPage(roll) : makeList(roll);
      const read = readFacts(parser.parseFromString(page.html, 'text/html'), page.url);
      const tally = checkFacts(read, page.facts);
      expect(tally.wrong).toEqual([]);
      right += tally.right;
      unknown += tally.unknown;
    }
    expect(right).toBeGreaterThan(1500);
    // Dates and thousands that nothing in so small a table settles, and yields that the page does not tell.
    expect(unknown / right).toBeLessThan(0.08);
  });

  it('can have anything happen to them', () => {
    const seen = new Set<string>();
    for (let seed = 1; seen.size < mutationNames.length && seed < 500; seed += 1) {
      const page = makeList(createRoll(seed));
      const document = parser.parseFromString(page.html, 'text/html');
      for (const name of mutatePage(document, createRoll(seed * 31))) seen.add(name);
    }
    expect([...seen].toSorted()).toEqual(mutationNames.toSorted());
  });

  it('give no wrong value whatever happens to them', async () => {
    const { line, held } = await run({ steps: 120 });
    expect(line).toMatch(/^120 mutations, \d{4,} values right, \d+ unknown, 0 wrong$/);
    expect(held).toBe(true);
  }, 60_000);

  it('are misread by a reader that is not careful, and that is told', () => {
    const tally = checkFacts([{ price: 4.12, rating: 'AA', interest: null }], [{ price: 4.12, rating: 'A' }]);
    expect(tally).toEqual({ right: 1, unknown: 1, wrong: ['rating is read as "AA"'] });
  });
});
