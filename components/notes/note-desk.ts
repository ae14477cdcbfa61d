import type { Note, NoteFields, NoteVersion } from '#lib/notes/note.ts';
import type { TagUse } from '#lib/notes/tag.ts';
import type { NoteEditing, NoteName } from './note-editing.ts';

/** How a person answers a conflict. */
export type ConflictChoice = 'join' | 'mine' | 'theirs';

/** Where notes are written: keeps each draft until it is on disk, whatever is opened and closed meanwhile. */
export interface NoteDesk {
  /** The draft that is on the desk, else a new one of the note. Looks for what was written before and not saved. */
  open(name: NoteName, note: Note | null): NoteEditing;
  find: (name: NoteName) => NoteEditing | undefined;
  write(name: NoteName, change: Partial<NoteFields>): void;
  /** Sends what waits for a pause in typing: the person turns to something else. */
  flush: () => void;
  /** Sends the draft; settled when the answer is there. A draft that says nothing removes the note. */
  save(name: NoteName): Promise<void>;
  remove(name: NoteName): Promise<void>;
  /** Brings back the note that was just removed. */
  undoRemoval(name: NoteName): Promise<void>;
  /** Lets what was written and not saved go; it is put aside. */
  discard(name: NoteName): void;
  choose(name: NoteName, choice: ConflictChoice): void;
  /** Brings back what was put aside. */
  takeBack(name: NoteName): void;
  /** Goes on with what was written before and not saved, or lets it go. */
  answerLost(name: NoteName, answer: 'use' | 'discard'): void;
  /** Asks for what the note once was, or puts that away. */
  turnHistory(name: NoteName): Promise<void>;
  /** Puts what the note once was into the draft. */
  bringBack(name: NoteName, version: NoteVersion): void;
  /** The editor was closed: what is on disk leaves the desk, what is not stays. */
  close(name: NoteName): void;
  /** The extension is gone: nothing can be saved any more. */
  loseContext(message: string): void;
  hasUnsaved(): boolean;
  /** Whether an editor of this name stands here. */
  holds: (editor: string) => boolean;
  /** All tags there are, as far as they are known here. */
  readonly tags: readonly TagUse[];
}
