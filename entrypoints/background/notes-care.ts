import type { Clock } from '#lib/base/clock.ts';
import type { DraftsRepository } from '#lib/store/drafts-repository.ts';
import type { NotesRepository } from '#lib/store/notes-repository.ts';
import type { BackupService } from './backup.ts';

/** How often notes are looked after: more often than once a day, since browsers are closed at night. */
export const careMinutes = 180;

/**
 * What is done for notes without being asked: a restore that was cut off is ended, the day's snapshot taken, what was
 * removed more than 30 days ago emptied, forgotten drafts dropped. Resolves to what failed, by name; the rest is done.
 */
export async function careForNotes(ports: {
  clock: Clock;
  notes: Pick<NotesRepository, 'emptyOld'>;
  drafts: Pick<DraftsRepository, 'dropOld'>;
  backup: Pick<BackupService, 'finish' | 'takeSnapshot'>;
}): Promise<string[]> {
  const { clock, notes, drafts, backup } = ports;
  const works: [string, () => Promise<unknown>][] = [
    ['finish', () => backup.finish()],
    // Before anything is emptied.
    ['snapshot', () => backup.takeSnapshot()],
    ['empty', () => notes.emptyOld(clock.now())],
    ['drafts', () => drafts.dropOld(clock.now())],
  ];
  const failed: string[] = [];
  for (const [name, work] of works) {
    // A full disk ends one; the next try comes with the next alarm.
    await work().catch(() => failed.push(name));
  }
  return failed;
}
