import { setTimeout as sleep } from 'node:timers/promises';
import { extensionDirs } from '#test/browsers/extension-dirs.ts';
import { browserKinds, type BrowserKind } from '#test/browsers/test-browser.ts';
import { waitUntil } from '#test/browsers/wait-until.ts';
import { createSandboxFetch } from '#test/sandbox/sandbox-fetch.ts';
import { startSandbox, type Sandbox } from '#test/sandbox/server.ts';
import { askBackground } from './ask-background.ts';
import { launchUnwatched } from '#test/browsers/unwatched-browser.ts';

export const area = 'slow-body';

const path = '/api/v1/secondarymarket';
const listings = 3000;

/**
 * A market whose body takes minutes to arrive, while no page of the extension or of Bondora is open and nothing watches
 * the background: both browsers end one that rests for half a minute. Held when in both the pull ends whole, by one call.
 * @param steps seconds that the body takes; three minutes when left out
 */
export async function run({ steps: seconds = 180 }: { steps?: number } = {}): Promise<{
  line: string;
  held: boolean;
}> {
  const ends: { kind: BrowserKind; end: string; held: boolean }[] = [];
  for (const kind of browserKinds) ends.push({ kind, ...(await pullSlowly(kind, seconds)) });
  return {
    line: ends.map(({ kind, end }) => `${kind}: ${end}`).join('; '),
    held: ends.every(({ held }) => held),
  };
}

async function pullSlowly(kind: BrowserKind, seconds: number): Promise<{ end: string; held: boolean }> {
  const sandbox = await startSandbox({ listings });
  const browser = await launchUnwatched(kind, {
    extensionDir: extensionDirs[kind],
    sandboxPort: sandbox.port,
    headless: true,
    welcome: 'options.html',
  });
  try {
    const bytes = await measureBody(sandbox);
    sandbox.faults.add({ path, fault: { kind: 'slow-line', bytesPerSecond: Math.ceil(bytes / seconds) } });
    const began = await browser.visit('options.html', async (page) => {
      await askBackground(page, 'account.linkToken', { token: sandbox.pastedToken });
      await waitUntil('the market to be asked for', async () => sandbox.requests.count(path) > 0);
      return performance.now();
    });
    // Real time, with nothing but the body going on.
    await sleep(seconds * 1050);
    const status = await browser.visit('popup.html', (page) =>
      waitUntil(
        'the pull to end',
        async () => {
          const now = await askBackground(page, 'market.status', {});
          return now.running ? undefined : now;
        },
        seconds * 300 + 15_000,
      ),
    );
    const took = Math.round((status.pulledAt ?? 0) > 0 ? (performance.now() - began) / 1000 : 0);
    const calls = sandbox.requests.count(path);
    const held =
      status.listings === sandbox.world.listOpen().length && calls === 1 && status.problem === null;
    return {
      held,
      end:
        `${(bytes / 1e6).toFixed(1)} MB at ${Math.ceil(bytes / seconds)} bytes a second, seen after ${took} s: ` +
        `${status.listings} listings by ${calls} call(s)${status.problem === null ? '' : `, "${status.problem}"`}`,
    };
  } finally {
    await browser.close();
    await sandbox.close();
  }
}

/** How long the body is, asked for as another client; the sandbox then forgets that it was asked. */
async function measureBody(sandbox: Sandbox): Promise<number> {
  const answer = await createSandboxFetch(sandbox)(`https://api.bondora.com${path}?PageSize=100000`, {
    headers: { authorization: `Bearer ${sandbox.pastedToken}` },
  });
  const { byteLength } = await answer.arrayBuffer();
  sandbox.quotas.reset();
  sandbox.requests.clear();
  return byteLength;
}
