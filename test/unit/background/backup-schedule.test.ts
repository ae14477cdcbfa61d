import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { readBackup } from '#lib/backup/backup-file.ts';
import type { ScheduleStatus } from '#lib/messages/schedule-protocol.ts';
import { createRecords } from '#lib/store/records.ts';
import {
  createBackupDownloads,
  type DownloadsApi,
} from '../../../entrypoints/background/backup-downloads.ts';
import {
  createBackupSchedule,
  type BackupSchedule,
} from '../../../entrypoints/background/backup-schedule.ts';
import { createBrowserDisk, createNotesRig, type BrowserDisk } from './notes-rig.ts';

const place = { tabId: undefined, frameId: undefined };
const dayMs = 86_400_000;
const start = Date.UTC(2026, 10, 22, 12);
const blobs = 'blob:chrome-extension://ours/';

type Item = Awaited<ReturnType<DownloadsApi['search']>>[number];

/** The folder of downloads, as the browser shows it to extensions. */
interface Folder {
  items: Item[];
  isAllowed: boolean;
  /** How the next download ends. */
  ends: 'complete' | 'interrupted';
}

function createFolder(): Folder & { api: DownloadsApi } {
  const folder: Folder = { items: [], isAllowed: true, ends: 'complete' };
  let made = 0;
  const api: DownloadsApi = {
    download: async ({ url, filename }) => {
      const taken = folder.items.filter((item) => item.filename.startsWith(`/downloads/${filename}`)).length;
      const id = (made += 1);
      const path = `/downloads/${filename}${taken === 0 ? '' : ` (${taken})`}`;
      folder.items.push({
        id,
        url,
        filename: path,
        state: folder.ends,
        error: 'FILE_NO_SPACE',
        byExtensionId: 'ours',
      });
      return id;
    },
    search: async (query) =>
      folder.items.filter((item) =>
        'id' in query ? item.id === query.id : item.filename === query.filename,
      ),
    removeFile: () => Promise.resolve(),
    erase: async ({ id }) => {
      folder.items = folder.items.filter((item) => item.id !== id);
    },
  };
  return Object.assign(folder, { api });
}

function createSchedule(disk: BrowserDisk = createBrowserDisk()): {
  schedule: BackupSchedule;
  folder: ReturnType<typeof createFolder>;
  clock: { at: number };
  written: string[];
  status: () => Promise<ScheduleStatus>;
  change: (
    every: ScheduleStatus['every'],
    keep?: number,
    passphrase?: string | null,
  ) => Promise<ScheduleStatus>;
} {
  const time = { at: start };
  const clock = { now: () => time.at, sleep: () => Promise.resolve() };
  const folder = createFolder();
  const written: string[] = [];
  const rig = createNotesRig(disk, clock);
  const schedule = createBackupSchedule({
    clock,
    backup: rig.backup,
    downloads: createBackupDownloads({
      clock,
      isAllowed: async () => folder.isAllowed,
      api: () => folder.api,
      withUrl: async (_, text, work) => {
        written.push(text);
        return work(`${blobs}${written.length}`);
      },
      own: { id: 'ours', blobs },
    }),
    states: createRecords(disk.open, 'states'),
    secrets: createRecords(disk.open, 'secrets'),
    alone: {
      run: async (work) => {
        await work();
        return true;
      },
    },
    changed: () => Promise.resolve(),
  });
  return {
    schedule,
    folder,
    clock: time,
    written,
    status: async () => schedule.handlers['schedule.status']({}, place),
    change: async (every, keep = 2, passphrase) =>
      schedule.handlers['schedule.change'](
        passphrase === undefined ? { every, keep } : { every, keep, passphrase },
        place,
      ),
  };
}

describe('backups by themselves', () => {
  it('are written at once when they are wanted, and then each day, and the oldest go', async () => {
    const { schedule, folder, clock, written, change } = createSchedule();
    expect(await change('day')).toMatchObject({
      last: { at: start, name: '/downloads/Bondlens/bondlens-2026-11-22.json' },
      failed: null,
    });
    await schedule.runIfDue();
    expect(written).toHaveLength(1);
    for (let day = 1; day < 5; day++) {
      // The hours in which the browser is open differ.
      clock.at = start + day * dayMs - day * 3_600_000;
      await schedule.runIfDue();
    }
    expect(written).toHaveLength(5);
    expect(folder.items.map(({ filename }) => filename.slice(-15))).toEqual([
      '2026-11-25.json',
      '2026-11-26.json',
    ]);
    expect((await readBackup(written[4] ?? '', null)).madeAt).toBe(clock.at);
  });

  it('come every week or month when that is wanted, and never when they are not', async () => {
    for (const [every, days] of [
      ['week', 7],
      ['month', 30],
    ] as const) {
      const { schedule, clock, written, change } = createSchedule();
      await change(every);
      clock.at += (days - 1) * dayMs;
      await schedule.runIfDue();
      expect(written).toHaveLength(1);
      clock.at += dayMs;
      await schedule.runIfDue();
      expect(written).toHaveLength(2);
      await change('never');
      clock.at += 100 * dayMs;
      await schedule.runIfDue();
      expect(written).toHaveLength(2);
    }
  });

  it('say what went wrong, are tried again, and keep the last one that was good', async () => {
    const { schedule, folder, clock, change, status } = createSchedule();
    await change('day');
    clock.at += dayMs;
    folder.ends = 'interrupted';
    await schedule.runIfDue();
    expect(await status()).toMatchObject({
      last: { at: start },
      failed: { at: clock.at, why: 'The file could not be saved (FILE_NO_SPACE).' },
    });
    folder.ends = 'complete';
    await schedule.runIfDue();
    expect(await status()).toMatchObject({ last: { at: clock.at }, failed: null });
  });

  it('notice that the permission was withdrawn', async () => {
    const { schedule, folder, clock, change, status } = createSchedule();
    await change('day');
    folder.isAllowed = false;
    clock.at += dayMs;
    await schedule.runIfDue();
    expect(await status()).toMatchObject({
      isAllowed: false,
      last: { at: start },
      failed: { why: 'The browser does not let Bondlens save files by itself any more.' },
    });
  });

  it('are locked with a passphrase that is kept nowhere, by a background that was started since', async () => {
    const disk = createBrowserDisk();
    const { change } = createSchedule(disk);
    expect(await change('day', 2, 'correct horse')).toMatchObject({ isLocked: true });
    const later = createSchedule(disk);
    later.clock.at += dayMs;
    await later.schedule.runIfDue();
    const [text = ''] = later.written;
    await expect(readBackup(text, null)).rejects.toMatchObject({ data: { locked: true } });
    expect(await readBackup(text, 'correct horse')).toMatchObject({ notes: [] });
    const kept = (await (await disk.open()).get('secrets', 'backup-lock')) as { key: CryptoKey };
    expect(kept.key.extractable).toBe(false);
    expect(kept.key.usages).toEqual(['encrypt']);
    expect(await later.change('day', 2, null)).toMatchObject({ isLocked: false });
  });

  it('never remove a file that a person put in the place of one of theirs', async () => {
    const { schedule, folder, clock, change } = createSchedule();
    await change('day', 1);
    const [ours] = folder.items;
    folder.items = [{ ...(ours as Item), url: 'https://elsewhere.example/x', byExtensionId: undefined }];
    clock.at += dayMs;
    await schedule.runIfDue();
    expect(folder.items.map(({ filename }) => filename.slice(-15))).toEqual([
      '2026-11-22.json',
      '2026-11-23.json',
    ]);
  });
});
