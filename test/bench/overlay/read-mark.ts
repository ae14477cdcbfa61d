import type { TestPage } from '#test/browsers/test-browser.ts';
import type { MarkParts } from './page/shown-rows.ts';

/** What stands in the closed root of a row's mark, with its style. */
export async function readMark(page: TestPage): Promise<MarkParts> {
  const mark = await page.evaluatePrivate((roots) => {
    const root = roots.find(
      (one): one is ShadowRoot => 'host' in one && one.host.parentElement?.localName === 'bondlens-mark',
    );
    if (root === undefined) return null;
    const rules = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
    return { html: root.innerHTML, css: rules.map(({ cssText }) => cssText).join('\n') };
  });
  if (mark === null) throw new Error('No row has a mark.');
  return mark;
}
