import 'fake-indexeddb/auto';
import type { AppError } from '#lib/base/app-error.ts';
import { readBackup } from '#lib/backup/backup-file.ts';
import { askRig, handIn, makeFile } from '#test/unit/background/rig-files.ts';
import { createSeededRandom } from '#test/unit/bondora/seeded-random.ts';
import { hostileTexts } from '#test/unit/notes/note-arbitraries.ts';
import { spoilContents, spoilText } from './notes/spoil-file.ts';
import { createNoteBrowser, type NoteBrowser } from './notes/note-browser.ts';

export const area = 'hostile-files';

const account = { account: null, colour: 'none', revision: 0 } as const;

/**
 * Files that were cut, flipped or forged with a checksum that fits are handed in and taken in, restored or merged. Held when
 * each is either refused as such, and then nothing at all has changed, or taken, and then everything can still be read,
 * and made into a file that is read again.
 */
export async function run({ steps = 3000, seed = 1 }: { steps?: number; seed?: number } = {}): Promise<{
  line: string;
  held: boolean;
}> {
  const random = createSeededRandom(seed);
  const faults: string[] = [];
  const counts = { refused: 0, taken: 0 };
  const text = await makeSample();
  let browser = await createTarget();
  let before = await browser.dump();
  for (let step = 0; step < steps && faults.length === 0; step++) {
    const bad = random() < 0.5 ? spoilText(text, random) : await spoilContents(text, random);
    const way = random() < 0.5 ? 'restore' : 'merge';
    const rig = browser.rig();
    const ask = askRig(rig);
    const file = await handIn(rig, bad);
    const outcome = await ask('backup.takeIn', { file, passphrase: 'any words', way }).then(
      () => 'taken' as const,
      (error: AppError) => error,
    );
    if (outcome === 'taken') {
      counts.taken += 1;
      faults.push(...(await checkTaken(browser)));
      browser = await createTarget();
      before = await browser.dump();
    } else {
      counts.refused += 1;
      if (outcome.code !== 'invalid-input') faults.push(`step ${step}: ${outcome.code}, ${outcome.message}`);
      if (before !== (await browser.dump())) faults.push(`step ${step}: a refused file changed something`);
    }
  }
  if (({} as { evil?: unknown }).evil !== undefined) faults.push('a file reached the prototype of objects');
  const told = faults.length === 0 ? 'no fault' : faults.slice(0, 3).join('; ');
  return {
    line: `seed ${seed}: ${counts.refused} refused, ${counts.taken} taken, ${told}`,
    held: faults.length === 0,
  };
}

/** A browser with a note in it. */
async function createTarget(): Promise<NoteBrowser> {
  const browser = createNoteBrowser(crypto.randomUUID(), { now: () => 1_700_000_000_000 }, () => false);
  await askRig(browser.rig())('notes.save', { ...account, loan: 'loan:1', text: 'here', tags: [] });
  return browser;
}

/** The file of a browser whose notes are hostile, with a history, tags and a removed note. */
async function makeSample(): Promise<string> {
  const rig = (await createTarget()).rig();
  const ask = askRig(rig);
  for (const [at, words] of hostileTexts.entries())
    await ask('notes.save', {
      ...account,
      loan: `loan:${at + 10}`,
      text: words.slice(0, 300),
      tags: [words.slice(0, 20)],
    });
  await ask('notes.save', { ...account, loan: 'loan:10', text: 'more', tags: ['late'], revision: 1 });
  await ask('notes.remove', { account: null, loan: 'loan:11', revision: 1 });
  await ask('tags.save', { name: 'late', colour: 'red', isPreset: true });
  return makeFile(rig);
}

async function checkTaken(browser: NoteBrowser): Promise<string[]> {
  try {
    const rig = browser.rig();
    const ask = askRig(rig);
    await ask('notes.list', { account: null });
    await ask('tags.list', {});
    await rig.preferences.read();
    await readBackup(await makeFile(rig), null);
    return [];
  } catch (error) {
    return [`what was taken cannot be read: ${(error as Error).message}`];
  }
}
