import type { BrowserId } from '#lib/notes/note-clock.ts';
import type { NotePlace, NoteVersion, StoredNote } from '#lib/notes/note.ts';
import type { StoredDraft } from '#lib/notes/stored-draft.ts';
import type { SnapshotContent, SnapshotHead } from '#lib/notes/snapshot.ts';
import type { StoredTag } from '#lib/notes/tag.ts';
import { upgradeNote, type FirstStoredNote } from '#lib/notes/upgrade-note.ts';
import type { Database, Upgrading } from './database.ts';

/** One of the versions that a note's own record holds: whose it is, the record says. */
export type RecentVersion = Omit<NoteVersion, keyof NotePlace>;

/** A note as the database holds it: together with the last of what it was. */
export interface KeptNote extends StoredNote {
  /** The oldest first; absent when there are none. */
  recent?: readonly RecentVersion[];
}

/** What a person wrote: the part of the database that cannot be had again. */
export interface NotesStores {
  /** One record a note, by account and the loan's key. */
  notes: { key: [account: string, loan: string]; value: KeptNote };
  /** What the notes once were, as far as their own records do not hold it. */
  'note-versions': { key: [account: string, loan: string, revision: number]; value: NoteVersion };
  /** What stands in editors and is not saved, one record an editor. */
  drafts: { key: string; value: StoredDraft };
  /** Tags by name, removed ones included. */
  tags: { key: string; value: StoredTag };
  /** The snapshots, without what is in them. */
  snapshots: { key: string; value: SnapshotHead };
  /** What each snapshot has changed since the one before. */
  'snapshot-contents': { key: string; value: SnapshotContent };
}

/** Where this browser's name stands among the states. */
export const browserKey = 'browser';

/** The step that gave notes marks, ratings, clocks and a history, and brought tags, drafts and snapshots. */
export function addNotesStores(database: Database, transaction: Upgrading): void {
  database.createObjectStore('note-versions', { keyPath: ['account', 'loan', 'revision'] });
  database.createObjectStore('drafts', { keyPath: 'editor' });
  database.createObjectStore('tags', { keyPath: 'name' });
  database.createObjectStore('snapshots', { keyPath: 'id' });
  database.createObjectStore('snapshot-contents', { keyPath: 'id' });
  // The upgrade ends when all of this is written; a fault takes all of it back, and the database stays as it was.
  upgradeNotes(transaction).catch(() => transaction.abort());
}

async function upgradeNotes(transaction: Upgrading): Promise<void> {
  const browser = crypto.randomUUID() as BrowserId;
  const notes = transaction.objectStore('notes');
  const named = transaction.objectStore('states').put(browser, browserKey);
  const standing = (await notes.getAll()) as unknown as FirstStoredNote[];
  await Promise.all([named, ...standing.map((note) => notes.put(upgradeNote(note, browser)))]);
}
