import type { Page } from 'puppeteer-core';
import type { BidiNode, BidiSession } from './bidi-session.ts';
import { createTestPage } from './create-test-page.ts';
import type { ColorScheme, TestPage } from './test-browser.ts';

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
      const document = await session.call(
        context,
        'function () { return document.documentElement; }',
        [],
        'nodes',
      );
      const roots = findClosedRoots(document as BidiNode);
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
    press: (key) => page.keyboard.press(key as never),
    capture: async (path, fullPage) => {
      await page.screenshot({ path, fullPage });
    },
    setColorScheme,
    setViewport: (width, height) => page.setViewport({ width, height }),
    errors: () => errors,
    close: () => page.close(),
  });
}

/** The ids of all closed shadow roots below a node, those inside others included. */
function findClosedRoots(top: BidiNode): string[] {
  const found: string[] = [];
  const open: BidiNode[] = [top];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.value?.mode === 'closed' && node.sharedId !== undefined) found.push(node.sharedId);
    open.push(...(node.value?.children ?? []));
    if (node.value?.shadowRoot) open.push(node.value.shadowRoot);
  }
  return found.toReversed();
}
