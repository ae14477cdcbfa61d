import axe, { type AxeResults } from 'axe-core';
import type { TestPage } from '#test/browsers/test-browser.ts';

/** What axe finds wrong with a page as it is now, each with the element. */
export async function findAxeViolations(page: TestPage): Promise<string[]> {
  await page.runScript(axe.source);
  return page.evaluate(async () => {
    const own = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    const { violations } = await own.axe.run();
    return violations.flatMap(({ help, nodes }) => nodes.map(({ html }) => `${help}: ${html}`));
  });
}
