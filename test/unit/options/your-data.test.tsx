// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { YourDataSection } from '#components/backup/your-data-section.tsx';
import type { DataPorts } from '#components/backup/data-ports.ts';
import { AppError } from '#lib/base/app-error.ts';
import type { Difference } from '#lib/backup/difference.ts';
import type { Notice } from '#components/ui/report.ts';
import { openPage, type RenderedPage } from '#test/unit/popup/rendered-page.tsx';
import {
  createScriptedBackground,
  noSchedule,
  start,
  type Answers,
  type ScriptedBackground,
} from '#test/unit/popup/scripted-background.ts';
import { allowingPorts } from './open-options.tsx';

const nothing: Difference = {
  notes: { added: 0, changed: 0, removed: 0, 'brought-back': 0, history: 0 },
  same: 1,
  tags: 0,
  settings: [],
  examples: [],
};
const words = ['1 note is added.'];
const added = { words, difference: { ...nothing, notes: { ...nothing.notes, added: 1 } } };

async function open(
  answers: Answers = {},
  ports: Partial<DataPorts> = {},
  schedule = noSchedule,
): Promise<{ page: RenderedPage; background: ScriptedBackground; notices: Notice[] }> {
  const handing: Answers = { 'files.hand': () => null, 'files.drop': () => null };
  const background = createScriptedBackground({ schedule }, { ...handing, ...answers });
  const notices: Notice[] = [];
  const page = await openPage(
    <YourDataSection report={(notice) => notices.push(notice)} ports={{ ...allowingPorts, ...ports }} />,
    background,
  );
  return { page, background, notices };
}

/** Chooses a file, as the browser's own window does. */
async function choose(page: RenderedPage, selector: string, text: string): Promise<void> {
  const input = page.findAs(HTMLInputElement, selector);
  const file = new File([text], 'mine.json');
  // What jsdom's files lack.
  Object.assign(file, {
    text: async () => text,
    arrayBuffer: async () => new TextEncoder().encode(text).buffer,
  });
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  await page.leave(selector);
}

describe('taking a file in', () => {
  it('asks for the passphrase of a locked file, again when it is another, and then shows the difference', async () => {
    const preview = vi.fn(({ passphrase }: { passphrase: string | null }) => {
      if (passphrase === null) throw new AppError('invalid-input', 'Locked.', { data: { locked: true } });
      if (passphrase !== 'right')
        throw new AppError('invalid-input', 'The passphrase does not open this file.');
      return added;
    });
    const { page, background } = await open({ 'backup.preview': preview as never });
    await choose(page, '#backup-file', 'locked');
    await page.see(() => page.find('#open-passphrase'));
    for (const passphrase of ['wrong', 'right']) {
      await page.type('#open-passphrase', passphrase);
      await page.click('#open-backup');
      if (passphrase === 'wrong')
        await page.see(() => expect(page.text('#take-in')).toContain('does not open this file'));
    }
    await page.see(() => expect(page.text('#take-in')).toContain('1 note is added.'));
    expect(background.sent.filter(([name]) => name === 'backup.takeIn')).toEqual([]);
  });

  it('hands the file in again when the background was ended meanwhile', async () => {
    let isGone = true;
    const { page, background } = await open({
      'backup.preview': () => added,
      'backup.takeIn': () => {
        if (isGone) {
          isGone = false;
          throw new AppError('not-found', 'The file was let go in between.');
        }
        return { ...added, undo: null };
      },
    });
    await choose(page, '#backup-file', 'text');
    await page.see(() => page.find('#take-in .confirm'));
    await page.click('#take-in .confirm');
    await page.see(() => page.find('#take-in .done'));
    expect(background.sent.filter(([name]) => name === 'files.hand')).toHaveLength(2);
  });

  it('says why a file is refused, and offers nothing to be done when nothing would change', async () => {
    let answer: () => unknown = () => {
      throw new AppError('invalid-input', 'This file is not a backup of Bondlens. Nothing was changed.');
    };
    const { page } = await open({ 'backup.preview': () => answer() });
    await choose(page, '#backup-file', 'foreign');
    await page.see(() => expect(page.text('#take-in .refused')).toContain('not a backup of Bondlens'));
    answer = () => ({ words: ['Nothing changes: all of it is here already.'], difference: nothing });
    await choose(page, '#backup-file', 'same');
    await page.see(() => expect(page.text('#take-in')).toContain('Nothing to change'));
    expect(page.has('#take-in .confirm')).toBe(false);
  });

  it('shows of a table which rows cannot be read', async () => {
    const preview = vi.fn(() => ({ ...added, unread: [{ line: 2, why: '“x” is no loan number.' }] }));
    const { page, background } = await open({ 'import.preview': preview });
    await choose(page, '#notes-table', '7;good;a\nx;bad;\n');
    await page.see(() => expect(page.text('#unread-rows')).toContain('Row 2: “x” is no loan number.'));
    const [, handed] = background.sent.find(([name]) => name === 'files.hand') ?? [];
    expect(JSON.parse((handed as { text: string }).text)).toContainEqual(['7', 'good', 'a']);
  });
});

describe('a file by itself', () => {
  it('is scheduled only once the browser allows it', async () => {
    let isAllowed = false;
    const { page, background, notices } = await open({}, { allowDownloads: async () => isAllowed });
    page.findAs(HTMLSelectElement, '#schedule-every').value = 'week';
    await page.leave('#schedule-every');
    await page.click('#save-schedule');
    await page.see(() =>
      expect(notices).toEqual([{ failed: 'The browser does not let Bondlens save files by itself.' }]),
    );
    isAllowed = true;
    await page.click('#save-schedule');
    await page.see(() => expect(notices.at(-1)).toEqual({ done: 'The schedule is saved.' }));
    expect(background.sent).toEqual([['schedule.change', { every: 'week', keep: 10 }]]);
  });

  it('tells of the last one, of what went wrong since, and of a permission that was withdrawn', async () => {
    const at = start - 86_400_000;
    const { page } = await open(
      {},
      {},
      {
        ...noSchedule,
        every: 'day',
        last: { at, name: '/downloads/bondlens.json' },
        failed: { at: start - 3_600_000, why: 'The file could not be saved (FILE_NO_SPACE).' },
      },
    );
    expect(page.text('#schedule-last')).toContain('/downloads/bondlens.json');
    expect(page.text('#schedule-failed')).toContain('FILE_NO_SPACE');
    expect(page.text('#schedule-withdrawn')).toContain('no backup is written');
  });
});

describe('the browser’s promise', () => {
  it('is shown, and asked for by a click where it is not given', async () => {
    const { page, notices } = await open();
    await page.see(() => expect(page.text('#storage-state')).toContain('does not promise'));
    await page.click('#ask-persist');
    await page.see(() => expect(page.text('#storage-state')).toBe('The browser promises not to clear this.'));
    expect(notices).toEqual([{ done: 'The browser promises not to clear this.' }]);
  });
});
