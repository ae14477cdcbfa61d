import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { TestPage } from '#test/browsers/test-browser.ts';

type Axe = { run(context: object, options?: RunOptions): Promise<AxeResults> };

/**
 * What axe finds wrong with a page as it is now, each with the element.
 * @param within which part of it: a selector
 * @param without rules that do not hold there
 */
export async function findAxeViolations(
  page: TestPage,
  within = 'html',
  without: readonly string[] = [],
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.runScript(axe.source);
  return page.evaluate(
    async (include, off) => {
      const view = globalThis as unknown as { axe: Axe };
      const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
      const { violations } = await view.axe.run({ include: [include] }, { rules });
      return violations.flatMap(({ help, nodes }) => nodes.map(({ html }) => `${help}: ${html}`));
    },
    within,
    without,
  );
}

/** What axe finds in the documents of a page's private frames, and how many of them there are. */
export function findAxeViolationsInFrames(page: TestPage): Promise<{ frames: number; violations: string[] }> {
  return page.evaluatePrivate(async (roots, source) => {
    // A frame in a page is no page: it needs no landmarks of its own.
    const options: RunOptions = { rules: { region: { enabled: false } } };
    const violations: string[] = [];
    const inside = roots.filter((root) => root.nodeType === Node.DOCUMENT_NODE);
    for (const root of inside) {
      const view = (root as Document).defaultView as unknown as { eval(text: string): void; axe: Axe };
      view.eval(source);
      const found = await view.axe.run((root as Document).body, options);
      for (const { help, nodes } of found.violations)
        violations.push(...nodes.map(({ html }) => `${help}: ${html}`));
    }
    return { frames: inside.length, violations };
  }, axe.source);
}
