// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.bondora.com/en/secondmarket" }
import { describe, expect, it } from 'vitest';
import { offerRows } from './market-html.ts';
import { readCurrentView } from '#lib/views/current-view.ts';
import type { SortKey } from '#lib/views/view.ts';
import { withView } from './choose-view.ts';
import { createOverlayStage, type OverlayStage } from './overlay-stage.ts';
import { find } from './private-parts.ts';
import { press } from './trusted-events.ts';

const loans = (): (string | null | undefined)[] =>
  [...document.querySelectorAll('tbody tr')].map((row) => row.textContent?.match(/100\d/)?.[0]);
const header = (column: string): HTMLElement => find(document, `th[data-bondlens-column="${column}"] button`);

const keptSort = (stage: OverlayStage): readonly SortKey[] =>
  readCurrentView(stage.background.preferences).sort;

async function openPage(): Promise<OverlayStage> {
  const stage = createOverlayStage();
  await stage.mark('ready');
  return stage;
}

describe('sorting a market page by an added column', () => {
  it('takes details along, turns round, and returns to the page’s own order', async () => {
    const stage = await openPage();
    const body = find(document, 'tbody');
    const before = [...body.childNodes];
    press(header('discount'));
    await stage.until(() => loans()[0] === '1004');
    expect(loans()).toEqual(['1004', '1004', '1001', '1001', '1003', '1003', '1002', '1002']);
    expect(header('discount').closest('th')?.getAttribute('aria-sort')).toBe('ascending');
    press(header('discount'));
    await stage.until(() => loans()[0] === '1002');
    expect(keptSort(stage)).toEqual([{ column: 'discount', descending: true }]);
    press(header('discount'));
    await stage.until(() => loans()[0] === '1001');
    expect([...body.childNodes]).toEqual(before);
    expect(document.querySelector('[aria-sort]')).toBeNull();
  });

  it('puts unknown values last in both directions', async () => {
    const stage = await openPage();
    press(header('paymentsLeft'));
    await stage.until(() => loans()[0] === '1002');
    expect(loans().at(-1)).toBe('1004');
    press(header('paymentsLeft'));
    await stage.until(() => loans()[0] === '1001');
    expect(loans().at(-1)).toBe('1004');
  });

  it('gives a row that comes later its place, here and in the page’s own order', async () => {
    const stage = await openPage();
    press(header('discount'));
    await stage.until(() => loans()[0] === '1004');
    find(document, 'tbody').insertAdjacentHTML(
      'beforeend',
      offerRows({ loan: 1005, id: 5, cost: '1.00 € (-17%)' }),
    );
    await stage.until(() => loans()[2] === '1005');
    stage.background.preferences = withView(stage.background.preferences, { sort: [] });
    stage.background.pulse('preferences');
    await stage.until(() => loans()[0] === '1001');
    expect(loans().at(-1)).toBe('1005');
  });

  it('yields when the page sorts its rows itself', async () => {
    const stage = await openPage();
    press(header('discount'));
    await stage.until(() => loans()[0] === '1004');
    const body = find(document, 'tbody') as HTMLTableSectionElement;
    // As a sorting script of a page does it.
    body.append(
      ...[...body.rows].toSorted((a, b) =>
        String(b.textContent?.match(/100\d/)).localeCompare(String(a.textContent?.match(/100\d/))),
      ),
    );
    await stage.until(() => keptSort(stage).length === 0);
    await stage.mark('ready');
    expect(loans()[0]).toBe('1004');
    expect(loans()[2]).toBe('1003');
  });

  it('is not to be had by a click that a script made', async () => {
    const stage = await openPage();
    header('discount').click();
    stage.background.pulse('notes');
    await stage.mark('ready');
    expect(loans()[0]).toBe('1001');
    expect(keptSort(stage)).toEqual([]);
  });
});
