import * as v from 'valibot';
import type { NoteKey } from '#lib/loan/ids.ts';
import type { ManyChange, ManyOutcome, SeenNote } from '#lib/notes/change-many.ts';
import type { MoveCounts } from '#lib/notes/move-notes.ts';
import { noteColours, noteMarks, noteRatings, type StoredNote } from '#lib/notes/note.ts';
import type { MessageRule } from './message-rule.ts';
import { loan, tagName } from './notes-protocol.ts';

/** What became of many notes, and the snapshot to go back to; null when none was changed. */
export interface ManyResult extends ManyOutcome {
  undo: string | null;
}

/** What moving notes would do, or did. */
export interface MovePreview {
  /** One sentence a line. */
  words: string[];
  counts: MoveCounts;
}

export interface MoveResult extends MovePreview {
  /** The snapshot to go back to; null when nothing moved. */
  undo: string | null;
}

/** How many notes changed with a tag, and the snapshot to go back to; null when nothing changed. */
export interface RetagResult {
  notes: number;
  undo: string | null;
}

/** Which notes go from which account to which; `loans` null for all of them. */
interface MoveArguments {
  from: string;
  to: string;
  loans: string[] | null;
}

/** What can be asked about many notes at once. */
export interface ManyNotesProtocol {
  /**
   * All notes of an account in parts, each small enough for one message; of removed ones those that can be brought back.
   * `after` is the `next` of the part before, null at first.
   */
  'notes.part'(args: { account: string; after: string | null }): { notes: StoredNote[]; next: string | null };
  /**
   * Makes one change to many notes of an account (null: the active one), all in one transaction that begins with a
   * snapshot; answered once it is on disk. Where a note was changed elsewhere in the same place, it is left as it is.
   */
  'notes.changeMany'(args: { account: string | null; notes: SeenNote[]; change: ManyChange }): ManyResult;
  'notes.movePreview'(args: MoveArguments): MovePreview;
  /** Moves notes to another account, after a snapshot; where one stands there already, both become one. */
  'notes.move'(args: MoveArguments): MoveResult;
  /** Renames a tag on all notes of all accounts, or joins it with the tag of the new name, after a snapshot. */
  'tags.rename'(args: { from: string; to: string }): RetagResult;
  /** Takes a tag off all notes, after a snapshot. */
  'tags.remove'(args: { name: string }): RetagResult;
}

const accountId = v.pipe(v.string(), v.uuid());
/** As many as a file may hold. */
const most = 200_000;
const key = v.pipe(
  loan,
  v.transform((name) => name as NoteKey),
);
const move = v.strictObject({
  from: accountId,
  to: accountId,
  loans: v.nullable(v.pipe(v.array(loan), v.maxLength(most))),
});

/** For each of these messages: who may ask, and what its arguments must be. */
export const manyNotesRules: Record<keyof ManyNotesProtocol, MessageRule> = {
  'notes.part': {
    access: 'extension-pages',
    args: v.strictObject({ account: accountId, after: v.nullable(loan) }),
  },
  'notes.changeMany': {
    access: 'extension-pages',
    args: v.strictObject({
      account: v.nullable(accountId),
      notes: v.pipe(
        v.array(v.strictObject({ loan: key, revision: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) })),
        v.maxLength(most),
      ),
      change: v.variant('make', [
        v.strictObject({ make: v.literal('add-tag'), tag: tagName }),
        v.strictObject({ make: v.literal('remove-tag'), tag: tagName }),
        v.strictObject({ make: v.literal('set-mark'), mark: v.picklist(noteMarks) }),
        v.strictObject({ make: v.literal('set-colour'), colour: v.picklist(noteColours) }),
        v.strictObject({ make: v.literal('set-rating'), rating: v.nullable(v.picklist(noteRatings)) }),
        v.strictObject({ make: v.literal('remove') }),
        v.strictObject({ make: v.literal('bring-back') }),
      ]),
    }),
  },
  'notes.movePreview': { access: 'extension-pages', args: move },
  'notes.move': { access: 'extension-pages', args: move },
  'tags.rename': { access: 'extension-pages', args: v.strictObject({ from: tagName, to: tagName }) },
  'tags.remove': { access: 'extension-pages', args: v.strictObject({ name: tagName }) },
};
