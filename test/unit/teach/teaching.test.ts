// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTeaching } from '#components/teach/teaching.tsx';
import { defaultPreferences } from '#lib/views/preferences.ts';
import { find, watchPrivateParts, type PrivateParts } from '#test/unit/overlay/private-parts.ts';
import { createTestBackground, type TestBackground } from '#test/unit/overlay/test-background.ts';
import { fire, key, press, type } from '#test/unit/overlay/trusted-events.ts';
import { createTeachingPage } from '../../../entrypoints/teach/teaching-page.ts';

const html = `<button id="opener">Open</button><table><tbody><tr><td>no list</td></tr></tbody></table>
<table id="list"><thead><tr><th>Tohu</th><th>Huamoni</th><th>Huamoni</th><th>Ra</th></tr></thead><tbody>
<tr><td><a href="#followed">2210417</a></td><td>23,5 %</td><td>-4,0 %</td><td>02/03/2027</td></tr>
<tr><td><a href="#followed">2210533</a></td><td>9 %</td><td>12 %</td><td>04/05/2027</td></tr>
<tr><td><a href="#followed">2210600</a></td><td>soon</td><td>1.234 %</td><td>06/07/2027</td></tr></tbody></table>`;

interface Stage {
  background: TestBackground;
  parts: PrivateParts;
  onClosed: () => void;
  text(): string;
  click(selector: string, text?: string): Promise<void>;
  point(selector: string): Promise<void>;
  escape(): Promise<void>;
}

let stage: Stage;

beforeEach(async () => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  document.body.innerHTML = html;
  history.replaceState(null, '', '/en/unheard-of/1234');
  stage = await open();
});

afterEach(() => {
  if (stage.parts.has('teaching')) press(find(stage.parts.frame('teaching'), 'button.close'));
  vi.unstubAllGlobals();
});

async function open(): Promise<Stage> {
  const background = createTestBackground();
  background.preferences = { ...defaultPreferences };
  const parts = watchPrivateParts();
  const onClosed = vi.fn();
  const opener = find(document, '#opener');
  const clock = { now: () => 99, sleep: () => Promise.resolve() };
  createTeaching({ page: createTeachingPage(), ask: background.ask, clock, opener, onClosed }).start('teach');
  const inside = (): Document => parts.frame('teaching');
  const rest = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
  await vi.waitFor(() => find(inside(), '.tables button'));
  // What jsdom does not have, here as in the frame's own world.
  const world = inside().defaultView as unknown as typeof globalThis;
  for (const { prototype } of [Element, world.Element]) prototype.scrollIntoView = () => undefined;
  return {
    background,
    parts,
    onClosed,
    text: () => (inside().body.textContent ?? '').replaceAll(/\s+/g, ' '),
    async click(selector, text = '') {
      const target = [...inside().querySelectorAll<HTMLElement>(selector)].find((one) =>
        (one.textContent ?? '').includes(text),
      );
      if (target === undefined) throw new Error(`Nothing fits ${selector} ${text}.`);
      press(target);
      await rest();
    },
    async point(selector) {
      press(find(document, selector));
      await rest();
    },
    async escape() {
      key(document.body, 'Escape');
      await rest();
    },
  };
}

const kept = () => stage.background.preferences.taughtPages;

async function say(column: number, search: string): Promise<void> {
  await stage.point(`#list tbody tr td:nth-child(${column})`);
  const field = find(stage.parts.frame('teaching'), '.picker input') as HTMLInputElement;
  type(field, search);
  await vi.waitFor(() =>
    expect(find(stage.parts.frame('teaching'), '[role="option"] b').textContent).toContain(search),
  );
  key(field, 'Enter');
  await vi.waitFor(() => find(stage.parts.frame('teaching'), 'li.open .held'));
}

