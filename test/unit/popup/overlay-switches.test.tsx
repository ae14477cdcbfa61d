// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Preferences } from '#lib/views/preferences.ts';
import { createScriptedBackground, refuse } from './scripted-background.ts';
import { openPopup } from './open-popup.tsx';

describe('the switches', () => {
  it('are labelled switches that show what is chosen', async () => {
    const page = await openPopup(createScriptedBackground());
    for (const part of ['overlay', 'columns', 'filter', 'notes']) {
      const control = page.findAs(HTMLButtonElement, `#switch-${part}`);
      await page.see(() => expect(control.getAttribute('aria-checked')).toBe('true'));
      expect(control.getAttribute('role')).toBe('switch');
      expect(control.labels[0]?.textContent).not.toBe('');
    }
  });

  it('change their own part only, at once', async () => {
    const background = createScriptedBackground();
    const page = await openPopup(background);
    await page.see(() => expect(page.findAs(HTMLButtonElement, '#switch-filter').disabled).toBe(false));
    await page.click('#switch-filter');
    await page.click('#switch-notes');
    await page.click('#switch-overlay');
    await page.see(() => expect(background.sent).toHaveLength(3));
    expect(background.sent.map(([, parts]) => parts)).toEqual([
      { filter: { on: false } },
      { notes: { on: false } },
      { overlay: false },
    ]);
    for (const part of ['overlay', 'filter', 'notes'])
      await page.see(() => expect(page.find(`#switch-${part}`).getAttribute('aria-checked')).toBe('false'));
    expect(page.find('#switch-columns').getAttribute('aria-checked')).toBe('true');
  });

  it('do not fall back while an earlier change is still being kept', async () => {
    const background = createScriptedBackground();
    const kept: ((preferences: Preferences) => void)[] = [];
    background.answers['preferences.change'] = () => new Promise((resolve) => kept.push(resolve));
    const page = await openPopup(background);
    await page.see(() => expect(page.findAs(HTMLButtonElement, '#switch-filter').disabled).toBe(false));
    const { preferences } = background.knows;
    const withoutFilter = { ...preferences, filter: { ...preferences.filter, on: false } };
    await page.click('#switch-filter');
    await page.click('#switch-notes');
    await page.see(() => expect(kept).toHaveLength(1));
    kept[0]?.(withoutFilter);
    await page.see(() => expect(kept).toHaveLength(2));
    expect(page.find('#switch-notes').getAttribute('aria-checked')).toBe('false');
    kept[1]?.({ ...withoutFilter, notes: { on: false }, overlay: false });
    await page.see(() => expect(page.find('#switch-overlay').getAttribute('aria-checked')).toBe('false'));
    expect(page.find('#switch-notes').getAttribute('aria-checked')).toBe('false');
  });

  it('go back when the choice could not be kept, and say so', async () => {
    const background = createScriptedBackground(
      {},
      { 'preferences.change': refuse('storage', 'The browser could not keep it.') },
    );
    const page = await openPopup(background);
    await page.see(() => expect(page.findAs(HTMLButtonElement, '#switch-notes').disabled).toBe(false));
    await page.click('#switch-notes');
    await page.see(() => expect(page.text('#problem')).toBe('The browser could not keep it.'));
    await page.see(() => expect(page.find('#switch-notes').getAttribute('aria-checked')).toBe('true'));
  });

  it('follow a change from another page', async () => {
    const background = createScriptedBackground();
    const page = await openPopup(background);
    background.knows.preferences = { ...background.knows.preferences, overlay: false };
    background.pulse('preferences');
    await page.see(() => expect(page.text('#on-the-page')).toContain('as Bondora made them'));
  });
});
