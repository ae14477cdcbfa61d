import type { ComponentChild } from 'preact';
import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import type { Note } from '#lib/notes/note.ts';
import type { NoteDesk } from './note-desk.ts';
import { isSameNote, type NoteName } from './note-editing.ts';
import { NoteEditor, type NoteEditorProps } from './note-editor.tsx';

/** What can be noted where the editor opens, and the notes that are there. */
export interface NoteStart {
  account: AccountId | null;
  /** The loan first; at least one. */
  subjects: readonly NoteKey[];
  notes: readonly Note[];
}

/** One opened editor, which may turn from the note on a loan to that on its part or borrower, and back. */
export interface NoteSession {
  /** The note that is edited now. */
  readonly name: NoteName;
  /** Whether it is this note. */
  isOf: (name: NoteName) => boolean;
  draw: (actions: Pick<NoteEditorProps, 'onCopy' | 'onClose'>) => ComponentChild;
  /** Leaves the desk; what is not on disk stays there. */
  close: () => void;
}

/**
 * Opens the note that is there, else a new one on the loan.
 * @param onTurn another of the notes is edited now: `before` is the one that was left
 */
export function openNoteSession(
  desk: NoteDesk,
  { account, subjects, notes }: NoteStart,
  onTurn: (before: NoteName) => void,
): NoteSession {
  const known = new Map(notes.map((note) => [note.loan, note]));
  const nameOf = (loan: NoteKey): NoteName => ({ loan, account });
  /** What was saved meanwhile is known from the desk. */
  const listNoted = (): Set<NoteKey> => {
    const noted = subjects.filter((subject) => {
      const editing = desk.find(nameOf(subject));
      return editing === undefined ? known.has(subject) : editing.base !== null;
    });
    return new Set(noted);
  };
  let name = nameOf(subjects.find((subject) => known.has(subject)) ?? (subjects[0] as NoteKey));
  const leave = (): void => {
    const { loan } = name;
    const base = desk.find(name)?.base ?? null;
    if (base === null) known.delete(loan);
    else known.set(loan, base);
    desk.close(name);
  };
  desk.open(name, known.get(name.loan) ?? null);

  return {
    get name() {
      return name;
    },
    isOf: (other) => isSameNote(name, other),
    draw({ onCopy, onClose }) {
      const editing = desk.find(name);
      if (editing === undefined) return null;
      const onTurnTo = (subject: NoteKey): void => {
        if (subject === name.loan) return;
        const before = name;
        leave();
        name = nameOf(subject);
        desk.open(name, known.get(subject) ?? null);
        onTurn(before);
      };
      return (
        <NoteEditor
          editing={editing}
          desk={desk}
          about={{ subjects, noted: listNoted(), onTurn: onTurnTo }}
          onCopy={onCopy}
          {...(onClose === undefined ? {} : { onClose })}
        />
      );
    },
    close: leave,
  };
}
