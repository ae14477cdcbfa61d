import type { TestBrowser, TestPage } from '#test/browsers/test-browser.ts';
import { askBackground } from '#test/drill/ask-background.ts';
import { expect, test } from './fixture.ts';

/** The notes page with some notes in it. */
async function openNotes(browser: TestBrowser, texts: readonly string[]): Promise<TestPage> {
  const page = await browser.extensionPage('notes.html');
  await page.waitFor(() => document.querySelector('.empty') !== null);
  for (const [at, text] of texts.entries())
    await askBackground(page, 'notes.save', {
      account: null,
      loan: `loan:${at + 1}`,
      text,
      colour: 'none',
      tags: [],
      revision: 0,
    });
  // They were written elsewhere: the page is told.
  await waitForRows(page, texts.length);
  return page;
}

async function waitForRows(page: TestPage, count: number): Promise<void> {
  await page.waitFor((rows) => document.querySelectorAll('.note-row').length === rows, count);
}

const readRows = (page: TestPage): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll('.note-row')].map((row) => row.textContent ?? ''));

test('Notes are found as one types, changed together by keyboard, deleted, and brought back', async ({
  testBrowser,
}) => {
  const page = await openNotes(testBrowser, ['late twice', 'employer of two', 'Employer closed']);
  await page.press('/');
  await page.type('employer');
  await waitForRows(page, 2);
  await page.press('ArrowDown');
  await page.press('Control+a');
  await page.fill('#change-tag', 'work');
  await page.press('Enter');
  await page.waitFor(() => document.querySelectorAll('.note-row .chip').length === 2);
  expect((await readRows(page)).every((row) => row.includes('work'))).toBe(true);

  await page.waitFor(() => document.activeElement?.id === 'note-list');
  await page.press('Delete');
  await page.click('#confirm-removal .yes');
  await waitForRows(page, 0);
  await page.click('#undo');
  await page.click('#going-back .yes');
  await waitForRows(page, 2);
  expect(page.errors()).toEqual([]);
});

test('What was written and not saved outlives its tab, and is offered when the notes are opened again', async ({
  testBrowser,
}) => {
  const page = await openNotes(testBrowser, ['as it was']);
  await page.click('.note-row .start');
  await page.fill('form.note textarea', 'written, not saved');
  await page.waitFor(() => document.querySelector('.note-row .mark.draft') !== null);
  await expect
    .poll(() => page.evaluate(() => document.querySelector('form.note .state')?.textContent))
    .toMatch(/kept/i);
  // While its editor is open, it is no draft that was left behind.
  expect(await askBackground(page, 'notes.drafts', {})).toEqual([]);
  await page.close();

  const again = await testBrowser.extensionPage('notes.html');
  await again.click({ selector: '#left-drafts button', text: 'Open' });
  await again.click({ selector: 'form.note .offer button', text: 'Use it' });
  await again.click('form.note button[type="submit"]');
  await again.waitFor(() => document.querySelector('.note-row .start')?.textContent === 'written, not saved');
  await again.waitFor(() => document.querySelector('#left-drafts') === null);
  expect(again.errors()).toEqual([]);
});
