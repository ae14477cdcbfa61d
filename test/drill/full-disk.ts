import { setTimeout as sleep } from 'node:timers/promises';
import { extensionDirs } from '#test/browsers/extension-dirs.ts';
import { createProfileFolder } from '#test/browsers/profile-folder.ts';
import { browserKinds, type BrowserKind, type TestPage } from '#test/browsers/test-browser.ts';
import { launchUnwatched, type UnwatchedBrowser } from '#test/browsers/unwatched-browser.ts';
import { waitUntil } from '#test/browsers/wait-until.ts';
import { startSandbox } from '#test/sandbox/server.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { MarketStatus } from '#lib/messages/market-status.ts';
import { askBackground } from './ask-background.ts';
import { copyWithPermissions } from './copy-with-permissions.ts';

export const area = 'full-disk';

const day = 86_400_000;
// Enough for the small records that a pull writes as it goes, far too little for the market.
const roomLeft = 131_072;
const page = 'options.html';

/**
 * A disk that is full in a real browser: the market is pulled, moves on by five days, and is pulled again into a storage
 * that is not allowed to grow. Held when the status, or the refused wish, says in a sentence that the disk is full, the mirror answers as before,
 * and a note that is then saved is either there afterwards or was refused with that reason. `steps` and `seed` mean nothing here.
 */
export async function run(): Promise<{ line: string; held: boolean }> {
  const ends: { kind: BrowserKind; end: string; held: boolean }[] = [];
  for (const kind of browserKinds) ends.push({ kind, ...(await fillDisk(kind)) });
  return {
    line: ends.map(({ kind, end }) => `${kind}: ${end}`).join('; '),
    held: ends.every(({ held }) => held),
  };
}

async function fillDisk(kind: BrowserKind): Promise<{ end: string; held: boolean }> {
  const sandbox = await startSandbox({ listings: 4000, moving: true });
  const profile = createProfileFolder(undefined);
  // To an extension with this permission Chromium sets no limit but the disk's own, and a disk cannot be filled for a drill.
  const extension = copyWithPermissions(extensionDirs[kind], ({ permissions }) => ({
    permissions: permissions.filter((name) => name !== 'unlimitedStorage'),
  }));
  const launch = (firefoxPreferences = {}): Promise<UnwatchedBrowser> =>
    launchUnwatched(kind, {
      extensionDir: extension.path,
      sandboxPort: sandbox.port,
      headless: true,
      userDataDir: profile.path,
      welcome: page,
      firefoxPreferences,
    });
  let browser = await launch();
  try {
    const listingIds = sandbox.world
      .listOpen()
      .slice(0, 50)
      .map((listing) => sandbox.world.getListingId(listing));
    await browser.visit(page, async (options) => {
      await askBackground(options, 'account.linkToken', { token: sandbox.pastedToken });
      await waitForPull(options, 0);
    });
    const before = await browser.visit(page, (options) => look(options, listingIds));

    const room = before.used + roomLeft;
    if (kind === 'chromium') {
      await browser.limitStorage(room);
      // For so long it goes by the room that it found at the last write.
      await sleep(35_000);
    } else {
      await browser.close();
      browser = await launch({ 'dom.quotaManager.temporaryStorage.fixedLimit': Math.ceil(room / 1024) });
    }
    sandbox.clock.advance(5 * day);
    sandbox.quotas.reset();
    const after = await browser.visit(page, async (options) => {
      // The disk may be so full that not even the wish is written down: then the button says so.
      const refused = await askBackground(options, 'market.pull', {}).then(
        () => null,
        (error: unknown) => error as { code?: string; message: string },
      );
      if (refused === null) await waitForPull(options, before.status.pulledAt ?? 0);
      const seen = await look(options, listingIds);
      const said = refused ?? { code: seen.status.problemCode, message: seen.status.problem };
      return { ...seen, said };
    });
    const note = await browser.visit(page, (options) => saveNote(options));
    // What else is known by now (what the account holds of a loan) may have come in between.
    const isSame = before.records.every((record, n) => isWithin(record ?? {}, after.records[n] ?? {}));
    const known = before.records.filter((record) => record !== null).length;
    const held =
      after.said.code === 'disk-full' &&
      after.status.listings === before.status.listings &&
      known === listingIds.length &&
      isSame &&
      note.isHonest;
    return {
      held,
      end:
        `${before.status.listings} listings in ${Math.round(before.used / 1024)} KB; then "${after.said.message ?? 'no problem'}", ` +
        `${after.status.listings} listings, records ${isSame ? 'as before' : 'NOT as before'}; a note: ${note.outcome}`,
    };
  } finally {
    await browser.close();
    await sandbox.close();
    profile.remove();
    extension.remove();
  }
}

/** Waits until nothing is pulled and the market either is younger than it was, or a problem is told. */
function waitForPull(options: TestPage, pulledBefore: number): Promise<MarketStatus> {
  return waitUntil(
    'the pull to end',
    async () => {
      const status = await askBackground(options, 'market.status', {});
      const isOver = (status.pulledAt ?? 0) > pulledBefore || status.problem !== null;
      return !status.running && isOver ? status : undefined;
    },
    60_000,
  );
}

interface Look {
  status: MarketStatus;
  records: (LoanRecord | null)[];
  /** Bytes that the browser counts for the extension. */
  used: number;
}

async function look(options: TestPage, listingIds: readonly string[]): Promise<Look> {
  const rows = listingIds.map((listingId) => ({ listingId }));
  const described = await askBackground(options, 'rows.describe', { rows });
  return {
    status: await askBackground(options, 'market.status', {}),
    records: described.rows.map(({ record }) => record),
    used: (await options.evaluate(() => navigator.storage.estimate())).usage ?? 0,
  };
}

/** Saves a note of a few hundred words, and looks whether it is there. */
async function saveNote(options: TestPage): Promise<{ outcome: string; isHonest: boolean }> {
  const text = 'Late twice, paid each time. '.repeat(100);
  const draft = { account: null, loan: 'loan:1234567', text, colour: 'none' as const, tags: [], revision: 0 };
  const outcome = await askBackground(options, 'notes.save', draft).then(
    () => 'saved',
    (error: unknown) => `${(error as { code?: string }).code}, "${(error as Error).message}"`,
  );
  const { rows } = await askBackground(options, 'rows.describe', { rows: [{ auctionNumber: 1_234_567 }] });
  const isThere = rows[0]?.note?.text === text.trim() || rows[0]?.note?.text === text;
  const isHonest = outcome === 'saved' ? isThere : outcome.startsWith('disk-full') && !isThere;
  return { outcome: `${outcome}${isHonest ? '' : ', which is NOT what is there'}`, isHonest };
}

function isWithin(less: LoanRecord, more: LoanRecord): boolean {
  return Object.entries({ ...more, ...less }).every(
    ([id, value]) => JSON.stringify(value) === JSON.stringify(more[id as keyof LoanRecord]),
  );
}
