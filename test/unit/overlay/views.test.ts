// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.bondora.com/en/secondmarket" }
import { describe, expect, it } from 'vitest';
import { readCurrentView } from '#lib/views/current-view.ts';
import type { Filter, View } from '#lib/views/view.ts';
import { withView } from './choose-view.ts';
import { createOverlayStage, type OverlayStage } from './overlay-stage.ts';
import { find } from './private-parts.ts';
import { fire, key, press, type } from './trusted-events.ts';

const cheap: Filter = {
  id: 'cheap',
  name: 'Cheap',
  formula: 'discount < 0',
  effect: { do: 'fade' },
  on: true,
};
const steep: Filter = {
  id: 'steep',
  name: 'Steep',
  formula: 'discount < -18%',
  effect: { do: 'highlight', colour: 'violet' },
  on: true,
};

async function openPage(parts: Partial<View>): Promise<OverlayStage> {
  const stage = createOverlayStage(undefined, (background) => {
    background.preferences = withView(background.preferences, parts);
  });
  await stage.mark('ready');
  await stage.until(() => {
    const [bar] = stage.parts.roots('bar');
    return (bar?.querySelector('iframe')?.contentDocument?.querySelector('#said') ?? null) !== null;
  });
  return stage;
}

const effects = (stage: OverlayStage): (string | undefined)[] =>
  stage.rows().map((row) => row.dataset['bondlensEffect']);
const head = (column: string): HTMLElement => find(document, `th[data-bondlens-column="${column}"]`);
const kept = (stage: OverlayStage): View => readCurrentView(stage.background.preferences);

describe('several filters over a page', () => {
  it('act in their order, and the bar says how many rows each decided', async () => {
    const stage = await openPage({ filters: [cheap, steep] });
    expect(effects(stage)).toEqual([undefined, 'fade', undefined, 'highlight-violet']);
    const chips = [...stage.parts.frame('bar').querySelectorAll('.chip')];
    expect(chips.map((chip) => chip.getAttribute('aria-label'))).toEqual([
      'Cheap: decided 1 row',
      'Steep: decided 1 row',
    ]);
  });

  it('are written one after the other in the same field', async () => {
    const stage = await openPage({ filters: [cheap, steep] });
    const bar = stage.parts.frame('bar');
    press(bar.querySelectorAll('.chip')[1] as Element);
    const field = find(bar, '#filter') as HTMLInputElement;
    await stage.until(() => field.value === steep.formula);
    type(field, 'discount < -14%');
    await stage.until(() => effects(stage)[0] === 'highlight-violet');
    key(field, 'Enter');
    await stage.until(() => kept(stage).filters[1]?.formula === 'discount < -14%');
    expect(kept(stage).filters[0]).toEqual(cheap);
  });

  it('tell which of them decided', async () => {
    const stage = await openPage({ filters: [cheap, steep] });
    const mark = stage.parts.roots('mark').find(({ host }) => stage.rows()[3]?.contains(host)) as ShadowRoot;
    press(mark.querySelectorAll('button')[1] as Element);
    const panel = stage.parts.frame('panel');
    expect(find(panel, 'h1').textContent).toBe('A filter colours this row violet.');
    const decided = [...panel.querySelectorAll('h2')].find((one) => one.textContent?.includes('decided'));
    expect(decided?.querySelector<HTMLElement>('[data-text]')?.dataset['text']).toBe('Steep');
  });

  it('are switched off, moved, deleted and brought back in their panel', async () => {
    const stage = await openPage({ filters: [cheap, steep] });
    press(find(stage.parts.frame('bar'), 'button.filters'));
    const panel = stage.parts.frame('panel');
    press(find(panel, 'button[aria-label="Move filter Steep up"]'));
    await stage.until(() => kept(stage).filters[0]?.id === 'steep');
    press(find(panel, 'button[aria-label="Remove filter Cheap"]'));
    await stage.until(() => kept(stage).filters.length === 1 && effects(stage)[1] === undefined);
    await stage.until(() => panel.querySelector('.line[role=status] button') !== null);
    press(find(panel, '.line[role=status] button'));
    await stage.until(() => effects(stage)[1] === 'fade');
    expect(kept(stage).filters.map(({ id }) => id)).toEqual(['steep', 'cheap']);
  });
});

describe('a view over a page', () => {
  it('is chosen from the menu', async () => {
    const stage = await openPage({ filters: [cheap] });
    press(find(stage.parts.frame('bar'), 'button.view-name'));
    press(find(stage.parts.frame('panel'), '.views li:nth-child(2) button'));
    await stage.until(() => stage.background.preferences.current.id === 'bargains');
    await stage.until(() => head('discount').getAttribute('aria-sort') === 'ascending');
    expect(find(head('yieldToMaturity'), 'button').dataset['bondlensSort']).toBe('↓2');
  });

  it('is sorted by several columns with the shift key', async () => {
    const stage = await openPage({});
    press(find(head('discount'), 'button'));
    await stage.until(() => kept(stage).sort.length === 1);
    const click = new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true });
    fire(find(head('daysLate'), 'button'), click);
    await stage.until(() => find(head('daysLate'), 'button').dataset['bondlensSort'] === '↑2');
    expect(kept(stage).sort).toEqual([
      { column: 'discount', descending: false },
      { column: 'daysLate', descending: false },
    ]);
    expect(document.querySelectorAll('[aria-sort]')).toHaveLength(1);
    expect(find(head('daysLate'), 'button').textContent).toContain('sorted ascending, key 2');
  });

  it('has its columns moved and widened by keyboard, and the focus stays', async () => {
    const stage = await openPage({});
    await stage.until(() => head('discount').querySelector('[aria-keyshortcuts]') !== null);
    find(head('discount'), 'button').focus();
    key(find(head('discount'), 'button'), 'ArrowRight', { shiftKey: true });
    await stage.until(() => kept(stage).columns[1]?.id === 'discount');
    await stage.until(() => document.activeElement?.closest('th') === head('discount'));
    await stage.until(() => head('discount').querySelector('[aria-keyshortcuts]') !== null);
    key(find(head('discount'), 'button'), 'ArrowUp', { shiftKey: true });
    // jsdom has no layout: the least width there is.
    await stage.until(() => kept(stage).columns[1]?.width === 40);
    await stage.until(() => head('discount').style.minWidth === '40px');
    expect(find(stage.rows()[0] as HTMLElement, '[data-bondlens-column=discount]').style.maxWidth).toBe(
      '40px',
    );
  });

  it('comes as a text, and is told in words before it is taken', async () => {
    const stage = await openPage({ filters: [cheap] });
    press(find(stage.parts.frame('bar'), 'button.view-name'));
    const panel = stage.parts.frame('panel');
    const paste = [...panel.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Paste a view…',
    );
    press(paste as Element);
    await stage.until(() => panel.querySelector('.paste textarea') !== null);
    type(find(panel, '.paste textarea') as HTMLTextAreaElement, 'bondlens-view-nonsense');
    await stage.until(() => panel.querySelector('.paste .wrong') !== null);
    expect((find(panel, '.paste .primary') as HTMLButtonElement).disabled).toBe(true);
    expect(stage.background.preferences.views).toEqual([]);
  });
});
