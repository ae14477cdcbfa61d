import { setImmediate } from 'node:timers/promises';
import { JSDOM } from 'jsdom';
import { checkFacts } from '#test/pages/made/check-facts.ts';
import { makeAccountPage } from '#test/pages/made/make-account-page.ts';
import { makeList } from '#test/pages/made/make-list.ts';
import { readFacts, type MadePage } from '#test/pages/made/made-page.ts';
import { mutatePage } from '#test/pages/made/mutations.ts';
import { choose, createRoll, type Roll } from '#test/pages/made/roll.ts';
import { readSavedVariants } from '#test/pages/made/saved-variants.ts';
import type { DrillArea } from './drill-area.ts';

export const area = 'pages';

/** Pages that are mutated where nothing else is said. */
const usualSteps = 10_000;
/** What is told of the first pages that were misread, so that each can be made again. */
const told = 5;

/** Makes pages of all kinds, lets things happen to them, and reads them: every value must be true of its row, or unknown. */
export const run: DrillArea['run'] = async ({ steps = usualSteps, seed = 1 }) => {
  // One window for all pages: a window each would fill the memory.
  const saved = readSavedVariants();
  const parser = new new JSDOM('').window.DOMParser();
  let right = 0;
  let unknown = 0;
  const wrong: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    // jsdom lets go of a document only between two turns of the event loop.
    if (step % 50 === 0) await setImmediate();
    const roll = createRoll(Math.imul(seed, 1_000_003) + Math.imul(step, 7919));
    roll(2);
    const page = choosePage(roll, saved);
    const document = parser.parseFromString(page.html, 'text/html');
    const names = mutatePage(document, roll);
    const tally = checkFacts(readFacts(document, page.url), page.facts);
    right += tally.right;
    unknown += tally.unknown;
    wrong.push(...tally.wrong.map((value) => `step ${step} of seed ${seed} (${names.join(', ')}): ${value}`));
  }
  const sentences = wrong.slice(0, told).map((sentence) => `${sentence}\n`);
  return {
    line: `${sentences.join('')}${steps} mutations, ${right} values right, ${unknown} unknown, ${wrong.length} wrong`,
    held: wrong.length === 0 && right > 0,
  };
};

// Most pages are small ones made anew, each tenth a saved one.
function choosePage(roll: Roll, saved: readonly MadePage[]): MadePage {
  const share = roll(20);
  const kept = share < 2 ? choose(saved, roll) : undefined;
  return kept ?? (share < 7 ? makeAccountPage(roll) : makeList(roll));
}
