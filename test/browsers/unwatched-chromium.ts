import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { createChromiumPage } from './chromium-page.ts';
import { openDevtoolsSocket, type DevtoolsSocket } from './devtools-socket.ts';
import { getBrowser } from './find-browser.ts';
import { chromiumArguments } from './launch-chromium.ts';
import { createProfileFolder } from './profile-folder.ts';
import type { LaunchOptions } from './test-browser.ts';
import type { UnwatchedBrowser } from './unwatched-browser.ts';
import { waitUntil } from './wait-until.ts';

interface DevtoolsTarget {
  type: string;
  url: string;
  webSocketDebuggerUrl: string;
}

/** Starts Chromium with no debugger attached. The extension's manifest must have a key. */
export async function launchUnwatchedChromium(options: LaunchOptions): Promise<UnwatchedBrowser> {
  const profile = createProfileFolder(options.userDataDir);
  const portFile = join(profile.path, 'DevToolsActivePort');
  // A run before this one may have left it.
  rmSync(portFile, { force: true });
  const child = spawn(
    getBrowser('chromium'),
    [
      ...(await chromiumArguments(options)),
      `--user-data-dir=${profile.path}`,
      '--remote-debugging-port=0',
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const port = await waitUntil('Chromium to start', async () =>
    existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] : undefined,
  );
  const devtools = `http://127.0.0.1:${port}`;
  const origin = `chrome-extension://${readExtensionId(options.extensionDir)}`;
  const list = async (): Promise<DevtoolsTarget[]> =>
    (await (await fetch(`${devtools}/json/list`)).json()) as DevtoolsTarget[];
  const open = async (address: string): Promise<DevtoolsSocket> => {
    const answer = await fetch(`${devtools}/json/new?${encodeURIComponent(address)}`, { method: 'PUT' });
    return openDevtoolsSocket(((await answer.json()) as DevtoolsTarget).webSocketDebuggerUrl);
  };
  const { welcome } = options;
  if (welcome !== undefined) {
    await waitUntil(`${welcome} to open by itself`, async () =>
      (await list()).some(({ url }) => url === `${origin}/${welcome}`),
    );
  }
  // A tab of its own, from which the browser is told what is meant for all of it.
  const desk = await open('about:blank');
  return {
    kind: 'chromium',
    visit: async (path, work) => {
      const connection = await chromium.connectOverCDP(devtools);
      try {
        const [context] = connection.contexts();
        if (context === undefined) throw new Error('Chromium has no window.');
        const page = await context.newPage();
        await page.goto(`${origin}/${path}`);
        const result = await work(createChromiumPage(page));
        for (const other of context.pages()) if (other.url().startsWith(origin)) await other.close();
        return result;
      } finally {
        // Only the connection: the browser goes on.
        await connection.close();
      }
    },
    openPage: async (address) => {
      const page = await open(address);
      return { evaluate: (expression) => evaluate(page, expression) };
    },
    killBackground: () => stopServiceWorkers(desk),
    limitStorage: async (quotaSize) => {
      await desk.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
    },
    close: async () => {
      desk.close();
      child.kill();
      await ended;
      profile.remove();
    },
  };
}

async function evaluate(page: DevtoolsSocket, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await page.send<{
    result: { value?: unknown };
    exceptionDetails?: { text: string; exception?: { description?: string } };
  }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails !== undefined)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Stops all service workers of the profile; the extension's is the only one. */
async function stopServiceWorkers(desk: DevtoolsSocket): Promise<void> {
  const states = new Map<string, string>();
  desk.on('ServiceWorker.workerVersionUpdated', (update) => {
    const { versions } = update as { versions: { versionId: string; runningStatus: string }[] };
    for (const { versionId, runningStatus } of versions) states.set(versionId, runningStatus);
  });
  await desk.send('ServiceWorker.enable');
  await waitUntil('the browser to name its service workers', async () => states.size > 0);
  await desk.send('ServiceWorker.stopAllWorkers');
  await waitUntil('the background to stop', async () =>
    [...states.values()].every((state) => state === 'stopped'),
  );
  await desk.send('ServiceWorker.disable');
}

/** The id that Chromium makes of the key in a manifest: the first half of its hash, in the letters a to p. */
function readExtensionId(folder: string): string {
  const { key } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { key?: string };
  if (key === undefined) throw new Error(`The manifest in ${folder} has no key.`);
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return hash.replaceAll(/./g, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)));
}
