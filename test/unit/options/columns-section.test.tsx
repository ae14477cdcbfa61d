// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createScriptedBackground, refuse } from '#test/unit/popup/scripted-background.ts';
import { readCurrentView } from '#lib/views/current-view.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import type { View } from '#lib/views/view.ts';
import { openOptions } from './open-options.tsx';

const viewOf = ({ knows }: { knows: { preferences: Preferences } }): View =>
  readCurrentView(knows.preferences);

describe('the columns', () => {
  it('are left out and taken in again at the end', async () => {
    const background = createScriptedBackground();
    const page = await openOptions(background);
    await page.click('#column-discount');
    await page.see(() => expect(page.findAs(HTMLInputElement, '#column-discount').checked).toBe(false));
    await page.click('#column-discount');
    await page.see(() => expect(background.sent).toHaveLength(2));
    const rest = ['yieldToMaturity', 'paymentsLeft', 'daysLate', 'shareOfTermPaid', 'formula'];
    const shown = background.sent.map(([, parts]) =>
      readCurrentView({ views: [], ...(parts as Pick<Preferences, 'current'>) }).columns.map(({ id }) => id),
    );
    expect(shown).toEqual([rest, [...rest, 'discount']]);
  });

  it('move by keyboard: the button keeps the focus, and the new place is told', async () => {
    const background = createScriptedBackground();
    const page = await openOptions(background);
    page.find('#column-shareOfTermPaid-down').focus();
    await page.click('#column-shareOfTermPaid-down');
    await page.see(() => expect(page.text('#status')).toBe('Term paid is now column 6 of 6.'));
    await page.see(() =>
      expect(page.findAs(HTMLButtonElement, '#column-shareOfTermPaid-down').disabled).toBe(true),
    );
    expect(document.activeElement?.id).toBe('column-shareOfTermPaid-up');
    expect(
      viewOf(background)
        .columns.slice(-2)
        .map(({ id }) => id),
    ).toEqual(['formula', 'shareOfTermPaid']);
  });

  it('say when a choice could not be kept, and go back', async () => {
    const page = await openOptions(
      createScriptedBackground({}, { 'preferences.change': refuse('disk-full', 'The disk is full.') }),
    );
    await page.click('#column-daysLate');
    await page.see(() => expect(page.text('#problem')).toBe('The disk is full.'));
    await page.see(() => expect(page.findAs(HTMLInputElement, '#column-daysLate').checked).toBe(true));
  });
});

describe('the user’s own column', () => {
  it('is checked while it is typed and kept when it is right', async () => {
    const background = createScriptedBackground();
    const page = await openOptions(background);
    await page.type('#formula-text', 'price - principal remaining');
    await page.see(() => expect(page.text('#formula-verdict')).toBe('Gives an amount in euros.'));
    expect(background.sent).toEqual([]);
    await page.leave('#formula-text');
    await page.see(() => expect(page.text('#status')).toBe('Your column is saved.'));
    expect(viewOf(background).formulaColumns[0]).toMatchObject({
      title: 'Payments / price',
      formula: 'price - principal remaining',
    });
  });

  it('is not kept with a fault, which is pointed at, and its text stays', async () => {
    const background = createScriptedBackground();
    const page = await openOptions(background);
    await page.type('#formula-text', 'prise * 2');
    await page.leave('#formula-text');
    await page.see(() => expect(page.text('#formula-verdict mark')).toBe('prise'));
    expect(page.text('#formula-verdict')).toContain('Did you mean “price”?');
    expect(page.find('#formula-text').getAttribute('aria-invalid')).toBe('true');
    expect(background.sent).toEqual([]);
    expect(page.findAs(HTMLTextAreaElement, '#formula-text').value).toBe('prise * 2');
  });

  it('can be renamed while its formula is still being written', async () => {
    const background = createScriptedBackground();
    const page = await openOptions(background);
    await page.type('#formula-text', 'prise');
    await page.see(() => page.find('#formula-verdict mark'));
    await page.type('#formula-title', 'Mine');
    await page.leave('#formula-title');
    await page.see(() => expect(viewOf(background).formulaColumns[0]?.title).toBe('Mine'));
    expect(viewOf(background).formulaColumns[0]?.formula).toBe('future scheduled payments / price');
    expect(page.findAs(HTMLTextAreaElement, '#formula-text').value).toBe('prise');
    await page.see(() => expect(page.text('label[for="column-formula"]')).toBe('Mine'));
  });

  it('is one of several: added, written in a format, and deleted', async () => {
    const background = createScriptedBackground();
    const page = await openOptions(background);
    await page.click('#formula-add');
    await page.see(() => page.find('#formula-1-title'));
    const format = page.findAs(HTMLSelectElement, '#formula-1-format');
    format.value = 'percent';
    await page.leave('#formula-1-format');
    await page.see(() =>
      expect(viewOf(background).formulaColumns[1]?.format).toEqual({ as: 'percent', decimals: 1 }),
    );
    expect(viewOf(background).columns.at(-1)).toEqual({ id: 'formula-1', width: null });
    await page.click('button[aria-label="Delete this column: My column 2"]');
    await page.see(() => expect(viewOf(background).formulaColumns).toHaveLength(1));
    expect(viewOf(background).columns.map(({ id }) => id)).not.toContain('formula-1');
  });
});

describe('the filters', () => {
  it('are added, written as rows, named, moved, deleted and brought back', async () => {
    const background = createScriptedBackground();
    const page = await openOptions(background);
    await page.click('.filter-list > button');
    await page.see(() => page.find('.filter-editor'));
    await page.click('.joint-line button');
    await page.see(() => expect(viewOf(background).filters[0]?.formula).toBe('discount = 0%'));
    await page.click('button[aria-label^="Remove filter"]');
    await page.see(() => expect(viewOf(background).filters).toEqual([]));
    await page.click('.filter-list [role="status"] button');
    await page.see(() => expect(viewOf(background).filters[0]?.formula).toBe('discount = 0%'));
  });
});

describe('the views', () => {
  it('are chosen, saved under a name, deleted and brought back', async () => {
    const background = createScriptedBackground();
    const page = await openOptions(background);
    await page.click('.views li:nth-child(2) button');
    await page.see(() => expect(viewOf(background).name).toBe('Bargains'));
    await page.click('.view-list .line:nth-child(2) button');
    await page.see(() => page.find('.view-list form'));
    await page.type('.view-list form input', 'Mine');
    await page.click('.view-list form button[type="submit"]');
    await page.see(() =>
      expect(background.knows.preferences.views.map(({ name }) => name)).toEqual(['Mine']),
    );
    await page.see(() => page.find('.view-list .line:nth-child(2) button:nth-child(3)'));
    await page.click('.view-list .line:nth-child(2) button:nth-child(3)');
    await page.see(() => expect(background.knows.preferences.views).toEqual([]));
    await page.click('.view-list [role="status"] button');
    await page.see(() =>
      expect(background.knows.preferences.views.map(({ name }) => name)).toEqual(['Mine']),
    );
  });
});
