import type { ComponentChild } from 'preact';
import type { NoteKey } from '#lib/loan/ids.ts';
import { findSubject, type NoteSubject } from '#lib/notes/note-key.ts';

const subjectNames: Record<NoteSubject, string> = {
  loan: 'Loan',
  part: 'Part',
  listing: 'Listing',
  borrower: 'Borrower',
};

/** What a note can be about, and on what there is one. */
export interface About {
  subjects: readonly NoteKey[];
  /** Those that have a note. */
  noted: ReadonlySet<NoteKey>;
  /** The note on another of them is to be edited. */
  onTurn: (subject: NoteKey) => void;
}

/** What the note is about: one choice of those that the row offers; a dot marks where there is a note. */
export function AboutChoice(props: { about: About; chosen: NoteKey }): ComponentChild {
  const { about, chosen } = props;
  return (
    <div class="about" role="group" aria-label="What the note is about">
      {about.subjects.map((subject) => {
        const name = subjectNames[findSubject(subject)];
        const isNoted = about.noted.has(subject);
        return (
          <button
            key={subject}
            type="button"
            class={isNoted ? 'noted' : ''}
            aria-pressed={subject === chosen}
            aria-label={isNoted ? `${name}, has a note` : name}
            onClick={() => about.onTurn(subject)}
          >
            {name}
          </button>
        );
      })}
    </div>
  );
}
