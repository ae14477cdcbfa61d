import type { ChangePreview, HeldFile } from '#lib/messages/backup-protocol.ts';
import type { TestPage } from '#test/browsers/test-browser.ts';

/** What came of a file that was made, fetched, handed in again and looked at. */
export interface CarriedFile {
  /** In characters. */
  length: number;
  /** How many messages it took to fetch it. */
  parts: number;
  words: string[];
}

/** Makes everything into a file and hands it back to be merged, all by messages, as the options do. */
export function carryFile(page: TestPage): Promise<CarriedFile> {
  return page.evaluate(async () => {
    type Send = (message: object) => Promise<{ res?: unknown; err?: { message: string } | null }>;
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage: Send } } }).chrome;
    const ask = async (type: string, data: unknown): Promise<unknown> => {
      const { res, err } = await runtime.sendMessage({ id: 1, type, data, timestamp: 0 });
      if (err !== undefined && err !== null) throw new Error(`${type}: ${err.message}`);
      return res;
    };
    const { id, parts } = (await ask('backup.make', { passphrase: null })) as HeldFile;
    const texts: string[] = [];
    for (let part = 0; part < parts; part++) texts.push((await ask('files.part', { id, part })) as string);
    await ask('files.drop', { id });
    const file = crypto.randomUUID();
    for (const [part, text] of texts.entries()) await ask('files.hand', { id: file, part, parts, text });
    const { words } = (await ask('backup.preview', {
      file,
      passphrase: null,
      way: 'merge',
    })) as ChangePreview;
    await ask('files.drop', { id: file });
    return { length: texts.reduce((sum, text) => sum + text.length, 0), parts, words };
  });
}

/** Takes in a table of so many short notes. */
export async function fillWithNotes(page: TestPage, count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    type Send = (message: object) => Promise<{ res?: unknown; err?: { message: string } | null }>;
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage: Send } } }).chrome;
    const file = crypto.randomUUID();
    const rows = Array.from({ length: wanted }, (_, i) => [
      `${5_000_000 + i}`,
      `Paid late ${i} times.`,
      'late',
    ]);
    const hand = { id: file, part: 0, parts: 1, text: JSON.stringify(rows) };
    for (const [type, data] of [
      ['files.hand', hand],
      ['import.takeIn', { account: null, file }],
    ] as const) {
      const { err } = await runtime.sendMessage({ id: 1, type, data, timestamp: 0 });
      if (err !== undefined && err !== null) throw new Error(`${type}: ${err.message}`);
    }
  }, count);
}
