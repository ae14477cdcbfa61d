import type { TestPage } from '#test/browsers/test-browser.ts';

/** Presses the mark of a row's note and waits for the editor. */
export async function openNote(page: TestPage, rowKey: string): Promise<void> {
  await page.privateClick({
    selector: 'button:is(.empty, .note, .draft)',
    within: `[data-bondlens-row="${rowKey}"]`,
  });
  await page.waitForPrivate((roots) =>
    roots.some((root) => root.querySelector('form.note textarea') !== null),
  );
}

/** Writes a note on the loan of a row, and returns once it is shown as saved. */
export async function writeNote(page: TestPage, rowKey: string, text: string): Promise<void> {
  await openNote(page, rowKey);
  await page.privateFill('form.note textarea', text);
  await page.privateClick('form.note button[type="submit"]');
  await page.waitForPrivate((roots) => roots.some((root) => root.querySelector('form.note .saved') !== null));
}

/** Closes the editor that is open. */
export async function closeNote(page: TestPage): Promise<void> {
  await page.privateClick('form.note button.close');
  await page.waitForPrivate((roots) => roots.every((root) => root.querySelector('form.note') === null));
}

/** What the mark of a row's note says to a screen reader. */
export function readNoteMark(page: TestPage, rowKey: string): Promise<string | null> {
  return page.evaluatePrivate((roots, key) => {
    for (const root of roots) {
      const row = root instanceof ShadowRoot && root.host.closest(`[data-bondlens-row="${key}"]`);
      if (row) return root.querySelector('button')?.ariaLabel ?? null;
    }
    return null;
  }, rowKey);
}
