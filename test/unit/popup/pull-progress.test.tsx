// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { MarketStatus } from '#lib/messages/market-status.ts';
import { createScriptedBackground, linked, market, minute, start } from './scripted-background.ts';
import { openPopup } from './open-popup.tsx';

const pulling: MarketStatus = {
  ...market,
  running: true,
  progress: { part: 'auctions', received: 30, total: 120 },
};
const stopped: MarketStatus = { ...market, stoppedUntil: start + 60 * minute };

describe('the progress of a pull', () => {
  it('names what is read, with a bar that tells the same', async () => {
    const page = await openPopup(createScriptedBackground({ account: linked, market: pulling }));
    await page.see(() =>
      expect(page.text('#pull-progress')).toContain('Open auctions: 30 of 120 auctions received'),
    );
    const bar = page.findAs(HTMLProgressElement, 'progress');
    expect(bar.position).toBe(0.25);
    expect(page.text(`#${bar.getAttribute('aria-labelledby') ?? ''}`)).toContain('Open auctions');
  });

  it('has no measure before Bondora has told how many there are', async () => {
    const progress = { part: 'listings', received: 900, total: null } as const;
    const page = await openPopup(
      createScriptedBackground({ account: linked, market: { ...pulling, progress } }),
    );
    await page.see(() => expect(page.text('#pull-progress-text')).toBe('Market: 900 listings received'));
    expect(page.findAs(HTMLProgressElement, 'progress').position).toBe(-1);
  });

  it('of another part is no reason not to ask for the market', async () => {
    const background = createScriptedBackground({ account: linked, market: pulling });
    const page = await openPopup(background);
    await page.see(() => page.find('#stop-pull'));
    expect(page.text('#pull-announcement')).toBe('');
    await page.click('#pull');
    await page.see(() => expect(background.sent).toEqual([['market.pull', {}]]));
  });

  it('waits for the first of the answer, and rests between two calls', async () => {
    const progress = { part: 'listings', received: 0, total: null } as const;
    const background = createScriptedBackground({ account: linked, market: { ...pulling, progress } });
    const page = await openPopup(background);
    await page.see(() =>
      expect(page.text('#pull-progress-text')).toBe('Market: waiting for Bondora’s answer…'),
    );
    expect(page.text('#pull')).toBe('Pulling…');
    background.knows.market = { ...pulling, progress: null };
    background.pulse('market');
    await page.see(() => expect(page.has('#pull-progress')).toBe(false));
    expect(page.text('#pull')).toBe('Pull now');
  });

  it('is told to a screen reader by quarters, and at its end', async () => {
    const quarter = { ...pulling, progress: { part: 'listings', received: 30, total: 120 } } as const;
    const background = createScriptedBackground({ account: linked, market: quarter });
    const page = await openPopup(background);
    const heard = new Set<string>();
    const region = page.find('#pull-announcement');
    const watching = new MutationObserver(() => heard.add(region.textContent ?? ''));
    watching.observe(region, { childList: true, characterData: true, subtree: true });
    await page.see(() => expect(region.textContent).toBe('The market: 25 percent received.'));
    heard.clear();
    for (const received of [31, 45, 59, 60, 61, 89]) {
      background.knows.market = { ...pulling, progress: { part: 'listings', received, total: 120 } };
      background.pulse('market');
      await page.see(() => expect(page.text('#pull-progress-text')).toContain(`${received} of 120`));
    }
    background.knows.market = market;
    background.pulse('market');
    await page.see(() => expect(page.text('#pull-announcement')).toBe('The pull of the market has ended.'));
    watching.disconnect();
    expect([...heard]).toEqual(['The market: 50 percent received.', 'The pull of the market has ended.']);
  });
});

describe('stopping a pull', () => {
  it('answers at once, says that the old mirror is in use, and leaves the way to start again', async () => {
    const background = createScriptedBackground({ account: linked, market: pulling });
    let finish: (status: MarketStatus) => void = () => undefined;
    background.answers['market.stop'] = () => new Promise((resolve) => (finish = resolve));
    const page = await openPopup(background);
    await page.see(() => page.find('#stop-pull'));
    await page.click('#stop-pull');
    await page.see(() => expect(page.text('#stop-pull')).toBe('Stopping…'));
    await page.click('#stop-pull');
    expect(background.sent).toEqual([['market.stop', {}]]);
    finish(stopped);
    await page.see(() =>
      expect(page.text('#pull-stopped')).toBe('Stopped. The mirror before it is still in use.'),
    );
    expect(page.has('#pull-progress')).toBe(false);
    expect(page.text('#market-listings')).toBe('38,412');
    expect(page.text('#pull')).toBe('Start again');
    await page.see(() => expect(document.activeElement?.id).toBe('pull'));
    await page.click('#pull');
    await page.see(() => expect(background.sent).toContainEqual(['market.pull', {}]));
  });

  it('of the very first pull says that there is no mirror yet', async () => {
    const page = await openPopup(
      createScriptedBackground({ account: linked, market: { ...stopped, listings: 0, pulledAt: null } }),
    );
    await page.see(() => expect(page.text('#pull-stopped')).toBe('Stopped. There is no mirror yet.'));
  });

  it('is forgotten when its time is over, and is no problem', async () => {
    const ended = { ...stopped, problem: 'The request was stopped.', problemCode: 'aborted' } as const;
    const background = createScriptedBackground({
      account: linked,
      market: { ...ended, stoppedUntil: start },
    });
    const page = await openPopup(background);
    await page.see(() => expect(page.text('#pull')).toBe('Pull now'));
    expect(page.has('#pull-stopped')).toBe(false);
    expect(page.text('#problem')).toBe('');
  });
});

describe('a full disk', () => {
  it('is told with what to do about it', async () => {
    const full = { ...market, problem: 'Full.', problemCode: 'disk-full' } as const;
    const page = await openPopup(createScriptedBackground({ account: linked, market: full }));
    await page.see(() =>
      expect(page.text('#problem')).toMatch(
        /disk is full.*still in use\. Free some room .* in the options\.$/,
      ),
    );
    expect(page.text('#market-listings')).toBe('38,412');
  });
});

describe('what the mirror holds', () => {
  it('stands part by part with rows, age and where it came from', async () => {
    const parts: MarketStatus['parts'] = [
      {
        part: 'listings',
        rows: 38_412,
        at: start - 12 * minute,
        source: 'secondarymarket',
        bytes: 9_000_000,
      },
      { part: 'events', rows: 214, at: null, source: null, bytes: 20_000 },
    ];
    const page = await openPopup(createScriptedBackground({ account: linked, market: { ...market, parts } }));
    await page.see(() => page.find('#mirror-parts'));
    expect(page.findAs(HTMLDetailsElement, '#more-about-mirror').open).toBe(false);
    const rows = [...page.find('#mirror-parts tbody').children].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['Marketfrom Bondora’s secondarymarket', '38,412', '12 minutes ago'],
      ['Changes foundkept by Bondlens', '214', '–'],
    ]);
  });
});
