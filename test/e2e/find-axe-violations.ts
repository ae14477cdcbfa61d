import axe from 'axe-core';
import type { TestPage } from '#test/browsers/test-browser.ts';

/** What axe finds wrong with a page, as "rule: element". */
export function findAxeViolations(page: TestPage): Promise<string[]> {
  const run = (): Promise<string[]> => Promise.resolve([]);
  // Pages of the extension make no code from text, so axe is sent as a part of the function.
  run.toString = () => `async () => {
    ${axe.source};
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' ')));
  }`;
  return page.evaluate(run);
}
