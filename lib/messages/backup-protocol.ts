import * as v from 'valibot';
import type { Difference } from '#lib/backup/difference.ts';
import type { UnreadRow } from '#lib/backup/import-rows.ts';
import type { SnapshotHead } from '#lib/notes/snapshot.ts';
import type { MessageRule } from './message-rule.ts';

/** What would change, in words and counts. */
export interface ChangePreview {
  /** One sentence a line. */
  words: string[];
  difference: Difference;
}

/** What a change has done, and the snapshot to go back to; null when there was nothing to change. */
export interface ChangeResult extends ChangePreview {
  undo: string | null;
}

/** What the rows of a table would bring. */
export interface ImportPreview extends ChangePreview {
  unread: UnreadRow[];
}

/**
 * How a file is taken in. `restore` makes everything as it is in the file; `merge` adds what the file knows and this
 * browser does not, and deletes nothing that a person did not delete.
 */
export type IntakeWay = 'restore' | 'merge';

/** What can be asked about everything that the person made. */
export interface BackupProtocol {
  /** By time, the oldest first. */
  'snapshots.list'(args: Record<string, never>): SnapshotHead[];
  'snapshots.preview'(args: { id: string }): ChangePreview;
  /** Makes everything as it was, after a snapshot of how it is. */
  'snapshots.goBack'(args: { id: string }): ChangeResult;
  /** Everything as one file; locked when there is a passphrase. */
  'backup.make'(args: { passphrase: string | null }): { name: string; text: string };
  /** Throws `invalid-input` with a sentence that says why the file cannot be taken in; `data.locked` asks for a passphrase. */
  'backup.preview'(args: { text: string; passphrase: string | null; way: IntakeWay }): ChangePreview;
  'backup.takeIn'(args: { text: string; passphrase: string | null; way: IntakeWay }): ChangeResult;
  'import.preview'(args: { account: string | null; rows: string[][] }): ImportPreview;
  'import.takeIn'(args: { account: string | null; rows: string[][] }): ChangeResult;
}

const nothing = v.strictObject({});
const id = v.strictObject({ id: v.pipe(v.string(), v.uuid()) });
const passphrase = v.nullable(
  v.pipe(v.string(), v.minLength(8, 'A passphrase has at least 8 characters.'), v.maxLength(1000)),
);
// An opened file's passphrase may be any that was once set.
const key = v.nullable(v.pipe(v.string(), v.maxLength(1000)));
const file = v.strictObject({ text: v.string(), passphrase: key, way: v.picklist(['restore', 'merge']) });
const table = v.strictObject({
  account: v.nullable(v.pipe(v.string(), v.uuid())),
  rows: v.pipe(
    v.array(v.pipe(v.array(v.string()), v.maxLength(100))),
    v.maxLength(100_000, 'A table of more than 100,000 rows is too long.'),
  ),
});

/** For each of these messages: who may ask, and what its arguments must be. */
export const backupRules: Record<keyof BackupProtocol, MessageRule> = {
  'snapshots.list': { access: 'extension-pages', args: nothing },
  'snapshots.preview': { access: 'extension-pages', args: id },
  'snapshots.goBack': { access: 'extension-pages', args: id },
  'backup.make': { access: 'extension-pages', args: v.strictObject({ passphrase }) },
  'backup.preview': { access: 'extension-pages', args: file },
  'backup.takeIn': { access: 'extension-pages', args: file },
  'import.preview': { access: 'extension-pages', args: table },
  'import.takeIn': { access: 'extension-pages', args: table },
};
