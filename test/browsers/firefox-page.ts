import type { KeyInput, Page } from 'puppeteer-core';
import type { BidiNode, BidiSession } from './bidi-session.ts';
import { createTestPage } from './create-test-page.ts';
import { withFrames } from './in-page.ts';
import type { ColorScheme, PrivateRoot, TestPage } from './test-browser.ts';

/** A page of Firefox, driven by Puppeteer; closed shadow roots through WebDriver BiDi. */
export function createFirefoxPage(
  page: Page,
  session: BidiSession,
  setColorScheme: (scheme: ColorScheme) => Promise<void>,
): TestPage {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const context = session.contextOf(page);

  return createTestPage({
    goto: async (address) => {
      await page.goto(address);
    },
    reload: async () => {
      await page.reload();
    },
    evaluateText: (expression) => page.evaluate(expression),
    callPrivate: async (functionText, args) => {
      const roots = await findClosedRoots(session, context);
      const text = `async function (args, ...roots) { return JSON.stringify(await (${functionText})(roots, ...JSON.parse(args))); }`;
      const references = roots.map((sharedId) => ({ sharedId }));
      const answer = await session.call(context, text, [
        { type: 'string', value: JSON.stringify(args) },
        ...references,
      ]);
      return answer.value === undefined ? undefined : JSON.parse(answer.value as string);
    },
    bringToFront: () => page.bringToFront(),
    moveTo: (x, y) => page.mouse.move(x, y),
    clickAt: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => pressTogether(page, key),
    capture: async (path, fullPage) => {
      await page.screenshot({ path, fullPage });
    },
    setColorScheme,
    setViewport: (width, height) => page.setViewport({ width, height }),
    errors: () => errors,
    close: () => page.close(),
  });
}

/** Presses the last of `Control+v`, the others held down. */
async function pressTogether({ keyboard }: Page, keys: string): Promise<void> {
  const held = keys.split('+') as KeyInput[];
  const key = held.pop() as KeyInput;
  for (const one of held) await keyboard.down(one);
  await keyboard.press(key);
  for (const one of held.toReversed()) await keyboard.up(one);
}

/** The ids of all closed shadow roots of a page, those inside others included. */
async function findClosedRoots(session: BidiSession, context: string): Promise<string[]> {
  const list = `(...roots) => (${listPossibleHosts.toString()})((${withFrames.toString()})(roots))`;
  const found: string[] = [];
  let around: string[] = [];
  do {
    const references = around.map((sharedId) => ({ sharedId }));
    const hosts = await session.call(context, list, references, 'nodes');
    around = (hosts.value as BidiNode[]).flatMap(({ value }) => {
      const root = value?.shadowRoot;
      return root?.value?.mode === 'closed' ? (root.sharedId ?? []) : [];
    });
    found.push(...around);
  } while (around.length > 0);
  return found;
}

/** Runs in the page: the elements in these roots that can have a shadow root; without roots, those of the page. */
function listPossibleHosts(roots: readonly PrivateRoot[]): Element[] {
  // Only these, and elements with a dash in their name, can have one.
  const names = 'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span';
  const possible = new Set(names.split(' '));
  const places = roots.length === 0 ? [document] : roots;
  return places.flatMap((place) =>
    [...place.querySelectorAll('*')].filter(
      ({ localName }) => possible.has(localName) || localName.includes('-'),
    ),
  );
}
