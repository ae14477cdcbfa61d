import { findSubject } from '#lib/notes/note-key.ts';
import { readNoteFields } from '#lib/notes/note-record.ts';
import type { Note, NoteColour } from '#lib/notes/note.ts';
import { describeFields } from './describe-fields.ts';
import { isUnsaved, type NoteEditing } from './note-editing.ts';

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
  /** All notes that concern the row, its loan's first, and those of them that are being edited. */
  | { is: 'known'; notes: readonly Note[]; editings: readonly NoteEditing[] };

/** The mark for what is known of a row's note. */
export function describeNoteMark(state: NoteState): NoteMark {
  switch (state.is) {
    case 'waiting':
      return { look: 'waiting', colour: 'none', label: 'Note: one moment', hint: '' };
    case 'unsure':
      return { look: 'unsure', colour: 'none', label: `No note: ${state.reason}`, hint: state.reason };
    case 'known': {
      const { notes, editings } = state;
      const unsaved = editings.find(isUnsaved);
      if (unsaved !== undefined) {
        const label = 'Note: not saved yet';
        return { look: 'draft', colour: unsaved.draft.colour, label, hint: label };
      }
      if (notes.length === 0)
        return { look: 'empty', colour: 'none', label: 'Write a note', hint: 'Write a note' };
      const hint = notes.map(summarize).join('\n');
      const colour = readNoteFields(notes).noteColour as NoteColour;
      return { look: 'note', colour, label: `Note: ${hint}`, hint };
    }
  }
}

function summarize({ loan, text, ...marks }: Note): string {
  const start = text.length > hintLength ? `${text.slice(0, hintLength)}…` : text;
  const subject = findSubject(loan);
  const words = [start, describeFields({ ...marks, colour: 'none' })]
    .filter((part) => part !== '')
    .join('\n');
  return `${subject === 'loan' ? '' : `On the ${subject}: `}${words || 'Marked'}`;
}
