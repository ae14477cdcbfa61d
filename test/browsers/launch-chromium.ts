import { createHash } from 'node:crypto';
import { connect } from 'node:tls';
import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { createChromiumPage } from './chromium-page.ts';
import { createTestBrowser, type RunningBrowser } from './create-test-browser.ts';
import { getBrowser } from './find-browser.ts';
import { createProfileFolder } from './profile-folder.ts';
import type { LaunchOptions, TestBrowser, TestPage } from './test-browser.ts';
import { patience, waitUntil } from './wait-until.ts';

/** Starts Chromium with the extension in it, every host of Bondora led to the sandbox, every other one unreachable. */
export async function launchChromium(options: LaunchOptions): Promise<TestBrowser> {
  const executablePath = getBrowser('chromium');
  const args = await chromiumArguments(options);
  const profile = createProfileFolder(options.userDataDir);

  const start = async (): Promise<RunningBrowser> => {
    const context = await chromium.launchPersistentContext(profile.path, {
      executablePath,
      headless: options.headless,
      args,
      chromiumSandbox: process.getuid?.() !== 0,
      viewport: options.headless ? { width: 1280, height: 800 } : null,
    });
    context.setDefaultTimeout(patience);
    try {
      const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
      return describeContext(context, `chrome-extension://${new URL(worker.url()).host}`);
    } catch (cause) {
      await context.close();
      throw new Error('Chromium did not start the extension.', { cause });
    }
  };
  return createTestBrowser({
    kind: 'chromium',
    start,
    welcome: options.welcome,
    cleanUp: async () => profile.remove(),
  });
}

function describeContext(context: BrowserContext, extensionOrigin: string): RunningBrowser {
  const wrapped = new WeakMap<Page, TestPage>();
  const wrap = (page: Page): TestPage => {
    const testPage = wrapped.get(page) ?? createChromiumPage(page);
    wrapped.set(page, testPage);
    return testPage;
  };
  // So that no error of a page is missed, whoever opens it.
  context.on('page', wrap).pages().forEach(wrap);
  return {
    pages: async () => context.pages().map(wrap),
    newPage: async () => wrap(await context.newPage()),
    extensionOrigin,
    openExtensionAddress: async (address) => {
      await (await context.newPage()).goto(address);
    },
    killBackground: () => stopServiceWorkers(context),
    closed: new Promise((resolve) => context.once('close', () => resolve())),
    close: () => context.close(),
  };
}

/** What Chromium is started with, whoever starts it. */
export async function chromiumArguments({
  extensionDir,
  sandboxPort,
  chromiumArguments: further = [],
}: LaunchOptions): Promise<string[]> {
  const hosts = ['www', 'app', 'api'].map((name) => `MAP ${name}.bondora.com 127.0.0.1:${sandboxPort}`);
  return [
    `--disable-extensions-except=${extensionDir}`,
    `--load-extension=${extensionDir}`,
    '--disable-features=DisableLoadExtensionCommandLineSwitch',
    '--disable-background-networking',
    '--no-first-run',
    `--host-resolver-rules=${hosts.join(', ')}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    `--ignore-certificate-errors-spki-list=${await certificateKeyHash(sandboxPort)}`,
    ...further,
  ];
}

/** The SHA-256 of the public key that a local server shows, in Base64: the only unknown key the browser shall accept. */
function certificateKeyHash(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      const key = socket.getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' });
      socket.destroy();
      if (key === undefined) reject(new Error(`The server on port ${port} shows no certificate.`));
      else resolve(createHash('sha256').update(key).digest('base64'));
    });
    socket.once('error', reject);
  });
}

/** Stops all service workers of the profile; the extension's is the only one. */
async function stopServiceWorkers(context: BrowserContext): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  const cdp = await context.newCDPSession(page);
  const states = watchWorkers(cdp);
  await cdp.send('ServiceWorker.enable');
  await waitUntil('the browser to name its service workers', async () => states.size > 0);
  await cdp.send('ServiceWorker.stopAllWorkers');
  await waitUntil('the background to stop', async () =>
    [...states.values()].every((state) => state === 'stopped'),
  );
  await cdp.detach();
}

function watchWorkers(cdp: CDPSession): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const version of versions) states.set(version.versionId, version.runningStatus);
  });
  return states;
}
