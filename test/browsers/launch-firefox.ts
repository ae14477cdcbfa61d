import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { createBidiSession, type BidiSession } from './bidi-session.ts';
import { startConnectProxy } from './connect-proxy.ts';
import { getBrowser } from './find-browser.ts';
import { createTestBrowser, type RunningBrowser } from './create-test-browser.ts';
import { createFirefoxPage } from './firefox-page.ts';
import { createProfileFolder } from './profile-folder.ts';
import type { ColorScheme, LaunchOptions, TestBrowser, TestPage } from './test-browser.ts';
import { patience } from './wait-until.ts';

/** Starts Firefox with the extension in it, every host of Bondora led to the sandbox, every other one refused. */
export async function launchFirefox(options: LaunchOptions): Promise<TestBrowser> {
  const executablePath = getBrowser('firefox');
  const addonId = readAddonId(options.extensionDir);
  const profile = createProfileFolder(options.userDataDir);
  const proxy = await startConnectProxy(options.sandboxPort);

  const start = async (): Promise<RunningBrowser> => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: options.headless,
      userDataDir: profile.path,
      acceptInsecureCerts: true,
      args: ['-remote-allow-system-access'],
      extraPrefsFirefox: { ...firefoxPreferences(proxy.port), ...options.firefoxPreferences },
      defaultViewport: options.headless ? { width: 1280, height: 800 } : null,
    });
    // Puppeteer would put back the preferences of the last run when it closes, and with them lose the id under which
    // Firefox keeps the extension's data.
    for (const name of ['prefs.js', 'user.js'])
      rmSync(join(profile.path, `${name}.puppeteer`), { force: true });
    try {
      const session = createBidiSession(browser);
      const describe = describeBrowser(browser, session, addonId);
      await browser.installExtension(options.extensionDir);
      const host = await session.callBrowser(readHost, addonId);
      return { ...describe, extensionOrigin: `moz-extension://${String(host)}` };
    } catch (cause) {
      await browser.close();
      throw new Error('Firefox did not start the extension.', { cause });
    }
  };
  return createTestBrowser({
    kind: 'firefox',
    start,
    welcome: options.welcome,
    cleanUp: async () => {
      await proxy.close();
      profile.remove();
    },
  });
}

function describeBrowser(
  browser: Browser,
  session: BidiSession,
  addonId: string,
): Omit<RunningBrowser, 'extensionOrigin'> {
  const wrapped = new WeakMap<Page, TestPage>();
  const setColorScheme = async (scheme: ColorScheme): Promise<void> => {
    await session.callBrowser(setColorPreference, scheme);
  };
  const wrap = (page: Page): TestPage => {
    const testPage = wrapped.get(page) ?? createFirefoxPage(page, session, setColorScheme);
    page.setDefaultTimeout(patience);
    wrapped.set(page, testPage);
    return testPage;
  };
  // So that no error of a page is missed, whoever opens it; a page that is gone again has none to tell.
  browser.on('targetcreated', (target) => {
    target.page().then(
      (page) => page && wrap(page),
      () => undefined,
    );
  });
  return {
    pages: async () => (await browser.pages()).map(wrap),
    newPage: async () => wrap(await browser.newPage()),
    // WebDriver BiDi may not lead a page to an extension's address; Firefox's own window may.
    openExtensionAddress: async (address) => {
      await session.callBrowser(openTab, address);
    },
    killBackground: async () => {
      await session.callBrowser(terminateBackground, addonId);
    },
    closed: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    close: () => browser.close(),
  };
}

const setColorPreference =
  "(scheme) => Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', scheme === 'dark' ? 0 : 1)";

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
