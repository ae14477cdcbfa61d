import * as v from 'valibot';
import type { MessageRule } from './message-rule.ts';

export const scheduleSteps = ['never', 'day', 'week', 'month'] as const;
/** How often a backup is written by itself; a week is 7 days, a month 30. */
export type ScheduleStep = (typeof scheduleSteps)[number];

/** How many files of the schedule can be kept. */
export const scheduleKeep = { min: 1, max: 100 } as const;

/** Backups that are written by themselves, as the options show them. */
export interface ScheduleStatus {
  every: ScheduleStep;
  /** How many of its files stay; older ones are removed. */
  keep: number;
  /** Whether its files are locked with a passphrase. */
  isLocked: boolean;
  /** Whether the browser lets Bondlens save files by itself. */
  isAllowed: boolean;
  /** The last file that was written; `at` in epoch ms. */
  last: { at: number; name: string } | null;
  /** What went wrong since; null when nothing did. */
  failed: { at: number; why: string } | null;
}

/** What can be asked about backups that are written by themselves. */
export interface ScheduleProtocol {
  'schedule.status'(args: Record<string, never>): ScheduleStatus;
  /** A passphrase that is absent stays as it was; null takes it away. Writes a file at once when one is due. */
  'schedule.change'(args: { every: ScheduleStep; keep: number; passphrase?: string | null }): ScheduleStatus;
  /** Writes a file now. How that went stands in the answer. */
  'schedule.run'(args: Record<string, never>): ScheduleStatus;
  /** Tells where the page that was opened for it holds the file: an object URL. */
  'schedule.ready'(args: { file: string; url: string }): null;
}

const nothing = v.strictObject({});

/** For each of these messages: who may ask, and what its arguments must be. */
export const scheduleRules: Record<keyof ScheduleProtocol, MessageRule> = {
  'schedule.status': { access: 'extension-pages', args: nothing },
  'schedule.change': {
    access: 'extension-pages',
    args: v.strictObject({
      every: v.picklist(scheduleSteps),
      keep: v.pipe(
        v.number(),
        v.safeInteger(),
        v.minValue(scheduleKeep.min, 'At least one file is kept.'),
        v.maxValue(scheduleKeep.max, `At most ${scheduleKeep.max} files are kept.`),
      ),
      passphrase: v.exactOptional(
        v.nullable(
          v.pipe(v.string(), v.minLength(8, 'A passphrase has at least 8 characters.'), v.maxLength(1000)),
        ),
      ),
    }),
  },
  'schedule.run': { access: 'extension-pages', args: nothing },
  'schedule.ready': {
    access: 'extension-pages',
    args: v.strictObject({
      file: v.pipe(v.string(), v.uuid()),
      url: v.pipe(v.string(), v.startsWith('blob:'), v.maxLength(500)),
    }),
  },
};
