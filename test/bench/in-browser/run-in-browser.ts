import { launchBrowser } from '#test/browsers/launch-browser.ts';
import type { BrowserKind, TestBrowser } from '#test/browsers/test-browser.ts';
import { startSandbox } from '#test/sandbox/server.ts';
import { bundleForPage } from './bundle-for-page.ts';
import { withPage } from './with-page.ts';
import { writeExtension } from './write-extension.ts';

type Callable = (...args: never[]) => unknown;

/** A module of functions, running in a page of an extension. */
export interface BenchPage<Module> {
  browser: TestBrowser;
  /**
   * Calls one of the module's functions in the page. Arguments and result are JSON values. Firefox gives a call three
   * minutes: what takes longer is measured in several calls.
   */
  call<Name extends keyof Module>(
    name: Name,
    ...args: Module[Name] extends Callable ? Parameters<Module[Name]> : never
  ): Promise<Module[Name] extends Callable ? Awaited<ReturnType<Module[Name]>> : never>;
  /** Ends the browser and removes the extension that was made. */
  close(): Promise<void>;
}

export interface BenchPageOptions {
  /** A running sandbox that the page's requests to bondora.com reach; without it a small one is started. */
  sandboxPort?: number;
  /** A profile to keep, so that what the page stored can be looked at after `close`. */
  userDataDir?: string;
}

/**
 * Bundles a TypeScript module as the shipped code is bundled and opens it in a page of a throw-away extension, under the
 * content security policy that the shipped extension has: what runs there runs as it does for people.
 * Both browsers are told not to blur their clocks and to have `gc()` (Chromium only), so that short work can be measured.
 * @param module the file, as `new URL('./file.ts', import.meta.url)`; it may not use Node
 * @example
 * import type * as xPage from './x-page.ts';
 * const page = await openBenchPage<typeof xPage>('chromium', new URL('./x-page.ts', import.meta.url));
 * const medians = await page.call('measureSomething', 100_000);
 * await page.close();
 */
export async function openBenchPage<Module>(
  kind: BrowserKind,
  module: URL,
  options: BenchPageOptions = {},
): Promise<BenchPage<Module>> {
  const own =
    options.sandboxPort === undefined ? await startSandbox({ listings: 1, holdings: 0 }) : undefined;
  const extension = writeExtension(kind, {
    'page.html': '<!doctype html><meta charset="utf-8"><title>Bench</title><script src="page.js"></script>',
    'page.js': await bundleForPage(module),
  });
  const end = async (): Promise<void> => {
    extension.remove();
    await own?.close();
  };
  try {
    const browser = await launchBrowser(kind, {
      extensionDir: extension.folder,
      sandboxPort: options.sandboxPort ?? own?.port ?? 0,
      headless: true,
      chromiumArguments: ['--enable-precise-memory-info', '--js-flags=--expose-gc'],
      firefoxPreferences: { 'privacy.reduceTimerPrecision': false },
      ...(options.userDataDir === undefined ? {} : { userDataDir: options.userDataDir }),
    });
    const page = await browser.extensionPage('page.html');
    await page.waitFor(() => 'benchModule' in globalThis);
    return {
      browser,
      call: (name, ...args) =>
        page.evaluate(
          (named, given) =>
            (
              globalThis as unknown as { benchModule: Record<string, (...all: unknown[]) => unknown> }
            ).benchModule[named]?.(...given),
          String(name),
          args as unknown[],
        ) as never,
      close: async () => {
        await browser.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/**
 * Calls one function of a module in a page of an extension (see `openBenchPage`) and ends the browser again.
 * @example
 * const rows = await runInBrowser<typeof xPage, 'run'>('chromium', new URL('./x-page.ts', import.meta.url), 'run');
 */
export async function runInBrowser<Module, Name extends keyof Module>(
  kind: BrowserKind,
  module: URL,
  name: Name,
  ...args: Module[Name] extends Callable ? Parameters<Module[Name]> : never
): Promise<Module[Name] extends Callable ? Awaited<ReturnType<Module[Name]>> : never> {
  return withPage(
    () => openBenchPage<Module>(kind, module),
    (page) => page.call(name, ...args),
  );
}
