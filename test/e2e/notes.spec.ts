import { askBackground } from '#test/drill/ask-background.ts';
import { expect, test } from './fixture.ts';
import { openMarket, readColumn, readMarks, setFilter } from './market-page.ts';
import { closeNote, openNote, readNoteMark, writeNote } from './note-panel.ts';
import { openPopup } from './popup-page.ts';

const text = 'Paid late twice, then caught up.';

test('A note is saved, and there after a restart of the browser', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  const [row = ''] = (await readColumn(page, 'discount')).keys();
  await writeNote(page, row, text);
  await testBrowser.restart();

  const again = await openMarket(testBrowser);
  await expect.poll(() => readNoteMark(again, row)).toBe(`Note: ${text}`);
  await openNote(again, row);
  expect(await again.privateText()).toContain(text);
  expect(again.errors()).toEqual([]);
});

test('A note is saved although the background was ended in between, and again', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  const [row = ''] = (await readColumn(page, 'discount')).keys();
  await openNote(page, row);
  await testBrowser.killBackground();
  await page.privateFill('form.note textarea', text);
  await page.privateClick('form.note button[type="submit"]');
  await page.waitForPrivate((roots) => roots.some((root) => root.querySelector('form.note .saved') !== null));
  await testBrowser.killBackground();
  await page.reload();
  await expect.poll(() => readNoteMark(page, row)).toBe(`Note: ${text}`);
});

test('A note stands wherever its loan appears, goes when it is deleted, comes back, and acts in filters', async ({
  testBrowser,
}) => {
  const page = await openMarket(testBrowser);
  const [row = ''] = (await readColumn(page, 'discount')).keys();
  const other = await testBrowser.openPage(
    'https://www.bondora.com/et/secondmarket?columns=number.cost.rating',
  );
  await writeNote(page, row, text);
  // The other tab was open before: it is told.
  await expect.poll(() => readNoteMark(other, row)).toBe(`Note: ${text}`);

  await closeNote(page);
  await openNote(page, row);
  await page.privateClick({ selector: 'form.note button', text: 'Delete' });
  await expect.poll(() => readNoteMark(page, row)).toBe('Write a note');
  await expect.poll(() => readNoteMark(other, row)).toBe('Write a note');
  await page.privateClick({ selector: 'form.note button', text: 'Undo' });
  await expect.poll(() => readNoteMark(other, row)).toBe(`Note: ${text}`);

  // Avoided and rated, it acts in the filter of the other tab.
  await page.privateClick('form.note .mark-avoid input');
  await page.privateClick({ selector: 'form.note .stars input', text: '2 of 5' });
  await page.privateClick('form.note button[type="submit"]');
  await setFilter(other, 'mark = avoid and my rating = 2 and note contains "caught up"');
  const matches = (): Promise<string | null | undefined> =>
    other.evaluate(
      (key) => document.querySelector<HTMLElement>(`[data-bondlens-row="${key}"]`)?.dataset['bondlensMatch'],
      row,
    );
  await expect.poll(matches).toBe('yes');
  expect((await readMarks(other)).matches.no).toBeGreaterThan(0);
});

test('What is typed and not saved stays with its row, is called lost only once its editor is gone, and then offered', async ({
  testBrowser,
}) => {
  const popup = await openPopup(testBrowser);
  const page = await openMarket(testBrowser);
  const [row = ''] = (await readColumn(page, 'discount')).keys();
  await openNote(page, row);
  await page.privateFill('form.note textarea', text);
  await page.privateClick('form.note .mark-avoid input');
  await closeNote(page);
  expect(await readNoteMark(page, row)).toBe('Note: not saved yet');
  await openNote(page, row);
  expect(await page.privateText()).toContain(text);
  await page.waitForPrivate((roots) =>
    roots.some((root) => root.querySelector('.note .state')?.textContent?.includes('draft kept') === true),
  );
  // Whoever asks, and whether or not the background was ended since: the tab itself is asked.
  await testBrowser.killBackground();
  expect(await askBackground(popup, 'notes.drafts', {})).toEqual([]);

  await testBrowser.restart();
  const again = await openMarket(testBrowser);
  await openNote(again, row);
  await again.waitForPrivate((roots) => roots.some((root) => root.querySelector('.offer') !== null));
  await again.privateClick({ selector: '.offer button', text: 'Use it' });
  await again.privateClick('form.note button[type="submit"]');
  await expect.poll(() => readNoteMark(again, row)).toBe(`Note: ${text}\nAvoid`);
  expect(await askBackground(await openPopup(testBrowser), 'notes.drafts', {})).toEqual([]);
});
