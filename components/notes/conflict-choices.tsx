import type { ComponentChild } from 'preact';
import type { Note } from '#lib/notes/note.ts';
import { describeFields } from './describe-fields.ts';
import type { ConflictChoice } from './note-desk.ts';

/** What stands on disk instead of what was opened, and the ways out. */
export function ConflictChoices(props: {
  theirs: Note | null;
  onChoose: (choice: ConflictChoice) => void;
}): ComponentChild {
  const { theirs, onChoose } = props;
  const choice = (what: ConflictChoice, label: string): ComponentChild => (
    <button type="button" onClick={() => onChoose(what)}>
      {label}
    </button>
  );
  if (theirs === null) {
    return (
      <div class="offer" role="alert">
        <p>This note was deleted elsewhere since you opened it.</p>
        <div class="choices">
          {choice('mine', 'Keep mine')}
          {choice('theirs', 'Let it go')}
        </div>
      </div>
    );
  }
  const marks = describeFields(theirs);
  return (
    <div class="offer" role="alert">
      <p>This note was changed elsewhere since you opened it. It now says:</p>
      <textarea aria-label="The other version" readOnly rows={3} value={theirs.text} />
      {marks === '' ? null : <input aria-label="Its mark, rating, colour and tags" readOnly value={marks} />}
      <div class="choices">
        {choice('join', 'Join both')}
        {choice('mine', 'Keep mine')}
        {choice('theirs', 'Take the other')}
      </div>
    </div>
  );
}
