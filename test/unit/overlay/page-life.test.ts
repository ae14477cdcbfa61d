// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.bondora.com/en/secondmarket" }
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { marketHtml } from './market-html.ts';
import { createOverlayStage } from './overlay-stage.ts';
import { find } from './private-parts.ts';
import { press } from './trusted-events.ts';

const go = (path: string): void => {
  history.pushState(null, '', path);
  // jsdom has no Navigation API, which tells this in browsers.
  dispatchEvent(new PopStateEvent('popstate'));
};

/** As long as anything could still come of what was done. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
};

describe('the life of a page', () => {
  afterEach(() => history.pushState(null, '', '/en/secondmarket'));

  it('asks, watches and brings nothing on a page that is none of ours', async () => {
    history.pushState(null, '', '/en/gogrow');
    const observed = vi.spyOn(MutationObserver.prototype, 'observe');
    const stage = createOverlayStage('<p>Go and Grow</p>');
    await settle();
    expect(stage.background.asked).toEqual([]);
    expect(stage.brought).toEqual([]);
    expect(observed).not.toHaveBeenCalled();
    expect(document.documentElement.dataset['bondlens']).toBeUndefined();
  });

  it('brings the script that computes while the preferences are asked for, and each script once', async () => {
    let answer = (): void => undefined;
    const stage = createOverlayStage(marketHtml(), (background) => {
      background.gate = new Promise((resolve) => (answer = resolve));
    });
    expect(stage.background.asked.map(([name]) => name)).toEqual(['preferences.get']);
    expect(stage.brought).toEqual(['overlay']);
    answer();
    await stage.mark('ready');
    find(document, 'table').replaceWith(find(document, 'table').cloneNode(true));
    await stage.until(() => stage.values('discount').every((value) => value !== undefined));
    expect(stage.brought).toEqual(['overlay', 'panels']);
  });

  it('begins and ends with the address, without a reload', async () => {
    history.pushState(null, '', '/en/gogrow');
    const stage = createOverlayStage();
    await settle();
    go('/en/secondmarket');
    await stage.mark('ready');
    expect(stage.values('discount')[0]).toBe('-0.15');
    go('/en/gogrow');
    await stage.mark(null);
    expect(document.querySelector('.bondlens-cell, bondlens-bar')).toBeNull();
    const asked = stage.background.asked.length;
    stage.background.pulse('notes');
    find(document, 'tr.offer .item-cost').textContent = '4.00 € (-17%)';
    await settle();
    expect(stage.background.asked).toHaveLength(asked);
    expect(document.querySelector('.bondlens-cell')).toBeNull();
  });

  it('says that the browser lets no script come, and works once it does', async () => {
    const refusal = new AppError('not-allowed', 'The browser did not let it.');
    const stage = createOverlayStage(marketHtml(), (background) => (background.refusal = refusal));
    await stage.until(() => stage.parts.has('strip'));
    expect(stage.parts.roots('strip')[0]?.textContent).toContain('The browser did not let it.');
    expect(document.querySelector('.bondlens-cell')).toBeNull();
    press(find(stage.parts.roots('strip')[0] as ShadowRoot, '.offer'));
    await stage.until(() => stage.background.asked.some(([name]) => name === 'options.open'));
    stage.background.refusal = null;
    go('/en/secondmarket?pageNr=2');
    await stage.mark('ready');
    expect(stage.values('discount')[0]).toBe('-0.15');
  });

  it('stops with one line where the extension goes away before its scripts have come', async () => {
    const stage = createOverlayStage(marketHtml(), (background) => {
      background.refusal = new AppError('context-lost', 'Gone.');
    });
    await stage.until(() => stage.parts.has('strip'));
    expect(stage.parts.roots('strip')[0]?.textContent).toMatch(/^Bondlens was updated or removed/);
    const asked = stage.background.asked.length;
    stage.background.refusal = null;
    stage.background.pulse('preferences');
    go('/en/secondmarket?pageNr=2');
    await settle();
    expect(stage.background.asked).toHaveLength(asked);
    expect(document.querySelector('.bondlens-cell')).toBeNull();
  });

  it('asks anew for everything when the page comes back from the browser’s memory', async () => {
    const stage = createOverlayStage();
    await stage.mark('ready');
    const before = stage.background.asked.length;
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await stage.until(() => stage.background.asked.length >= before + 2);
    const names = stage.background.asked.slice(before).map(([name]) => name);
    expect(names.toSorted()).toEqual(['preferences.get', 'rows.describe']);
  });

  it('works on a page at an unknown address that a person taught, from then on', async () => {
    history.pushState(null, '', '/en/loans-of-others');
    const html = marketHtml()
      .replace('investments', 'grid')
      .replaceAll(/<th>[^<]+/g, '<th>Zrt');
    const stage = createOverlayStage(html.replace('Zrt', 'Qua').replace(/Zrt(?![\s\S]*Zrt)/, 'Prx'));
    await settle();
    expect(stage.background.asked).toEqual([]);
    stage.background.preferences.taughtPages = [
      {
        id: 'one',
        host: 'www.bondora.com',
        path: '/loans-of-others',
        kind: 'secondary-market',
        headers: ['Qua', ...Array.from({ length: 7 }, () => 'Zrt'), 'Prx'],
        columns: [
          { header: 'Qua', nth: 0, fields: ['auctionNumber'] },
          { header: 'Prx', nth: 0, fields: ['price', 'discount'] },
        ],
        decimal: null,
        dates: null,
        taughtAt: 1,
      },
    ];
    stage.background.pulse('preferences');
    await stage.mark('ready');
    expect(stage.values('discount')[0]).toBe('-0.15');
    stage.background.preferences.taughtPages = [];
    stage.background.pulse('preferences');
    await stage.until(() => document.querySelector('.bondlens-cell') === null);
  });

  it('tells which columns were not understood, and opens what teaches them', async () => {
    const stage = createOverlayStage(marketHtml().replace('Loan status', 'Zrt'));
    await stage.mark('ready');
    await stage.until(() => stage.parts.has('bar'));
    const button = (): HTMLElement => find(stage.parts.frame('bar'), 'button.doubts');
    expect(button().textContent).toBe('1 column not understood');
    press(button());
    const panel = stage.parts.frame('panel');
    expect(find(panel, '.doubts li b').textContent).toBe('Zrt');
    press(find(panel, 'button.teach'));
    await stage.until(() => stage.background.asked.some(([name]) => name === 'teaching.open'));
    expect(stage.parts.has('panel')).toBe(false);
  });
});
