import * as v from 'valibot';
import { partLength } from '#lib/backup/file-parts.ts';
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

/** A long text that the background holds for a moment, to be fetched part by part: a message takes no more than 64 MB. */
export interface HeldFile {
  id: string;
  /** As what it is to be saved. */
  name: string;
  parts: number;
}

/** How notes are taken along: as rows of a table (JSON, for a CSV file) or as a text in Markdown. */
export type NotesForm = 'rows' | 'markdown';

/** What can be asked about everything that the person made. */
export interface BackupProtocol {
  /** By time, the oldest first. */
  'snapshots.list'(args: Record<string, never>): SnapshotHead[];
  'snapshots.preview'(args: { id: string }): ChangePreview;
  /** Makes everything as it was, after a snapshot of how it is. */
  'snapshots.goBack'(args: { id: string }): ChangeResult;
  /** Everything as one file; locked when there is a passphrase. */
  'backup.make'(args: { passphrase: string | null }): HeldFile;
  /** The account's notes, as a file that people and other programs read. */
  'backup.notes'(args: { account: string | null; form: NotesForm }): HeldFile;
  /** One part of a held file, from 0 on. Throws `not-found` when it is held no more: then it is to be made again. */
  'files.part'(args: { id: string; part: number }): string;
  /** Hands in one part of a file, under an id that the asker chose. Throws `invalid-input` when the file is too long. */
  'files.hand'(args: { id: string; part: number; parts: number; text: string }): null;
  'files.drop'(args: { id: string }): null;
  /**
   * `file` is the id of one that was handed in; `not-found` means: hand it in again. Throws `invalid-input` with a
   * sentence that says why the file cannot be taken in; `data.locked` asks for a passphrase.
   */
  'backup.preview'(args: { file: string; passphrase: string | null; way: IntakeWay }): ChangePreview;
  'backup.takeIn'(args: { file: string; passphrase: string | null; way: IntakeWay }): ChangeResult;
  /** `file` holds the rows as JSON: a list of lists of text. */
  'import.preview'(args: { account: string | null; file: string }): ImportPreview;
  'import.takeIn'(args: { account: string | null; file: string }): ChangeResult;
}

const nothing = v.strictObject({});
const id = v.strictObject({ id: v.pipe(v.string(), v.uuid()) });
const passphrase = v.nullable(
  v.pipe(v.string(), v.minLength(8, 'A passphrase has at least 8 characters.'), v.maxLength(1000)),
);
// An opened file's passphrase may be any that was once set.
const key = v.nullable(v.pipe(v.string(), v.maxLength(1000)));
const fileId = v.pipe(v.string(), v.uuid());
const account = v.nullable(v.pipe(v.string(), v.uuid()));
const part = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const file = v.strictObject({ file: fileId, passphrase: key, way: v.picklist(['restore', 'merge']) });
const table = v.strictObject({ account, file: fileId });

/** For each of these messages: who may ask, and what its arguments must be. */
export const backupRules: Record<keyof BackupProtocol, MessageRule> = {
  'snapshots.list': { access: 'extension-pages', args: nothing },
  'snapshots.preview': { access: 'extension-pages', args: id },
  'snapshots.goBack': { access: 'extension-pages', args: id },
  'backup.make': { access: 'extension-pages', args: v.strictObject({ passphrase }) },
  'backup.notes': {
    access: 'extension-pages',
    args: v.strictObject({ account, form: v.picklist(['rows', 'markdown']) }),
  },
  'files.part': { access: 'extension-pages', args: v.strictObject({ id: fileId, part }) },
  'files.hand': {
    access: 'extension-pages',
    args: v.strictObject({
      id: fileId,
      part,
      parts: v.pipe(part, v.minValue(1), v.maxValue(1000, 'This file is too long for Bondlens.')),
      text: v.pipe(v.string(), v.maxLength(partLength + 1)),
    }),
  },
  'files.drop': { access: 'extension-pages', args: v.strictObject({ id: fileId }) },
  'backup.preview': { access: 'extension-pages', args: file },
  'backup.takeIn': { access: 'extension-pages', args: file },
  'import.preview': { access: 'extension-pages', args: table },
  'import.takeIn': { access: 'extension-pages', args: table },
};
