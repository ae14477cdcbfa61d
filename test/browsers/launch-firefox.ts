import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { createBidiSession, type BidiSession } from './bidi-session.ts';
import { startConnectProxy } from './connect-proxy.ts';
import { getBrowser } from './find-browser.ts';
import { createFirefoxPage } from './firefox-page.ts';
import { createHandedOut } from './handed-out.ts';
import { createTemporaryFolder } from './temporary-folder.ts';
import type { LaunchOptions, TestBrowser, TestPage } from './test-browser.ts';
import { patience } from './wait-until.ts';

/** Starts Firefox with the extension in it, every host of Bondora led to the sandbox, every other one refused. */
export async function launchFirefox(options: LaunchOptions): Promise<TestBrowser> {
  const executablePath = getBrowser('firefox');
  const addonId = readAddonId(options.extensionDir);
  const profile = options.userDataDir === undefined ? createTemporaryFolder() : undefined;
  const userDataDir = profile?.path ?? options.userDataDir ?? '';
  const proxy = await startConnectProxy(options.sandboxPort);
  const wrapped = new WeakMap<Page, TestPage>();

  const start = async (): Promise<{ browser: Browser; session: BidiSession; origin: string }> => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: options.headless,
      userDataDir,
      acceptInsecureCerts: true,
      args: ['-remote-allow-system-access'],
      extraPrefsFirefox: firefoxPreferences(proxy.port),
      defaultViewport: options.headless ? { width: 1280, height: 800 } : null,
    });
    // Puppeteer would put back the preferences of the last run when it closes, and with them lose the id under which
    // Firefox keeps the extension's data.
    for (const name of ['prefs.js', 'user.js'])
      rmSync(join(userDataDir, `${name}.puppeteer`), { force: true });
    try {
      const session = createBidiSession(browser);
      await browser.installExtension(options.extensionDir);
      const host = await session.callBrowser(readHost, addonId);
      return { browser, session, origin: `moz-extension://${String(host)}` };
    } catch (cause) {
      await browser.close();
      throw new Error('Firefox did not start the extension.', { cause });
    }
  };
  const wrap = (page: Page): TestPage => {
    const testPage = wrapped.get(page) ?? createFirefoxPage(page, running.session, setColorScheme);
    page.setDefaultTimeout(patience);
    wrapped.set(page, testPage);
    return testPage;
  };
  const setColorScheme = async (scheme: string): Promise<void> => {
    const setPreference =
      "(scheme) => Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', scheme === 'dark' ? 0 : 1)";
    await running.session.callBrowser(setPreference, scheme);
  };

  const cleanUp = async (): Promise<void> => {
    await proxy.close();
    profile?.remove();
  };
  let running = await start().catch(async (error: unknown) => {
    await cleanUp();
    throw error;
  });
  const pages = async (): Promise<readonly TestPage[]> => (await running.browser.pages()).map(wrap);
  const handedOut = createHandedOut(pages);

  return {
    kind: 'firefox',
    openPage: async (address) => {
      const page = handedOut.add(wrap(await running.browser.newPage()));
      await page.goto(address);
      return page;
    },
    pages,
    extensionPage: async (path) => {
      // WebDriver BiDi may not lead a page to an extension's address; Firefox's own window may.
      const address = `${running.origin}/${path}`;
      await running.session.callBrowser(openTab, address);
      return handedOut.next((other) => other === address);
    },
    nextPage: (fits, timeoutMs) => handedOut.next(fits, timeoutMs),
    killBackground: async () => {
      await running.session.callBrowser(terminateBackground, addonId);
    },
    restart: async () => {
      await running.browser.close();
      running = await start();
    },
    closed: () => new Promise((resolve) => running.browser.once('disconnected', () => resolve())),
    close: async () => {
      await running.browser.close();
      await cleanUp();
    },
  };
}

const readHost = '(id) => WebExtensionPolicy.getByID(id).mozExtensionHostname';

const openTab =
  '(address) => { gBrowser.addTab(address, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() }); }';

// The same that `about:debugging` does with its button "Terminate background script".
const terminateBackground = `async (id) => {
  const { extension } = WebExtensionPolicy.getByID(id);
  await extension.terminateBackground({ ignoreDevToolsAttached: true });
  if (extension.backgroundState !== 'stopped') throw new Error('The background is ' + extension.backgroundState);
}`;

function firefoxPreferences(proxyPort: number): Record<string, string | number | boolean> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.allow_hijacking_localhost': true,
    // The extension is installed anew at each start, as a temporary one; its data and its address stay.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'layout.css.prefers-color-scheme.content-override': 1,
  };
}

function readAddonId(extensionDir: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`The manifest in ${extensionDir} has no id for Firefox.`);
  return id;
}
