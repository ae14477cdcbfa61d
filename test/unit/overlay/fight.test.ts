// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.bondora.com/en/secondmarket" }
import { afterEach, expect, it } from 'vitest';
import { createOverlayStage } from './overlay-stage.ts';

const ours = '.bondlens-cell, [data-bondlens-row], bondlens-bar, bondlens-mark';
const fighters: MutationObserver[] = [];
afterEach(() => fighters.splice(0).forEach((fighter) => fighter.disconnect()));

/** Another script that answers each change of the page. Counts its answers. */
function fight(answer: () => void): { blows: number } {
  const count = { blows: 0 };
  const fighter = new MutationObserver(() => {
    count.blows += 1;
    answer();
    fighter.takeRecords();
  });
  fighter.observe(document.body, { childList: true, subtree: true });
  fighters.push(fighter);
  return count;
}

it('a script that takes our cells away each time is left the page, and the person is told', async () => {
  const stage = createOverlayStage();
  await stage.mark('ready');
  const count = fight(() => document.querySelectorAll('td.bondlens-cell').forEach((cell) => cell.remove()));
  stage.rows()[0]?.append(document.createElement('td'));
  await stage.mark('off');
  expect(stage.parts.roots('strip')[0]?.textContent).toContain('Another script keeps undoing');
  expect(document.querySelectorAll(ours)).toHaveLength(0);

  const { blows } = count;
  for (let frame = 0; frame < 5; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(count.blows).toBe(blows);
});

it('a script that makes the table anew each time is left the page too', async () => {
  const stage = createOverlayStage();
  const clean = document.querySelector('table')?.cloneNode(true) as HTMLTableElement;
  await stage.mark('ready');
  fight(() => document.querySelector('table')?.replaceWith(clean.cloneNode(true)));
  stage.rows()[0]?.append(document.createElement('td'));
  await stage.mark('off');
  expect(document.querySelectorAll(ours)).toHaveLength(0);
});
