// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.bondora.com/en/secondmarket" }
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import type { LoanKey } from '#lib/loan/ids.ts';
import { area, button, markOf, state } from './note-editor-parts.ts';
import { withFilter } from './choose-view.ts';
import { createOverlayStage, type OverlayStage } from './overlay-stage.ts';
import { find } from './private-parts.ts';
import { key, press, type } from './trusted-events.ts';

const loan = 'loan:1001' as LoanKey;

async function openPage(prepare?: Parameters<typeof createOverlayStage>[1]): Promise<OverlayStage> {
  const stage = createOverlayStage(undefined, prepare);
  await stage.mark('ready');
  return stage;
}

describe('a note on a row', () => {
  it('is written, coloured, tagged and saved, and its mark then tells it', async () => {
    const stage = await openPage();
    expect(markOf(stage).ariaLabel).toBe('Write a note');
    press(markOf(stage));
    expect(find(stage.parts.frame('panel'), 'h1').textContent).toBe('Note on loan 1001');
    type(area(stage), 'Paid late twice.');
    const panel = stage.parts.frame('panel');
    const tag = find(panel, '.tags input') as HTMLInputElement;
    type(tag, 'late payer');
    await stage.until(() => tag.value === 'late payer');
    key(tag, 'Enter');
    press(find(panel, '.amber input'));
    await stage.until(() => panel.querySelector('.tag') !== null);
    key(area(stage), 'Enter', { ctrlKey: true });
    await stage.until(() => state(stage).startsWith('Saved'));
    expect(stage.background.notes.get(loan)).toMatchObject({
      text: 'Paid late twice.',
      tags: ['late payer'],
      colour: 'amber',
      revision: 1,
    });
    await stage.until(() => markOf(stage).className === 'note');
    expect(markOf(stage).title).toBe('Paid late twice.\n#late payer');
    expect(markOf(stage).dataset['colour']).toBe('amber');
  });

  it('stays as a draft when the editor closes, is asked about before the page is left, and comes back', async () => {
    const stage = await openPage();
    press(markOf(stage));
    type(area(stage), 'Half a sent');
    key(area(stage), 'Escape');
    expect(stage.parts.has('panel')).toBe(false);
    await stage.until(() => markOf(stage).className === 'draft');
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);

    press(markOf(stage));
    expect(area(stage).value).toBe('Half a sent');
    press(button(stage, 'Save'));
    await stage.until(() => state(stage).startsWith('Saved'));
    const leavingThen = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leavingThen);
    expect(leavingThen.defaultPrevented).toBe(false);
  });

  it('that was changed elsewhere shows both versions, and joins them', async () => {
    const stage = await openPage();
    press(markOf(stage));
    type(area(stage), 'Mine.');
    stage.background.keepNote(loan, { text: 'Theirs.', revision: 4 });
    press(button(stage, 'Save'));
    await stage.until(() => stage.parts.frame('panel').querySelector('.offer[role=alert]') !== null);
    const theirs = find(
      stage.parts.frame('panel'),
      '[aria-label="The other version"]',
    ) as HTMLTextAreaElement;
    expect([theirs.value, area(stage).value]).toEqual(['Theirs.', 'Mine.']);
    press(button(stage, 'Join both'));
    await stage.until(() => area(stage).value === 'Theirs.\n\nMine.');
    press(button(stage, 'Save'));
    await stage.until(() => state(stage).startsWith('Saved'));
    expect(stage.background.notes.get(loan)).toMatchObject({ text: 'Theirs.\n\nMine.', revision: 5 });
  });

  it('that cannot be saved says so, and can be copied', async () => {
    const stage = await openPage();
    press(markOf(stage));
    type(area(stage), 'Precious.');
    stage.background.failure = new AppError('disk-full', 'The disk is full.');
    press(button(stage, 'Save'));
    await stage.until(() => state(stage) === 'Not saved: The disk is full.');
    expect(area(stage).value).toBe('Precious.');
    expect(button(stage, 'Copy text')).toBeTruthy();
    stage.background.failure = null;
    press(button(stage, 'Save'));
    await stage.until(() => state(stage).startsWith('Saved'));
  });

  it('appears when another tab has written it', async () => {
    const stage = await openPage();
    stage.background.keepNote(loan, { text: 'From elsewhere' });
    stage.background.pulse('notes');
    await stage.until(() => markOf(stage).title === 'From elsewhere');
  });

  it('can be asked for by the filter, which tells no note from an unknown one', async () => {
    const stage = await openPage((background) => {
      background.preferences = withFilter(background.preferences, {
        formula: 'not (tags contains "late")',
      });
      const { ask } = background;
      let isFirst = true;
      background.ask = async (name, args) => {
        if (name === 'rows.describe' && isFirst) {
          isFirst = false;
          throw new AppError('storage', 'The database does not open.');
        }
        return ask(name, args);
      };
    });
    expect(stage.rows()[0]?.dataset['bondlensMatch']).toBe('unknown');
    expect(markOf(stage).ariaLabel).toBe('No note: Bondlens gave no answer.');
    stage.background.pulse('notes');
    await stage.until(() => stage.rows()[0]?.dataset['bondlensMatch'] === 'yes');
    expect(stage.background.asked.map(([name]) => name)).toEqual(['preferences.get', 'rows.describe']);
  });

  it('has no mark where notes are switched off', async () => {
    const stage = await openPage(({ preferences }) => {
      preferences.notes.on = false;
      preferences.filter.on = false;
    });
    expect(document.querySelector('bondlens-mark')).toBeNull();
    expect(stage.values('discount')[0]).toBe('-0.15');
  });
});
