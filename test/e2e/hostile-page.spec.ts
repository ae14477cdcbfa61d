import type { TestPage } from '#test/browsers/test-browser.ts';
import { expect, test } from './fixture.ts';
import { openMarket, readColumn } from './market-page.ts';
import { openNote, readNoteMark, writeNote } from './note-panel.ts';

const secret = 'Nobody on this page may read that.';

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
});

test('A script of the page cannot read a note, typed or saved, nor a filter', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  const [row = ''] = (await readColumn(page, 'discount')).keys();
  await page.evaluate(spy);
  await writeNote(page, row, secret);
  await page.privateFill('input[aria-label="Filter formula"]', 'payments left < 7');
  await page.press('Enter');
  expect(await page.privateText()).toContain('payments left < 7');

  const { heard, found } = await page.evaluate(readEverything);
  expect(heard).toBe('');
  expect(found).toContain('data-bondlens-row');
  expect(found).not.toContain(secret);
  expect(found).not.toContain('payments left < 7');
  expect(await page.evaluate(() => window.frames.length)).toBe(0);
  expect(
    await page.evaluate((text) => (window as unknown as { find(t: string): boolean }).find(text), secret),
  ).toBe(false);
});

test('A script of the page has no way to the extension', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  const ways = await page.evaluate(() => {
    const { chrome, browser } = globalThis as {
      chrome?: { runtime?: object };
      browser?: { runtime?: object };
    };
    return [chrome?.runtime, browser?.runtime].filter((runtime) => runtime !== undefined).length;
  });
  expect(ways).toBe(0);
});

/** Clicks, as a script can, on everything of ours. */
async function pressEverything(page: TestPage): Promise<void> {
  await page.evaluate(() => {
    const ours = document.querySelectorAll<HTMLElement>(
      ['mark', 'bar', 'panel', 'strip'].map((name) => `bondlens-${name}, bondlens-${name} *`).join() +
        ', .bondlens-cell, .bondlens-cell *',
    );
    for (const element of ours) {
      element.click();
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'submit'])
        element.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
      element.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, composed: true }),
      );
    }
  });
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
  const { heard } = globalThis as unknown as { heard: string[] };
  const texts = [document.documentElement.outerHTML, document.body.innerText, String(getSelection())];
  for (const element of document.querySelectorAll<HTMLElement>('*'))
    texts.push(element.shadowRoot?.textContent ?? '', (element as HTMLInputElement).value ?? '');
  return { heard: heard.join(''), found: texts.join('\n') };
}
