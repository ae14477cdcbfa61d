// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import {
  createScriptedBackground,
  linked,
  market,
  refuse,
  start,
  type ScriptedBackground,
} from '#test/unit/popup/scripted-background.ts';
import type { MarketStatus } from '#lib/messages/market-status.ts';
import { openOptions } from './open-options.tsx';

const parts: MarketStatus['parts'] = [
  { part: 'listings', rows: 38_412, at: start, source: 'secondarymarket', bytes: 9_440_000 },
  { part: 'bids', rows: 3, at: start, source: 'bids', bytes: 900 },
  { part: 'details', rows: 1200, at: start, source: 'loanpart/list', bytes: 28_000_000 },
];

const withMirror = (answers = {}): ScriptedBackground =>
  createScriptedBackground({ account: linked, market: { ...market, parts } }, answers);

describe('the mirror in the options', () => {
  it('tells what it keeps, how large each part is, and how much of its room that takes', async () => {
    const page = await openOptions(withMirror());
    await page.see(() => page.find('#mirror-sizes'));
    const rows = [...page.find('#mirror-sizes tbody').children].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['Market', '38,412', '9.4 MB'],
      ['Your bids', '3', 'less than 0.1 MB'],
      ['Details of loan parts', '1,200', '28 MB'],
    ]);
    expect(page.text('#mirror-total')).toBe('Together 37 MB of the 150 MB that the mirror may take.');
  });

  it('says when there is nothing yet', async () => {
    const page = await openOptions(createScriptedBackground());
    await page.see(() => expect(page.text('#mirror-total')).toBe('Nothing is kept yet.'));
  });

  it('keeps a new budget and a new age when their fields are left', async () => {
    const background = withMirror();
    const page = await openOptions(background);
    await page.type('#mirror-budget', '300');
    expect(background.sent).toEqual([]);
    await page.leave('#mirror-budget');
    await page.see(() => expect(page.text('#status')).toBe('The mirror’s room is saved.'));
    await page.type('#mirror-days', '90');
    await page.leave('#mirror-days');
    await page.see(() => expect(page.text('#status')).toBe('The mirror’s memory is saved.'));
    expect(background.knows.preferences.mirror).toEqual({ budgetMb: 300, keepDays: 90 });
    expect(page.text('#mirror-total')).toContain('of the 300 MB');
  });

  it.each(['', '49', '2001', '99.5', 'a lot'])(
    'does not keep “%s” as a budget, says why, and leaves it to be mended',
    async (text) => {
      const background = withMirror();
      const page = await openOptions(background);
      await page.type('#mirror-budget', text);
      await page.leave('#mirror-budget');
      await page.see(() =>
        expect(page.text('#mirror-budget-verdict')).toBe('A whole number from 50 to 2,000.'),
      );
      expect(page.find('#mirror-budget').getAttribute('aria-invalid')).toBe('true');
      expect(page.findAs(HTMLInputElement, '#mirror-budget').value).toBe(text);
      expect(background.sent).toEqual([]);
    },
  );

  it('leaves what was typed when it could not be kept', async () => {
    const page = await openOptions(
      withMirror({ 'preferences.change': refuse('disk-full', 'The disk is full.') }),
    );
    await page.type('#mirror-days', '30');
    await page.leave('#mirror-days');
    await page.see(() => expect(page.text('#problem')).toBe('The disk is full.'));
    expect(page.findAs(HTMLInputElement, '#mirror-days').value).toBe('30');
  });
});

describe('emptying the mirror', () => {
  it('asks first, tells what is lost and what is not, and then does it', async () => {
    const background = withMirror();
    const page = await openOptions(background);
    await page.click('#empty-mirror');
    await page.see(() => expect(document.activeElement?.id).toBe('empty-question-title'));
    expect(page.text('#empty-question')).toMatch(/Lost for good: the history .*Kept: .*notes.*settings/);
    expect(background.sent).toEqual([]);
    await page.click('#empty-confirm');
    await page.see(() => expect(page.text('#status')).toBe('The mirror is empty.'));
    expect(background.sent).toEqual([['mirror.clear', {}]]);
    expect(page.text('#mirror-total')).toBe('Nothing is kept yet.');
    await page.see(() => expect(document.activeElement?.id).toBe('empty-mirror'));
  });

  it.each(['the other button', 'Escape'])('is left by %s with nothing done', async (way) => {
    const background = withMirror();
    const page = await openOptions(background);
    await page.click('#empty-mirror');
    await page.see(() => page.find('#empty-question'));
    if (way === 'Escape') {
      page
        .find('#empty-question')
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    } else await page.click('#empty-cancel');
    await page.see(() => expect(document.activeElement?.id).toBe('empty-mirror'));
    expect(background.sent).toEqual([]);
  });

  it('tells when it did not succeed', async () => {
    const page = await openOptions(withMirror({ 'mirror.clear': refuse('storage', 'The storage failed.') }));
    await page.click('#empty-mirror');
    await page.see(() => page.find('#empty-confirm'));
    await page.click('#empty-confirm');
    await page.see(() => expect(page.text('#problem')).toBe('The storage failed.'));
    expect(page.has('#mirror-sizes')).toBe(true);
  });
});
