import * as v from 'valibot';
import {
  noteColours,
  noteLimits,
  noteMarks,
  noteRatings,
  type Note,
  type NoteDraft,
  type NoteVersion,
  type StoredNote,
} from '#lib/notes/note.ts';
import type { StoredDraft } from '#lib/notes/stored-draft.ts';
import type { Tag, TagUse } from '#lib/notes/tag.ts';
import type { MessageRule } from './message-rule.ts';

/** Which note: whose it is (null: the active account's) and the loan that it is about. */
interface NoteName {
  account: string | null;
  loan: string;
}

/** What can be asked about notes and tags. */
export interface NotesProtocol {
  /**
   * Answered once the note is on disk. `revision` is the one that the person saw; what was changed meanwhile is merged by
   * field, and answered with. A mark or rating that is absent stays as it was. The draft of the named editor goes.
   */
  'notes.save'(args: NoteName & NoteDraft & { revision: number; editor?: string }): Note;
  'notes.remove'(args: NoteName & { revision: number; editor?: string }): null;
  /** Brings a note back that was removed in the last 30 days. */
  'notes.bringBack'(args: NoteName): Note;
  /** What the note once was, the oldest first. */
  'notes.history'(args: NoteName): NoteVersion[];
  /** All notes of the account; of removed ones those that can be brought back. */
  'notes.list'(args: { account: string | null }): StoredNote[];
  /** Keeps what stands in an editor until it is saved. */
  'notes.draft'(args: NoteName & NoteDraft & { revision: number; editor: string }): null;
  'notes.dropDraft'(args: { editor: string }): null;
  /** What stood in editors that were never saved, the newest first. */
  'notes.drafts'(args: Record<string, never>): StoredDraft[];
  /** All tags, on record or only on notes, with how many notes carry them. */
  'tags.list'(args: Record<string, never>): TagUse[];
  'tags.save'(args: Tag): null;
  /** Renames a tag on all notes of all accounts, or joins it with the tag of the new name; tells how many notes changed. */
  'tags.rename'(args: { from: string; to: string }): number;
  /** Takes a tag off all notes; tells how many notes changed. */
  'tags.remove'(args: { name: string }): number;
}

const account = v.nullable(v.pipe(v.string(), v.uuid()));
/** The key of what a note is about. */
export const loan = v.pipe(
  v.string(),
  v.regex(/^(loan:\d{1,15}|auction:[0-9a-f-]{36})$/, 'This is not the key of a loan.'),
);
const noteName = { account, loan };
const revision = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const editor = v.pipe(v.string(), v.uuid());
export const tagName = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'A tag needs a name.'),
  v.maxLength(noteLimits.tag, 'A tag holds at most 40 characters.'),
);
const draft = {
  text: v.pipe(v.string(), v.maxLength(noteLimits.text, 'A note holds at most a million characters.')),
  colour: v.picklist(noteColours),
  tags: v.pipe(v.array(tagName), v.maxLength(noteLimits.tags, 'A note holds at most 20 tags.')),
  mark: v.exactOptional(v.picklist(noteMarks)),
  rating: v.exactOptional(v.nullable(v.picklist(noteRatings))),
};
const nothing = v.strictObject({});

/** For each of these messages: who may ask, and what its arguments must be. */
export const notesRules: Record<keyof NotesProtocol, MessageRule> = {
  'notes.save': {
    access: 'anywhere',
    args: v.strictObject({ ...noteName, ...draft, revision, editor: v.exactOptional(editor) }),
  },
  'notes.remove': {
    access: 'anywhere',
    args: v.strictObject({ ...noteName, revision, editor: v.exactOptional(editor) }),
  },
  'notes.bringBack': { access: 'anywhere', args: v.strictObject(noteName) },
  'notes.history': { access: 'anywhere', args: v.strictObject(noteName) },
  'notes.list': { access: 'extension-pages', args: v.strictObject({ account }) },
  'notes.draft': { access: 'anywhere', args: v.strictObject({ ...noteName, ...draft, revision, editor }) },
  'notes.dropDraft': { access: 'anywhere', args: v.strictObject({ editor }) },
  'notes.drafts': { access: 'anywhere', args: nothing },
  'tags.list': { access: 'anywhere', args: nothing },
  'tags.save': {
    access: 'extension-pages',
    args: v.strictObject({ name: tagName, colour: v.picklist(noteColours), isPreset: v.boolean() }),
  },
  'tags.rename': { access: 'extension-pages', args: v.strictObject({ from: tagName, to: tagName }) },
  'tags.remove': { access: 'extension-pages', args: v.strictObject({ name: tagName }) },
};
