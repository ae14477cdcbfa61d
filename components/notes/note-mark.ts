import type { Note, NoteColour } from '#lib/notes/note.ts';
import { isUnsaved, type NoteEditing } from './note-desk.ts';

/** How the small mark of a row's note looks and reads. */
export interface NoteMark {
  /** `waiting`: not yet asked; `unsure`: nobody knows which loan the row is; `draft`: written, but not on disk. */
  look: 'waiting' | 'unsure' | 'empty' | 'note' | 'draft';
  colour: NoteColour;
  /** For screen readers. */
  label: string;
  /** On hover. */
  hint: string;
}

/** So much of a note shows on hover. */
const hintLength = 240;

/** What is known of a row's note. */
export type NoteState =
  | { is: 'waiting' }
  | { is: 'unsure'; reason: string }
  | { is: 'known'; note: Note | null; editing: NoteEditing | undefined };

/** The mark for what is known of a row's note. */
export function describeNoteMark(state: NoteState): NoteMark {
  switch (state.is) {
    case 'waiting':
      return { look: 'waiting', colour: 'none', label: 'Note: one moment', hint: '' };
    case 'unsure':
      return { look: 'unsure', colour: 'none', label: `No note: ${state.reason}`, hint: state.reason };
    case 'known': {
      const { note, editing } = state;
      if (editing !== undefined && isUnsaved(editing)) {
        const label = 'Note: not saved yet';
        return { look: 'draft', colour: editing.draft.colour, label, hint: label };
      }
      if (note === null)
        return { look: 'empty', colour: 'none', label: 'Write a note', hint: 'Write a note' };
      const hint = summarize(note);
      return { look: 'note', colour: note.colour, label: `Note: ${hint}`, hint };
    }
  }
}

function summarize({ text, tags }: Note): string {
  const start = text.length > hintLength ? `${text.slice(0, hintLength)}…` : text;
  return [start, tags.map((tag) => `#${tag}`).join(' ')].filter((part) => part !== '').join('\n') || 'Marked';
}
