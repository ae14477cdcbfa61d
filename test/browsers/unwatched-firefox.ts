import { launchFirefox } from './launch-firefox.ts';
import type { LaunchOptions } from './test-browser.ts';
import type { UnwatchedBrowser } from './unwatched-browser.ts';

/** Firefox ends a background by itself whether a driver is there or not, so the usual one does. */
export async function launchUnwatchedFirefox(options: LaunchOptions): Promise<UnwatchedBrowser> {
  const browser = await launchFirefox(options);
  return {
    kind: 'firefox',
    visit: async (path, work) => {
      const page = await browser.extensionPage(path);
      const result = await work(page);
      for (const other of await browser.pages()) {
        // A page that is just closing has no address to tell.
        const address = await other.address().catch(() => '');
        if (address.startsWith('moz-extension://')) await other.close();
      }
      return result;
    },
    openPage: async (address) => {
      const page = await browser.openPage(address);
      return {
        evaluate: async (expression) => {
          // The answer passes the border as text.
          await page.runScript(
            `Promise.resolve(${expression}).then((value) => { globalThis.unwatchedAnswer = JSON.stringify({ value }); })`,
          );
          const answer = await page.waitFor(() => {
            const holder = globalThis as { unwatchedAnswer?: string | undefined };
            const text = holder.unwatchedAnswer;
            holder.unwatchedAnswer = undefined;
            return text;
          });
          return (JSON.parse(answer) as { value?: unknown }).value;
        },
      };
    },
    killBackground: () => browser.killBackground(),
    limitStorage: () => Promise.reject(new Error('Firefox reads its limit of storage when it starts.')),
    close: () => browser.close(),
  };
}
