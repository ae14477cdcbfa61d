import { expect, test } from './fixture.ts';
import { openMarket, readColumn } from './market-page.ts';
import { closeNote, openNote, readNoteMark, writeNote } from './note-panel.ts';

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

test('A note stands wherever its loan appears, and goes when it is deleted', async ({ testBrowser }) => {
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
});

test('A row keeps what is typed while the note is not saved', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  const [row = ''] = (await readColumn(page, 'discount')).keys();
  await openNote(page, row);
  await page.privateFill('form.note textarea', text);
  await closeNote(page);
  expect(await readNoteMark(page, row)).toBe('Note: not saved yet');
  await openNote(page, row);
  expect(await page.privateText()).toContain(text);
});
