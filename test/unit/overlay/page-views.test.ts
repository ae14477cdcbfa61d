// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.bondora.com/en/investments" }
import { describe, expect, it } from 'vitest';
import { marketHtml } from './market-html.ts';
import { createOverlayStage } from './overlay-stage.ts';
import { find } from './private-parts.ts';
import { type } from './trusted-events.ts';

describe('pages of other kinds', () => {
  it('keep a view of their own, whose changes leave that of the market alone', async () => {
    history.pushState(null, '', '/en/investments');
    const stage = createOverlayStage();
    await stage.mark('ready');
    const ids = [...document.querySelectorAll<HTMLElement>('th[data-bondlens-column]')].map(
      (cell) => cell.dataset['bondlensColumn'],
    );
    expect(ids).toEqual(['daysLate', 'paymentsLeft', 'shareOfTermPaid', 'formula']);
    await stage.until(() => stage.parts.has('bar'));
    expect(find(stage.parts.frame('bar'), '.view-name').ariaLabel).toBe('View: My investments');
    type(find(stage.parts.frame('bar'), '#filter') as HTMLInputElement, 'payments left < 20');
    stage.passPause();
    await stage.until(() => stage.background.preferences.pageViews.investments.changed !== null);
    expect(stage.background.preferences.current).toEqual({ id: 'everything', changed: null });
  });

  it('show no column over auctions that no auction can have', async () => {
    history.pushState(null, '', '/en/auction');
    const stage = createOverlayStage(marketHtml().replace('Cost', 'Qua'), ({ preferences }) => {
      preferences.pageViews['primary-market'] = { id: 'everything', changed: null };
    });
    await stage.mark('ready');
    const ids = [...document.querySelectorAll<HTMLElement>('th[data-bondlens-column]')].map(
      (cell) => cell.dataset['bondlensColumn'],
    );
    expect(ids).toEqual(['formula']);
  });
});
