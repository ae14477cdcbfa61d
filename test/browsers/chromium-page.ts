import type { CDPSession, Page } from '@playwright/test';
import { createTestPage } from './create-test-page.ts';
import type { TestPage } from './test-browser.ts';

/** A page of Chromium, driven by Playwright; closed shadow roots through the DevTools protocol. */
export function createChromiumPage(page: Page): TestPage {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));

  let session: Promise<CDPSession> | undefined;
  const devTools = (): Promise<CDPSession> => (session ??= page.context().newCDPSession(page));

  return createTestPage({
    goto: async (address) => {
      await page.goto(address);
    },
    reload: async () => {
      await page.reload();
    },
    evaluateText: (expression) => page.evaluate(expression),
    callPrivate: async (functionText, args) => {
      const cdp = await devTools();
      const roots = await findClosedRoots(cdp);
      return callWithRoots(cdp, roots, functionText, args);
    },
    bringToFront: () => page.bringToFront(),
    moveTo: (x, y) => page.mouse.move(x, y),
    clickAt: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    capture: async (path, fullPage) => {
      await page.screenshot({ path, fullPage });
    },
    setColorScheme: (colorScheme) => page.emulateMedia({ colorScheme }),
    setViewport: (width, height) => page.setViewportSize({ width, height }),
    errors: () => errors,
    close: () => page.close(),
  });
}

interface DomNode {
  nodeId: number;
  children?: DomNode[];
  shadowRoots?: DomNode[];
  shadowRootType?: string;
}

/** The node ids of all closed shadow roots, those inside others included; the browser's own are left out. */
async function findClosedRoots(cdp: CDPSession): Promise<number[]> {
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  const found: number[] = [];
  const open: DomNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.shadowRootType === 'closed') found.push(node.nodeId);
    open.push(...(node.children ?? []), ...(node.shadowRoots ?? []));
  }
  return found.toReversed();
}

async function callWithRoots(
  cdp: CDPSession,
  roots: readonly number[],
  functionText: string,
  args: readonly unknown[],
): Promise<unknown> {
  const objectGroup = 'closed-roots';
  const objects = await Promise.all(
    roots.map(async (nodeId) => (await cdp.send('DOM.resolveNode', { nodeId, objectGroup })).object),
  );
  const self = await cdp.send('Runtime.evaluate', { expression: 'globalThis', objectGroup });
  const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
    objectId: self.result.objectId ?? '',
    functionDeclaration: `function (args, ...roots) { return (${functionText})(roots, ...args); }`,
    arguments: [{ value: args }, ...objects.map(({ objectId }) => ({ objectId: objectId ?? '' }))],
    returnByValue: true,
    awaitPromise: true,
  });
  await cdp.send('Runtime.releaseObjectGroup', { objectGroup });
  if (exceptionDetails !== undefined)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
