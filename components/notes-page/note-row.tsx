import type { ComponentChild } from 'preact';
import { Age } from '#components/values/age.tsx';
import type { StoredNote } from '#lib/notes/note.ts';
import { nameSubject } from '#lib/notes/note-key.ts';

/** So much of a text fits into a line, and a little more. */
const lineLength = 200;

/** One note in the list: what it is about, how it is marked, how it begins. */
export function NoteRow(props: {
  id: string;
  note: StoredNote;
  /** What the mirror knows of the loan, in one line. */
  loan: string;
  now: number;
  top: number;
  place: { index: number; count: number };
  isChosen: boolean;
  isCurrent: boolean;
  isOpen: boolean;
  /** Whether something is written over it that is not saved. */
  isWritten: boolean;
  onPress: (event: MouseEvent, where: 'choice' | 'row') => void;
}): ComponentChild {
  const { id, note, loan, now, top, place, isChosen, isCurrent, isOpen, isWritten, onPress } = props;
  const { text, tags, mark, rating, colour, removedAt } = note;
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-current={isOpen ? 'true' : undefined}
      aria-posinset={place.index + 1}
      aria-setsize={place.count}
      class={`note-row ${isCurrent ? 'current' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onPress(event, 'row')}
    >
      <span
        class="choice"
        onClick={(event) => {
          event.stopPropagation();
          onPress(event, 'choice');
        }}
      />
      <span class={`dot ${colour}`} />
      <div class="note-line">
        <b>{capitalize(nameSubject(note.loan))}</b>
        {mark === 'none' ? null : <span class={`mark ${mark}`}>{mark}</span>}
        {rating === null ? null : (
          <span class="rated" role="img" aria-label={`Rated ${rating} of 5`}>
            {'★'.repeat(rating)}
          </span>
        )}
        {isWritten ? <span class="mark draft">not saved yet</span> : null}
        <span class="bl-quiet when">
          {removedAt === null ? null : 'deleted '}
          <Age at={removedAt ?? note.changedAt} now={now} after="ago" />
        </span>
      </div>
      <p class="start" dir="auto">
        {text === '' ? <span class="bl-quiet">No text</span> : text.slice(0, lineLength)}
      </p>
      <p class="more bl-quiet">
        {tags.map((tag) => (
          <bdi key={tag} class="chip">
            {tag}
          </bdi>
        ))}
        {loan === '' ? null : <span>{loan}</span>}
      </p>
    </div>
  );
}

/** With a capital at its beginning. */
export function capitalize(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
