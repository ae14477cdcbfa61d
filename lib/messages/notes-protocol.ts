import * as v from 'valibot';
import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { noteKeyPattern } from '#lib/notes/note-key.ts';
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

/** Which note: whose it is (null: the active account's) and what it is about (a `NoteKey`). */
interface NoteName {
  account: string | null;
  loan: string;
}

/** A note that was found: of its text the beginning. */
export type NoteHit = Omit<Note, 'createdAt' | 'revision'>;

/** What was found among the notes. */
export interface NotesFound {
  /** All notes that were looked at. */
  notes: number;
  /** How many have the words. */
  found: number;
  /** The first of them. */
  hits: NoteHit[];
  /** The loan whose number was asked for, if it was one. */
  loan: { key: LoanKey; record: LoanRecord | null } | null;
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
  /** What stood in editors that are gone without a save, the newest first; what stands in an open editor is not lost. */
  'notes.drafts'(args: Record<string, never>): StoredDraft[];
  /** The note as it stands, and whose it is. */
  'notes.read'(args: NoteName): { account: AccountId; note: Note | null };
  /** The active account's notes that have all of the words in them, the newest first. */
  'notes.find'(args: { words: string }): NotesFound;
  /** All tags, on record or only on notes, with how many notes carry them. */
  'tags.list'(args: Record<string, never>): TagUse[];
  'tags.save'(args: Tag): null;
}

const account = v.nullable(v.pipe(v.string(), v.uuid()));
/** The key of what a note is about. */
export const loan = v.pipe(
  v.string(),
  v.regex(noteKeyPattern, 'This names nothing that a note can be about.'),
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
  'notes.read': { access: 'extension-pages', args: v.strictObject(noteName) },
  'notes.find': {
    access: 'extension-pages',
    args: v.strictObject({ words: v.pipe(v.string(), v.maxLength(200)) }),
  },
  'tags.list': { access: 'anywhere', args: nothing },
  'tags.save': {
    access: 'extension-pages',
    args: v.strictObject({ name: tagName, colour: v.picklist(noteColours), isPreset: v.boolean() }),
  },
};
