import type { TestPage } from '#test/browsers/test-browser.ts';
import { expect, test } from './fixture.ts';
import { openMarket, readColumn } from './market-page.ts';
import { findOptions, linkAccount } from './link-account.ts';
import { openNote, readNoteMark } from './note-panel.ts';
import { openPopup } from './popup-page.ts';

const secret = 'Nobody on this page may read that.';
const [draft, tag, column] = ['Nor what is not saved yet.', 'nor a tag', 'Nor my column'];
const formula = 'tags contains "nor a tag" and mark = avoid';

test('A script of the page cannot press our buttons', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  const [row = ''] = (await readColumn(page, 'discount')).keys();
  const sorted = await page.evaluate(() => document.querySelectorAll('[aria-sort]').length);

  await pressEverything(page);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  const panels = (): Promise<number> =>
    page.evaluate(() => document.querySelectorAll('bondlens-panel').length);
  expect(await panels()).toBe(0);
  expect(await page.evaluate(() => document.querySelectorAll('[aria-sort]').length)).toBe(sorted);

  // A person can.
  await openNote(page, row);
  expect(await panels()).toBe(1);
  // Nor can it in the open editor.
  await page.privateFill('form.note textarea', secret);
  await pressEverything(page);
  await page.press('Escape');
  await expect.poll(() => readNoteMark(page, row)).toBe('Note: not saved yet');

  // Nor among the filters.
  await page.privateClick('button.filters');
  await page.waitForPrivate((roots) =>
    roots.some((root) => root.querySelector('[role="dialog"][aria-label="Filters"]') !== null),
  );
  const filters = await page.privateText();
  await pressEverything(page);
  expect(await page.privateText()).toBe(filters);
  await page.press('Escape');

  // Nor can it teach: a person alone points at things.
  const popup = await openPopup(testBrowser);
  await popup.click('#teach-page');
  await page.bringToFront();
  await expect.poll(() => page.privateText()).toContain('Click the table of loans on the page');
  await pressEverything(page, 'table, td, th, tr');
  expect(await page.privateText()).toContain('Click the table of loans on the page');
});

test('A script of the page cannot read a note, its tags and mark, a draft, a column of them, nor a filter', async ({
  testBrowser,
}) => {
  const options = await findOptions(testBrowser);
  for (const [field, text] of [
    ['#formula-title', column],
    ['#formula-text', 'note'],
  ] as const) {
    await options.fill(field, text);
    await options.press('Tab');
  }
  const page = await openMarket(testBrowser);
  const [row = ''] = (await readColumn(page, 'discount')).keys();
  await page.evaluate(spy);
  await openNote(page, row);
  await page.privateFill('form.note .tags input', `${tag},`);
  await page.privateClick('.mark-avoid input');
  await page.privateFill('form.note textarea', secret);
  await page.privateClick('form.note button[type="submit"]');
  await page.waitForPrivate((roots) => roots.some((root) => root.querySelector('form.note .saved') !== null));
  await page.privateFill('form.note textarea', draft);
  await waitForKeptDraft(page);
  await page.privateFill('input[aria-label="Filter formula"]', formula);
  await page.press('Enter');
  // It acts on the page, and says so to the person: it is the loan's, wherever it stands.
  await page.waitFor((key) => {
    const match = document.querySelector<HTMLElement>(`[data-bondlens-row="${key}"]`)?.dataset[
      'bondlensMatch'
    ];
    const all = document.querySelectorAll('[data-bondlens-match="no"]').length;
    return match === 'yes' && all > 0;
  }, row);
  expect(await readDrawn(page)).toContain(secret);

  const { heard, found } = await page.evaluate(readEverything);
  expect(heard).toBe('');
  expect(found).toContain('data-bondlens-row');
  expect(await page.evaluate(() => window.frames.length)).toBe(0);
  for (const word of [secret, draft, tag, 'avoid', column, formula]) {
    expect(found).not.toContain(word);
    expect(
      await page.evaluate((text) => (window as unknown as { find(t: string): boolean }).find(text), word),
      `window.find of “${word}”`,
    ).toBe(false);
  }
});

test('A script of the page has no way to the extension, its tokens and settings', async ({
  testBrowser,
  sandbox,
}) => {
  const options = await findOptions(testBrowser);
  await linkAccount(testBrowser, options, sandbox.application);
  const page = await openMarket(testBrowser);
  const ways = await page.evaluate(() => {
    const { chrome, browser } = globalThis as {
      chrome?: { runtime?: object };
      browser?: { runtime?: object };
    };
    return [chrome?.runtime, browser?.runtime].filter((runtime) => runtime !== undefined).length;
  });
  expect(ways).toBe(0);
  const stored = await page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const caught: string[] = [JSON.stringify([localStorage, sessionStorage]), document.cookie];
    return { databases, caught: caught.join('\n') };
  });
  expect(stored.databases).toEqual([]);
  for (const word of ['bondlens', sandbox.application.clientId, sandbox.application.clientSecret])
    expect(stored.caught.toLowerCase()).not.toContain(word.toLowerCase());
  const { found } = await page.evaluate(readEverything);
  expect(found).not.toContain(sandbox.application.clientSecret);
});

/** Waits until what stands in the editor is kept as a draft. */
async function waitForKeptDraft(page: TestPage): Promise<void> {
  await page.waitForPrivate((roots) =>
    roots.some((root) => root.querySelector('.note .state')?.textContent?.includes('draft kept') === true),
  );
}

/** The words that are drawn by a style in closed roots. */
function readDrawn(page: TestPage): Promise<string[]> {
  return page.evaluatePrivate((roots) =>
    roots.flatMap((root) =>
      [...root.querySelectorAll<HTMLElement>('[data-text]')].map(({ dataset }) => dataset['text'] ?? ''),
    ),
  );
}

/**
 * Clicks, as a script can, on everything of ours.
 * @param more and on these elements of the page
 */
async function pressEverything(page: TestPage, more = 'bondlens-bar'): Promise<void> {
  await page.evaluate((others) => {
    const names = ['mark', 'bar', 'panel', 'strip', 'value', 'title', 'card', 'teaching', 'outlines'];
    const ours = document.querySelectorAll<HTMLElement>(
      [
        ...names.map((name) => `bondlens-${name}, bondlens-${name} *`),
        '.bondlens-cell, .bondlens-cell *',
        others,
      ].join(),
    );
    for (const element of ours) {
      element.click();
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'submit'])
        element.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
      element.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, composed: true }),
      );
    }
  }, more);
}

/** Listens, as a script can, to all that is typed and changed, and keeps what it hears. */
function spy(): void {
  const heard: string[] = [];
  Object.assign(globalThis, { heard });
  const keep = (event: Event): void => {
    const { key, data } = event as KeyboardEvent & InputEvent;
    heard.push(key ?? '', data ?? '', (event.target as HTMLInputElement).value ?? '');
  };
  for (const type of ['keydown', 'keyup', 'beforeinput', 'input', 'change', 'selectionchange'])
    addEventListener(type, keep, true);
}

/** All text that a script of the page gets hold of. */
function readEverything(): { heard: string; found: string } {
  const { heard = [] } = globalThis as unknown as { heard?: string[] };
  const texts = [document.documentElement.outerHTML, document.body.innerText, String(getSelection())];
  for (const element of document.querySelectorAll<HTMLElement>('*'))
    texts.push(element.shadowRoot?.textContent ?? '', (element as HTMLInputElement).value ?? '');
  return { heard: heard.join(''), found: texts.join('\n') };
}
