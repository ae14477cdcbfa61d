import type { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import { makeLock, type Lock } from '#lib/backup/seal.ts';
import type { ScheduleProtocol, ScheduleStatus, ScheduleStep } from '#lib/messages/schedule-protocol.ts';
import type { Handlers } from '#lib/messages/serve.ts';
import type { Records } from '#lib/store/records.ts';
import type { BackupDownloads, SavedFile } from './backup-downloads.ts';
import type { BackupService } from './backup.ts';

/** What the schedule needs of the world around it. */
export interface SchedulePorts {
  clock: Clock;
  backup: Pick<BackupService, 'makeFile'>;
  downloads: BackupDownloads;
  states: Records;
  /** Where the lock is kept: out of reach of every page, and in no backup. */
  secrets: Records;
  /** One file at a time, over all contexts. */
  alone: { run(work: () => Promise<void>): Promise<boolean> };
  /** Tells open pages that the schedule or what came of it changed. */
  changed(): Promise<void>;
}

export interface BackupSchedule {
  handlers: Pick<Handlers, Exclude<keyof ScheduleProtocol, 'schedule.ready'>>;
  /** Writes a file when one is due. How it went is on record; never throws for a file that could not be written. */
  runIfDue(): Promise<void>;
}

interface Kept {
  every: ScheduleStep;
  keep: number;
  last: { at: number; name: string } | null;
  failed: ScheduleStatus['failed'];
  /** What was written and not removed, the oldest first. */
  files: SavedFile[];
}

const key = 'backup-schedule';
const lockKey = 'backup-lock';
const dayMs = 86_400_000;
const days: Readonly<Record<Exclude<ScheduleStep, 'never'>, number>> = { day: 1, week: 7, month: 30 };
const first: Kept = { every: 'never', keep: 10, last: null, failed: null, files: [] };

/**
 * Backups that are written by themselves. A passphrase for them is not kept: a lock is made of it once, a key that the
 * browser lets be used for locking only and whose bytes no script can read. What it locks, the passphrase alone opens.
 */
export function createBackupSchedule(ports: SchedulePorts): BackupSchedule {
  const { clock, backup, downloads, states, secrets } = ports;
  const read = async (): Promise<Kept> => (await states.get<Kept>(key)) ?? first;
  const update = (change: (kept: Kept) => Kept): Promise<Kept> =>
    states.update<Kept>(key, (kept) => change(kept ?? first));
  const readLock = (): Promise<Lock | undefined> => secrets.get<Lock>(lockKey);

  const status = async (): Promise<ScheduleStatus> => {
    const [{ every, keep, last, failed }, lock, isAllowed] = await Promise.all([
      read(),
      readLock(),
      downloads.isAllowed(),
    ]);
    return { every, keep, last, failed, isLocked: lock !== undefined, isAllowed };
  };

  const write = async (): Promise<void> => {
    const at = clock.now();
    try {
      const { name, text } = await backup.makeFile((await readLock()) ?? null);
      const saved = await downloads.save(name, text);
      const { files, keep } = await update((kept) => ({
        ...kept,
        last: { at, name: saved.path },
        failed: null,
        // Where a person removed a file of ours, the new one may have its name.
        files: [...kept.files.filter(({ path }) => path !== saved.path), saved],
      }));
      const old = files.slice(0, -keep);
      for (const file of old) await downloads.remove(file);
      const gone = new Set(old.map(({ path }) => path));
      if (old.length > 0)
        await update((kept) => ({ ...kept, files: kept.files.filter(({ path }) => !gone.has(path)) }));
    } catch (error) {
      await update((kept) => ({ ...kept, failed: { at, why: (error as AppError).message } }));
    }
  };
  const run = async (): Promise<void> => {
    await ports.alone.run(write);
    await ports.changed();
  };
  const runIfDue = async (): Promise<void> => {
    if (isDue(await read(), clock.now())) await run();
  };

  return {
    runIfDue,
    handlers: {
      'schedule.status': status,
      'schedule.change': async ({ every, keep, passphrase }) => {
        if (passphrase !== undefined)
          await secrets.put(lockKey, passphrase === null ? undefined : await makeLock(passphrase));
        await update((kept) => ({ ...kept, every, keep, failed: every === 'never' ? null : kept.failed }));
        await runIfDue();
        await ports.changed();
        return status();
      },
      'schedule.run': async () => {
        await run();
        return status();
      },
    },
  };
}

/** Days are counted in whole, so that a file a day does not come later every day. */
function isDue({ every, last }: Kept, now: number): boolean {
  if (every === 'never') return false;
  if (last === null) return true;
  return Math.floor(now / dayMs) - Math.floor(last.at / dayMs) >= days[every];
}
