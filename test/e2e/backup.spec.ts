import type { TestPage } from '#test/browsers/test-browser.ts';
import { askBackground } from '#test/drill/ask-background.ts';
import { findAxeViolations } from './find-axe-violations.ts';
import { expect, test } from './fixture.ts';
import { findOptions } from './link-account.ts';

const note = { account: null, loan: 'loan:1234567', colour: 'red', tags: ['late'] } as const;
const hostile = '<img src=x onerror=alert(1)> \u202Eשלום 👩‍👩‍👧‍👦 "quoted"; and, more';

/** Presses the button that makes a file, and gives the text that the browser is given to save. */
async function makeFile(options: TestPage): Promise<string> {
  await options.evaluate(() => {
    const view = globalThis as { madeFile?: Promise<string> };
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      view.madeFile = blob.text();
      return create(blob);
    };
    // Where the browser would put it is nobody's business here.
    HTMLAnchorElement.prototype.click = () => undefined;
  });
  await options.click('#make-backup');
  return options.waitFor(async () => (globalThis as { madeFile?: Promise<string> }).madeFile);
}

/** Drops a file with this text onto the place for backup files, and waits for the answer. */
async function takeIn(options: TestPage, text: string): Promise<void> {
  await options.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'other.json'));
    document
      .querySelector('#backup-file')
      ?.closest('.drop-place')
      ?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  }, text);
  await settle(options);
}

/** Waits until the card of the file says something new. */
async function settle(options: TestPage): Promise<void> {
  await options.waitFor(() => document.querySelector('#take-in')?.getAttribute('aria-busy') === 'false');
}

function readCard(options: TestPage): Promise<string> {
  return options.evaluate(() => document.querySelector('#take-in')?.textContent ?? '');
}

async function readTexts(options: TestPage): Promise<string[]> {
  const notes = await askBackground(options, 'notes.list', { account: null });
  return notes.filter(({ removedAt }) => removedAt === null).map(({ text }) => text);
}

test('Everything goes into a file and comes back, with the difference before and an undo after', async ({
  testBrowser,
}) => {
  const options = await findOptions(testBrowser);
  await askBackground(options, 'notes.save', { ...note, text: hostile, revision: 0 });
  const text = await makeFile(options);
  expect(JSON.parse(text)).toMatchObject({ bondlens: 'backup', contents: { notes: [{ text: hostile }] } });

  await takeIn(options, text);
  expect(await readCard(options)).toContain('Nothing changes: all of it is here already.');
  await takeIn(options, text.slice(0, -50));
  expect(await readCard(options)).toContain('This backup is cut off or damaged. Nothing was changed.');

  await askBackground(options, 'notes.remove', { account: null, loan: note.loan, revision: 1 });
  await takeIn(options, text);
  // What was deleted here since does not come back by a merge.
  expect(await readCard(options)).toContain('Nothing changes');
  await options.click('#way-restore');
  await settle(options);
  expect(await readCard(options)).toContain('1 note is brought back.');
  for (const scheme of ['light', 'dark'] as const) {
    await options.setColorScheme(scheme);
    expect(await findAxeViolations(options, '#data'), scheme).toEqual([]);
  }
  expect(await readTexts(options)).toEqual([]);
  await options.click('#take-in .confirm');
  await options.waitFor(() => document.querySelector('#take-in .undo') !== null);
  expect(await readTexts(options)).toEqual([hostile]);
  await options.click('#take-in .undo');
  await options.waitFor(() => document.querySelector('#take-in .undone') !== null);
  expect(await readTexts(options)).toEqual([]);
  expect(await options.evaluate(() => document.querySelector('#storage-state')?.textContent)).toBe(
    'The browser promises not to clear this.',
  );
  expect(options.errors()).toEqual([]);
});
