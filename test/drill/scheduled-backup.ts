import { readFileSync } from 'node:fs';
import { readBackup } from '#lib/backup/backup-file.ts';
import { extensionDirs } from '#test/browsers/extension-dirs.ts';
import { createProfileFolder } from '#test/browsers/profile-folder.ts';
import { browserKinds, type BrowserKind, type TestPage } from '#test/browsers/test-browser.ts';
import { launchUnwatched, type UnwatchedBrowser } from '#test/browsers/unwatched-browser.ts';
import { startSandbox } from '#test/sandbox/server.ts';
import { askBackground } from './ask-background.ts';
import { copyWithPermissions } from './copy-with-permissions.ts';

export const area = 'scheduled-backup';

const page = 'options.html';
const passphrase = 'correct horse battery';
const keep = 2;

/**
 * Backups that real browsers write by themselves: three, the browser starts anew, and one more. Nobody is there to allow the
 * permission, so the extension has it from the start. Held when the newest two files are there and no other, the
 * oldest goes after the restart too where the browser still knows it, and the newest opens with the passphrase and holds the note. `steps` and `seed` mean nothing here.
 */
export async function run(): Promise<{ line: string; held: boolean }> {
  const ends: { kind: BrowserKind; end: string; held: boolean }[] = [];
  for (const kind of browserKinds) ends.push({ kind, ...(await writeBackups(kind)) });
  return {
    line: ends.map(({ kind, end }) => `${kind}: ${end}`).join('; '),
    held: ends.every(({ held }) => held),
  };
}

async function writeBackups(kind: BrowserKind): Promise<{ end: string; held: boolean }> {
  const sandbox = await startSandbox({ listings: 10 });
  const profile = createProfileFolder(undefined);
  const downloads = createProfileFolder(undefined);
  const extension = copyWithPermissions(extensionDirs[kind], (manifest) => ({
    permissions: [...manifest.permissions, ...(manifest.optional_permissions ?? [])],
    optional_permissions: [],
  }));
  const launch = (): Promise<UnwatchedBrowser> =>
    launchUnwatched(kind, {
      extensionDir: extension.path,
      sandboxPort: sandbox.port,
      headless: true,
      userDataDir: profile.path,
      welcome: page,
      firefoxPreferences: { 'browser.download.folderList': 2, 'browser.download.dir': downloads.path },
    });
  const faults: string[] = [];
  let browser = await launch();
  try {
    const note = { account: null, loan: 'loan:7', text: 'kept', colour: 'none', tags: [] } as const;
    const before = await browser.visit(page, async (options) => {
      await askBackground(options, 'notes.save', { ...note, revision: 0 });
      await askBackground(options, 'schedule.change', { every: 'day', keep, passphrase });
      for (let n = 0; n < 2; n++) await askBackground(options, 'schedule.run', {});
      return listDownloads(options);
    });
    if (before.length !== keep) faults.push(`${before.length} files are there before the restart`);
    await browser.close();
    browser = await launch();
    const { failed, text, after } = await browser.visit(page, async (options) => {
      const status = await askBackground(options, 'schedule.run', {});
      // Who drives Chromium leads downloads into a folder of its own, which goes when the visit ends.
      return {
        ...status,
        text: readFileSync(status.last?.name ?? '', 'utf8'),
        after: await listDownloads(options),
      };
    });
    if (failed !== null) faults.push(failed.why);
    // Firefox forgets at its end what it has downloaded: what it does not know as ours is left alone.
    if (kind === 'chromium' && after.includes(before[0] ?? ''))
      faults.push('the oldest is there after the restart');
    const { notes } = await readBackup(text, passphrase);
    if (notes[0]?.note.text !== 'kept') faults.push('the note is not in the file');
    return {
      held: faults.length === 0,
      end: `4 written, ${before.length} kept${faults.map((fault) => `, ${fault}`).join('')}`,
    };
  } finally {
    await browser.close().catch(() => undefined);
    await sandbox.close();
    for (const folder of [profile, downloads, extension]) folder.remove();
  }
}

/** The files that the browser knows as downloaded, the oldest first. */
function listDownloads(options: TestPage): Promise<string[]> {
  return options.evaluate(async () => {
    const { downloads } = (globalThis as unknown as { chrome: { downloads: Downloads } }).chrome;
    const all = await downloads.search({ orderBy: ['startTime'] });
    return all.filter(({ state }) => state === 'complete').map(({ filename }) => filename);
  });
}

interface Downloads {
  search(query: object): Promise<{ state: string; filename: string }[]>;
}
