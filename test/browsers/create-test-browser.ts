import type { BrowserKind, TestBrowser, TestPage } from './test-browser.ts';
import { waitUntil } from './wait-until.ts';

/** One run of a browser: what each kind does in its own way. */
export interface RunningBrowser {
  /** Every open page; the same object for the same page every time. */
  pages(): Promise<readonly TestPage[]>;
  /** Opens an empty tab. */
  newPage(): Promise<TestPage>;
  /** The extension's own origin, such as `chrome-extension://…`. */
  extensionOrigin: string;
  /** Opens a tab at an address of the extension; it appears among the pages. */
  openExtensionAddress(address: string): Promise<void>;
  killBackground(): Promise<void>;
  /** Resolves when the browser is gone. */
  closed: Promise<void>;
  close(): Promise<void>;
}

export interface BrowserMaker {
  kind: BrowserKind;
  /** Starts the browser with its profile; leaves nothing behind when it throws. */
  start(): Promise<RunningBrowser>;
  welcome: string | undefined;
  /** Removes what outlives a run. */
  cleanUp(): Promise<void>;
}

/** Starts a browser and makes of its runs one that can be restarted: finding pages is the same for every kind. */
export async function createTestBrowser(maker: BrowserMaker): Promise<TestBrowser> {
  const taken = new WeakSet<TestPage>();
  let running: RunningBrowser;

  const find = async (fits: (address: string) => boolean): Promise<TestPage | undefined> => {
    for (const page of await running.pages()) {
      // A page that is just opening or closing has no address to tell: not this one yet.
      if (!taken.has(page) && fits(await page.address().catch(() => ''))) return page;
    }
    return undefined;
  };
  const nextPage: TestBrowser['nextPage'] = async (fits, timeoutMs) => {
    const page = await waitUntil('another page to open', () => find(fits), timeoutMs);
    taken.add(page);
    return page;
  };
  const start = async (): Promise<void> => {
    running = await maker.start();
    const welcome = `${running.extensionOrigin}/${maker.welcome}`;
    if (maker.welcome === undefined) return;
    await waitUntil(`${maker.welcome} to open by itself`, () => find((address) => address === welcome)).catch(
      async (error: unknown) => {
        await running.close();
        throw error;
      },
    );
  };

  await start().catch(async (error: unknown) => {
    await maker.cleanUp();
    throw error;
  });
  return {
    kind: maker.kind,
    openPage: async (address) => {
      const page = await running.newPage();
      taken.add(page);
      await page.goto(address);
      return page;
    },
    pages: () => running.pages(),
    extensionPage: async (path) => {
      const address = `${running.extensionOrigin}/${path}`;
      await running.openExtensionAddress(address);
      return nextPage((other) => other === address);
    },
    nextPage,
    killBackground: () => running.killBackground(),
    restart: async () => {
      await running.close();
      await start();
    },
    closed: () => running.closed,
    close: async () => {
      await running.close();
      await maker.cleanUp();
    },
  };
}
