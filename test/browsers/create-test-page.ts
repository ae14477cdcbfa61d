import { locate, readPrivateText, selectFocused, withFrames, type Location } from './in-page.ts';
import type { PageDriver } from './page-driver.ts';
import type { InPage, InPrivate, Target, TestPage } from './test-browser.ts';
import { waitUntil } from './wait-until.ts';

type Realm = 'document' | 'private';

/** Makes a page of what its browser can do: finding, waiting, clicking and typing are the same for every browser. */
export function createTestPage(driver: PageDriver): TestPage {
  const evaluate = <Args extends readonly unknown[], Result>(
    run: InPage<Args, Result>,
    ...args: Args
  ): Promise<Awaited<Result>> => driver.evaluateText(callText(run, args)) as Promise<Awaited<Result>>;

  const evaluatePrivate = <Args extends readonly unknown[], Result>(
    run: InPrivate<Args, Result>,
    ...args: Args
  ): Promise<Awaited<Result>> =>
    driver.callPrivate(
      `(roots, ...args) => (${run.toString()})((${withFrames.toString()})(roots), ...args)`,
      args,
    ) as Promise<Awaited<Result>>;

  /** Runs a function over the page's document, or over all that is private in it. */
  const over = <Args extends readonly unknown[], Result>(
    realm: Realm,
    run: InPrivate<Args, Result>,
    ...args: Args
  ): Promise<Awaited<Result>> => {
    if (realm === 'private') return evaluatePrivate(run, ...args);
    const text = ['[document]', ...args.map(asText)].join(', ');
    return driver.evaluateText(`(${run.toString()})(${text})`) as Promise<Awaited<Result>>;
  };

  /** Where an element is, once it stands there twice in a row. */
  const find = async (realm: Realm, target: Target): Promise<{ x: number; y: number }> => {
    const detailed = typeof target === 'string' ? { selector: target } : target;
    await driver.bringToFront();
    let last: Location | undefined;
    try {
      return await waitUntil('the element', async () => {
        const now = await over(realm, locate, detailed);
        const before = last;
        last = now;
        return 'x' in now && before !== undefined && 'x' in before && now.x === before.x && now.y === before.y
          ? now
          : undefined;
      });
    } catch (cause) {
      const why = last === undefined ? 'no answer' : 'notYet' in last ? last.notYet : 'it keeps moving';
      throw new Error(`Cannot reach ${JSON.stringify(target)} in ${await addressOf(driver)}: ${why}.`, {
        cause,
      });
    }
  };

  const click = async (realm: Realm, target: Target): Promise<void> => {
    const { x, y } = await find(realm, target);
    await driver.clickAt(x, y);
  };

  const fill = async (realm: Realm, target: Target, text: string): Promise<void> => {
    await click(realm, target);
    await waitUntil('the field to take the focus', () => over(realm, selectFocused));
    await (text === '' ? driver.press('Delete') : driver.type(text));
  };

  return {
    ...driver,
    address: () => addressOf(driver),
    evaluate,
    evaluatePrivate,
    runScript: async (text) => {
      await driver.evaluateText(`${text}\n;undefined`);
    },
    waitFor: (run, ...args) =>
      waitUntil(`the page to answer ${run.toString()}`, () => evaluate(run, ...args)),
    waitForPrivate: (run, ...args) =>
      waitUntil(`the page to answer ${run.toString()}`, () => evaluatePrivate(run, ...args)),
    click: (target) => click('document', target),
    hover: async (target) => {
      const { x, y } = await find('document', target);
      await driver.moveTo(x, y);
    },
    fill: (target, text) => fill('document', target, text),
    privateText: () => evaluatePrivate(readPrivateText),
    privateClick: (target) => click('private', target),
    privateFill: (target, text) => fill('private', target, text),
    screenshot: async (path, { fullPage = false, colorScheme } = {}) => {
      await driver.bringToFront();
      if (colorScheme !== undefined) await driver.setColorScheme(colorScheme);
      await driver.capture(path, fullPage);
    },
  };
}

/** The page's own word for its address; in Firefox the driver does not know those of extension pages. */
async function addressOf(driver: PageDriver): Promise<string> {
  return (await driver.evaluateText('location.href')) as string;
}

function callText(run: InPage<never, unknown>, args: readonly unknown[]): string {
  return `(${run.toString()})(${args.map(asText).join(', ')})`;
}

function asText(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}