describe('pointing at the page', () => {
  it('chooses the table and its columns, and the page hears nothing of it', async () => {
    const heard = vi.fn();
    for (const name of ['pointerdown', 'mousedown', 'click'])
      find(document, '#list').addEventListener(name, heard);
    fire(find(document, '#list td'), new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
    await stage.point('#list a');
    expect(stage.text()).toContain('What the columns hold');
    await stage.point('#list tr:nth-child(2) td:nth-child(3)');
    expect(find(stage.parts.frame('teaching'), 'li.open .name').textContent).toBe('“Huamoni”, number 2');
    expect(heard).not.toHaveBeenCalled();
    expect(location.hash).toBe('');
  });

  it('is not done by clicks that a script makes, which the page gets', async () => {
    const heard = vi.fn();
    find(document, '#list').addEventListener('click', heard);
    find(document, '#list td').click();
    expect(heard).toHaveBeenCalledOnce();
    expect(stage.text()).toContain('Click the table of loans');
  });

  it('ends when the page takes the panel away', async () => {
    const heard = vi.fn();
    find(document, '#list').addEventListener('click', heard);
    find(document, 'bondlens-teaching').remove();
    await stage.point('#list td');
    expect(heard).toHaveBeenCalledOnce();
    await stage.escape();
    expect(stage.onClosed).toHaveBeenCalledOnce();
  });

  it('says so when it is at no table, or at another than the one that was chosen', async () => {
    await stage.point('#opener');
    expect(stage.text()).toContain('No table with headers stands there.');
    await stage.click('.tables button');
    await stage.point('#opener');
    expect(stage.text()).toContain('That is outside of the table you chose.');
  });
});

describe('saying what a column holds', () => {
  it('shows at once what is read in its cells, and what cannot be', async () => {
    await stage.click('.tables button');
    await say(2, 'interest');
    expect(stage.text()).toContain('23,5 %23,5%');
    expect(stage.text()).toContain('sooncannot be read as a rate in percent');
    expect(stage.text()).toContain('not all of it can be read');
  });

  it('lets the order of dates be said where the cells do not tell', async () => {
    await stage.click('.tables button');
    await say(4, 'next payment date');
    const samples = (): string => find(stage.parts.frame('teaching'), '.samples').textContent ?? '';
    const choice = stage.parts.frame('teaching').querySelectorAll('select')[1] as HTMLSelectElement;
    choice.value = 'month-day-year';
    fire(choice, new Event('change', { bubbles: true }));
    await vi.waitFor(() => expect(samples()).toContain('02/03/202703/02/2027'));
    choice.value = 'day-month-year';
    fire(choice, new Event('change', { bubbles: true }));
    await vi.waitFor(() => expect(samples()).toContain('02/03/202702/03/2027'));
  });

  it('is kept by one click, under the address without its numbers, and forgotten by another', async () => {
    await stage.click('.tables button');
    await say(1, 'loan number');
    await say(3, 'discount');
    expect(kept()).toEqual([]);
    await stage.click('button.primary', 'Use it: 2 columns');
    await vi.waitFor(() => expect(kept()).toHaveLength(1));
    expect(kept()[0]).toMatchObject({
      path: '/unheard-of/*',
      kind: 'secondary-market',
      headers: ['Tohu', 'Huamoni', 'Huamoni', 'Ra'],
      columns: [
        { header: 'Tohu', nth: 0, fields: ['auctionNumber'] },
        { header: 'Huamoni', nth: 1, fields: ['discount'] },
      ],
      taughtAt: 99,
    });
    await vi.waitFor(() => expect(stage.text()).toContain('as you showed it'));
    await stage.click('button', 'Forget');
    await vi.waitFor(() => expect(kept()).toEqual([]));
    await vi.waitFor(() => expect(stage.text()).toContain('Forgotten.'));
    await stage.click('button', 'Undo');
    await vi.waitFor(() => expect(kept()).toHaveLength(1));
  });

  it('tells when nothing can be seen of it, because Bondlens is switched off on pages', async () => {
    stage.background.preferences.overlay = false;
    await stage.click('.tables button');
    await say(1, 'loan number');
    await stage.click('button.primary');
    await vi.waitFor(() => expect(stage.text()).toContain('the popup switches it on'));
  });

  it('keeps what another tab taught in the meantime', async () => {
    await stage.click('.tables button');
    await say(1, 'loan number');
    const other = { host: 'app.bondora.com', path: '/other', kind: 'investments', headers: ['A'] } as const;
    stage.background.preferences.taughtPages = [
      { ...other, headers: ['A'], id: 'other', columns: [], decimal: null, dates: null, taughtAt: 1 },
    ];
    await stage.click('button.primary');
    await vi.waitFor(() => expect(kept().map(({ path }) => path)).toEqual(['/unheard-of/*', '/other']));
  });

  it('is refused when the page has moved to another address by then', async () => {
    await stage.click('.tables button');
    await say(1, 'loan number');
    history.replaceState(null, '', '/en/elsewhere');
    await stage.click('button.primary');
    expect(stage.text()).toContain('The page has moved to another address.');
    expect(kept()).toEqual([]);
  });

  it('begins again when the page has put another table there', async () => {
    await stage.click('.tables button');
    find(document, '#list').remove();
    await stage.click('.columns button', 'Ra');
    expect(stage.text()).toContain('The page has put another table in the place of this one.');
  });
});

describe('Escape', () => {
  it('goes back step by step, closes, gives the focus back and leaves the page as it was', async () => {
    const before = document.body.innerHTML;
    await stage.click('.tables button');
    await say(1, 'loan number');
    expect(document.body.innerHTML).toBe(before);
    await stage.escape();
    expect(stage.parts.frame('teaching').querySelector('li.open')).toBeNull();
    await stage.escape();
    expect(stage.text()).toContain('Click the table of loans');
    expect(stage.onClosed).not.toHaveBeenCalled();
    await stage.escape();
    expect(stage.onClosed).toHaveBeenCalledOnce();
    expect(stage.parts.has('teaching')).toBe(false);
    expect(document.querySelector('bondlens-outlines')).toBeNull();
    expect(document.activeElement?.id).toBe('opener');
    expect(document.body.innerHTML).toBe(before);
    expect(kept()).toEqual([]);
  });

  it('loses nothing of what was said when the same table is chosen again', async () => {
    await stage.click('.tables button');
    await say(1, 'loan number');
    await stage.escape();
    await stage.escape();
    await stage.click('.tables button');
    expect(stage.text()).toContain('Use it: 1 column');
  });
});
