// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.bondora.com/en/secondmarket" }
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import type { LoanKey, NoteKey } from '#lib/loan/ids.ts';
import type { NoteVersion } from '#lib/notes/note.ts';
import { hostileTexts } from '#test/unit/notes/note-arbitraries.ts';
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
    const stage = await openPage((background) => {
      background.tags = [{ name: 'spring', colour: 'green', isPreset: true, notes: 3 }];
    });
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
    press(find(panel, '.mark-avoid input'));
    press(find(panel, '.stars [aria-label="2 of 5"]'));
    await stage.until(() => panel.querySelector('.tag:not(.preset)') !== null);
    await stage.until(() => panel.querySelector('.preset') !== null);
    press(find(panel, '[aria-label="Add the tag spring"]'));
    await stage.until(() => panel.querySelector('.preset') === null);
    key(area(stage), 'Enter', { ctrlKey: true });
    await stage.until(() => state(stage).startsWith('Saved'));
    expect(stage.background.notes.get(loan)).toMatchObject({
      text: 'Paid late twice.',
      tags: ['late payer', 'spring'],
      colour: 'amber',
      mark: 'avoid',
      rating: 2,
      revision: 1,
    });
    await stage.until(() => markOf(stage).className === 'note');
    expect(markOf(stage).title).toBe('Paid late twice.\nAvoid · rating 2 of 5 · #late payer #spring');
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

  it('can be about the borrower too, and is one click from that on the loan', async () => {
    const borrower = 'borrower:BO1' as NoteKey;
    const stage = await openPage((background) => {
      background.otherSubjects = [borrower];
      background.keepNote(borrower, { text: 'Three loans, all late', mark: 'avoid' });
    });
    expect(markOf(stage).title).toBe('On the borrower: Three loans, all late\nAvoid');
    press(markOf(stage));
    const heading = (): string => find(stage.parts.frame('panel'), 'h1').textContent ?? '';
    expect([heading(), area(stage).value]).toEqual(['Note on borrower BO1', 'Three loans, all late']);
    press(button(stage, 'Loan'));
    await stage.until(() => heading() === 'Note on loan 1001');
    type(area(stage), 'This one pays');
    press(button(stage, 'Save'));
    await stage.until(() => state(stage).startsWith('Saved'));
    expect(stage.background.notes.get(loan)).toMatchObject({ text: 'This one pays', mark: 'none' });
    press(button(stage, 'Borrower'));
    await stage.until(() => area(stage).value === 'Three loans, all late');
    expect(find(stage.parts.frame('panel'), '.about').textContent).toBe('LoanBorrower');
    expect(stage.parts.frame('panel').querySelectorAll('.about .noted')).toHaveLength(2);
  });

  it.each(hostileTexts.map((text) => [text.slice(0, 20), text] as const))(
    'of “%s” is text wherever it is shown',
    async (_, text) => {
      const stage = await openPage((background) => {
        background.keepNote(loan, { text });
        const past = {
          ...background.notes.get(loan),
          text: 'before',
          revision: 0,
          tags: [text.slice(0, 40)],
        };
        background.history = [past as NoteVersion];
        const draft = { text: `${text}\nlost`, colour: 'none', tags: [] } as const;
        const at = Date.UTC(2026, 10, 21);
        background.drafts.set('e', { ...(past as NoteVersion), editor: 'e', draft, revision: 1, at });
      });
      expect(markOf(stage).title.startsWith(text.slice(0, 240))).toBe(true);
      press(markOf(stage));
      const panel = stage.parts.frame('panel');
      await stage.until(() => panel.querySelector('.offer') !== null);
      press(button(stage, 'Compare'));
      press(button(stage, 'History'));
      await stage.until(
        () => panel.querySelector('.comparison') !== null && panel.querySelector('.history') !== null,
      );
      const lines = text.split(/\r\n|\r|\n/);
      expect(area(stage).value).toBe(lines.join('\n'));
      const drawn = [...panel.querySelectorAll<HTMLElement>('.comparison [data-text]')];
      expect(drawn.slice(1).map(({ dataset }) => dataset['text'])).toEqual([...lines, 'lost']);
      expect(panel.querySelector('script, img, a, iframe, b')).toBeNull();
    },
  );

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
