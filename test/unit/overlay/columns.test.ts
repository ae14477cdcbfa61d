// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.bondora.com/en/secondmarket" }
import { describe, expect, it } from 'vitest';
import type { AddedColumnId } from '#lib/views/column-ids.ts';
import { startView } from '#lib/views/shipped-views.ts';
import { withView } from './choose-view.ts';
import { listingId, marketHtml, offerRows } from './market-html.ts';
import { createOverlayStage } from './overlay-stage.ts';
import { find } from './private-parts.ts';
import { press } from './trusted-events.ts';

describe('columns over a market page', () => {
  it('are there from what the page shows, before the background has answered', async () => {
    let open = (): void => undefined;
    const stage = createOverlayStage(undefined, (background) => {
      const { ask } = background;
      background.ask = (name, args) =>
        name === 'rows.describe'
          ? new Promise<void>((resolve) => (open = resolve)).then(() => ask(name, args))
          : ask(name, args);
    });
    await stage.until(() => stage.values('discount')[0] !== undefined);
    expect(stage.values('discount')).toEqual(['-0.15', '0.03', '-0.05', '-0.2']);
    expect(stage.values('paymentsLeft')).toEqual(['48', '11', '34', '']);
    expect(document.documentElement.hasAttribute('data-bondlens')).toBe(false);
    open();
    await stage.mark('ready');
  });

  it('mark every row that was read, and head every column', async () => {
    const stage = createOverlayStage();
    await stage.mark('ready');
    expect(stage.rows().map((row) => row.dataset['bondlensRow'])).toEqual([1, 2, 3, 4].map(listingId));
    const heads = [...document.querySelectorAll<HTMLElement>('th[data-bondlens-column]')];
    expect(heads.map((head) => head.dataset['bondlensColumn'])).toEqual(
      startView.columns.map(({ id }) => id),
    );
    const [row] = stage.rows();
    expect(row?.querySelector('[data-bondlens-column="discount"]')?.textContent).toBe('\u221215.0%');
  });

  it('take exact values from the mirror, and fill in what the page does not show', async () => {
    const stage = createOverlayStage(undefined, ({ records }) => {
      records.set(1001, {
        auctionNumber: 1001,
        discount: -0.1523,
        nextPaymentNr: 13,
        loanStatusCode: 2,
        debtOccurredOnForSecondary: null,
      });
      // Another loan than the page shows: not to be believed.
      records.set(1002, { auctionNumber: 1002, country: 'FI', discount: -0.5 });
    });
    await stage.mark('ready');
    expect(stage.values('discount').slice(0, 2)).toEqual(['-0.1523', '0.03']);
    expect(stage.values('daysLate')[0]).toBe('0');
  });

  it('ask the background about the whole page in one message', async () => {
    const stage = createOverlayStage();
    await stage.mark('ready');
    expect(stage.background.asked.map(([name]) => name)).toEqual(['preferences.get', 'rows.describe']);
  });

  it('widen the rows of details, and leave the page as it was when switched off', async () => {
    const html = marketHtml();
    const stage = createOverlayStage(html);
    const before = document.body.innerHTML;
    await stage.mark('ready');
    expect(document.querySelector('tr.detail td')?.getAttribute('colspan')).toBe(String(9 + 7));
    expect(document.querySelector('bondlens-bar')).not.toBeNull();

    stage.background.preferences = { ...stage.background.preferences, overlay: false };
    stage.background.pulse('preferences');
    await stage.mark('off');
    expect(document.body.innerHTML).toBe(before);

    stage.background.preferences = { ...stage.background.preferences, overlay: true };
    stage.background.pulse('preferences');
    await stage.mark('ready');
    expect(stage.values('discount')[0]).toBe('-0.15');
  });

  it('come, go and change their order as the person chooses', async () => {
    const stage = createOverlayStage();
    await stage.mark('ready');
    const choose = (on: boolean, shown: AddedColumnId[]): void => {
      const columns = shown.map((id) => ({ id, width: null }));
      stage.background.preferences = {
        ...withView(stage.background.preferences, { columns }),
        columns: { on },
      };
      stage.background.pulse('preferences');
    };
    const listColumns = (): (string | undefined)[] =>
      [...(stage.rows()[0]?.querySelectorAll<HTMLElement>('[data-bondlens-column]') ?? [])].map(
        (cell) => cell.dataset['bondlensColumn'],
      );
    choose(true, ['daysLate', 'discount']);
    await stage.until(() => listColumns().length === 2);
    expect(listColumns()).toEqual(['daysLate', 'discount']);
    choose(false, ['daysLate']);
    await stage.until(() => listColumns().length === 0);
    expect(document.querySelectorAll('[data-bondlens-column]')).toHaveLength(0);
    expect(document.querySelector('tr.detail td')?.getAttribute('colspan')).toBe('10');
  });

  it('reach rows that come later, and follow a row that changes', async () => {
    const stage = createOverlayStage();
    await stage.mark('ready');
    find(document, 'tbody').insertAdjacentHTML(
      'beforeend',
      offerRows({ loan: 1005, id: 5, cost: '3.00 € (-7%)' }),
    );
    await stage.until(() => stage.values('discount')[4] !== undefined);
    expect(stage.values('discount')[4]).toBe('-0.07');

    find(document, 'tr.offer .item-cost').textContent = '4.00 € (-17%)';
    await stage.until(() => stage.values('discount')[0] !== '-0.15');
    expect(stage.values('discount')[0]).toBe('-0.17');
    await stage.mark('ready');
    expect(document.querySelectorAll('tr.detail td[colspan="16"]')).toHaveLength(5);
  });

  it('survive that the page exchanges its table', async () => {
    const stage = createOverlayStage();
    await stage.mark('ready');
    find(document, 'table').outerHTML = find(
      new DOMParser().parseFromString(
        marketHtml([{ loan: 2001, id: 21, cost: '5.00 € (-9%)' }]),
        'text/html',
      ),
      'table',
    ).outerHTML;
    await stage.until(() => stage.values('discount')[0] === '-0.09');
    await stage.mark('ready');
    expect(document.querySelectorAll('bondlens-bar')).toHaveLength(1);
  });

  it('do not double when the page copies a row with cells of ours', async () => {
    const stage = createOverlayStage();
    await stage.mark('ready');
    const [row] = stage.rows();
    const copy = row?.cloneNode(true) as HTMLElement;
    copy.dataset['id'] = listingId(9);
    find(copy, 'a').setAttribute('href', `/en/secondmarket/item/${listingId(9)}`);
    find(document, 'tbody').append(copy);
    await stage.until(() => copy.dataset['bondlensRow'] === listingId(9));
    expect(copy.querySelectorAll('[data-bondlens-column="discount"]')).toHaveLength(1);
    expect(copy.querySelectorAll('bondlens-mark')).toHaveLength(1);
  });

  it('leave a page alone that is not understood, and say so', async () => {
    const html = `<div id="page-content-wrapper"><table class="investments"><thead><tr><th>Qwx</th><th>Zrt</th><th>Plm</th></tr></thead>
      <tbody><tr><td>~~</td><td>##</td><td>::</td></tr></tbody></table></div>`;
    const stage = createOverlayStage(html);
    const before = document.body.innerHTML;
    await stage.mark('unreadable');
    expect(document.body.innerHTML).toBe(before);
    const [strip] = stage.parts.roots('strip');
    expect(strip?.textContent).toMatch(/^This page is not understood: .+ Nothing was changed\./);
    press(find(strip as ShadowRoot, '.close'));
    expect(stage.parts.has('strip')).toBe(false);
  });
});
