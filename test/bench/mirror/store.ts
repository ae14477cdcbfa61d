import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createProfileFolder } from '#test/browsers/profile-folder.ts';
import type { BrowserKind } from '#test/browsers/test-browser.ts';
import type { BenchRow } from '../bench-row.ts';
import { openBenchPage, type BenchPage } from '../in-browser/run-in-browser.ts';
import { withPage } from '../in-browser/with-page.ts';
import { median } from '../take-turns.ts';
import { marketAddress, type SandboxProcess } from './sandbox-process.ts';
import type * as storePage from './store-page.ts';

type StorePage = BenchPage<typeof storePage>;
const rounds = 21;

/** The store of a full market in a browser: what is written, what it takes on disk, what reading from it costs. */
export async function measureStore(kind: BrowserKind, sandbox: SandboxProcess): Promise<BenchRow[]> {
  const profile = createProfileFolder(undefined);
  const open = (): Promise<StorePage> =>
    openBenchPage(kind, new URL('./store-page.ts', import.meta.url), {
      sandboxPort: sandbox.port,
      userDataDir: profile.path,
    });
  try {
    const writes = await withPage(open, (page) => measureWrites(page, kind, sandbox));
    // The browser has ended: what it wrote is on disk now.
    const disk = measureDisk(kind, profile.path, sandbox);
    const ids = sandbox.someListings.map(({ Id }) => Id);
    const prepared = await withPage(open, (page) => prepare(page, ids, sandbox));
    // Read by a browser that was started anew: what was just written would come from its memory.
    return await withPage(open, async (page) => [
      writes,
      disk,
      await measureScreenful(page, kind, ids, prepared),
      await measureColumns(page, kind, prepared),
    ]);
  } finally {
    profile.remove();
  }
}

async function measureWrites(page: StorePage, browser: string, sandbox: SandboxProcess): Promise<BenchRow> {
  const address = `${marketAddress}?PageSize=100000`;
  const first = await page.call('pull', address, sandbox.pastedToken);
  const second = await page.call('pull', address, sandbox.pastedToken);
  const ratio = second.bytes / first.bytes;
  return {
    area: 'mirror',
    what: `bytes handed to the store by a second pull, nothing changed (pulls took ${seconds(first.ms)} and ${seconds(second.ms)} s)`,
    browser,
    ours: second.bytes,
    floor: 0,
    rivals: { 'the first pull': first.bytes },
    ratio,
    bar: '< 0.05 × the first',
    holds: ratio < 0.05,
    unit: 'bytes',
  };
}

function measureDisk(kind: BrowserKind, profile: string, { marketBytes }: SandboxProcess): BenchRow {
  const bytes = listFiles(profile)
    .filter((path) => /\/(IndexedDB|idb)\//.test(path) && /bench|extension/.test(path))
    .reduce((sum, path) => sum + statSync(path).size, 0);
  const ratio = bytes / marketBytes;
  return {
    area: 'mirror',
    what: 'the market on disk after two pulls, all files of IndexedDB; rival: its JSON',
    browser: kind,
    ours: bytes / 1e6,
    floor: 0,
    rivals: { JSON: marketBytes / 1e6 },
    ratio,
    bar: '≤ 0.1 × the JSON',
    holds: ratio <= 0.1,
    unit: 'MB',
  };
}

interface Prepared {
  screenful: { chunks: number; bytes: number };
  columns: { bytes: number };
}

/** Stores what the floor and the rivals read. */
async function prepare(
  page: StorePage,
  ids: readonly string[],
  { someListings }: SandboxProcess,
): Promise<Prepared> {
  const screenful = await page.call('prepareScreenful', ids);
  const columns = await page.call('prepareColumns');
  const piece = 2000;
  for (let from = 0; from < 20_000; from += piece) {
    await page.call('prepareRecords', someListings as unknown as Record<string, unknown>[], piece, from);
  }
  return { screenful, columns };
}

async function measureScreenful(
  page: StorePage,
  browser: string,
  ids: readonly string[],
  { screenful: { chunks, bytes } }: Prepared,
): Promise<BenchRow> {
  const { ours, floor, ...rivals } = await takeTurns({
    floor: () => page.call('readScreenfulPlain'),
    ours: () => page.call('readScreenful', ids),
    'Dexie, rows as records among 20,000': () => page.call('readRecordsByDexie', ids),
    'Dexie, the same chunks': () => page.call('readChunksByDexie', chunks),
  });
  return row(
    `a screenful: 100 rows from ${chunks} chunks, ${(bytes / 1e6).toFixed(1)} MB; floor: one getAll of the same bytes`,
    browser,
    { ours, floor, rivals },
    1.25,
  );
}

async function measureColumns(
  page: StorePage,
  browser: string,
  { columns: { bytes } }: Prepared,
): Promise<BenchRow> {
  const { ours, floor } = await takeTurns({
    floor: () => page.call('readColumnsPlain'),
    ours: () => page.call('readColumns'),
  });
  return row(
    `two columns of all rows, ${(bytes / 1e3).toFixed(0)} KB, to numbers; floor: the same bytes as one record`,
    browser,
    { ours, floor, rivals: {} },
    1.5,
  );
}

function row(
  what: string,
  browser: string,
  { ours, floor, rivals }: Pick<BenchRow, 'ours' | 'floor' | 'rivals'>,
  most: number,
): BenchRow {
  const ratio = ours / floor;
  const bar = `≤ ${most} × the floor`;
  return { area: 'mirror', what, browser, ours, floor, rivals, ratio, bar, holds: ratio <= most, unit: 'ms' };
}

/** Medians of what each work tells of its own time, taken in turn. */
async function takeTurns<Name extends string>(
  works: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) times.get(name)?.push(await works[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
