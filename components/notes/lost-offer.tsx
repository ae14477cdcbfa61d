import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { PrivateText } from '#components/overlay/editor/private-text.tsx';
import { formatMoment } from '#components/values/format-moment.ts';
import { compareLines } from '#lib/notes/compare-lines.ts';
import { describeChange } from '#lib/notes/describe-change.ts';
import { emptyFields } from '#lib/notes/note-fields.ts';
import type { NoteFields } from '#lib/notes/note.ts';
import type { StoredDraft } from '#lib/notes/stored-draft.ts';
import { describeFields } from './describe-fields.ts';
import { fillDraft } from './note-editing.ts';

/** What was written in an editor that is gone, with the ways out: go on with it, let it go, or see first what differs. */
export function LostOffer(props: {
  lost: StoredDraft;
  /** The note as it stands. */
  standing: NoteFields | null;
  onAnswer: (answer: 'use' | 'discard') => void;
}): ComponentChild {
  const { lost, standing, onAnswer } = props;
  const [isCompared, setCompared] = useState(false);
  const written = fillDraft(lost.draft, standing);
  const marks = isCompared ? '' : describeFields(written);
  return (
    <div class="offer" role="alert">
      <p>You wrote this on {formatMoment(lost.at)} and did not save it:</p>
      {isCompared ? (
        <Comparison before={standing ?? emptyFields} after={written} />
      ) : (
        <textarea aria-label="What you wrote" readOnly rows={3} value={written.text} />
      )}
      {marks === '' ? null : <input aria-label="With mark, rating, colour and tags" readOnly value={marks} />}
      <div class="choices">
        <button type="button" class="primary" onClick={() => onAnswer('use')}>
          Use it
        </button>
        <button type="button" aria-pressed={isCompared} onClick={() => setCompared(!isCompared)}>
          Compare
        </button>
        <button type="button" onClick={() => onAnswer('discard')}>
          Discard
        </button>
      </div>
    </div>
  );
}

const lineNames = { both: 'In both', before: 'Only in the note', after: 'Only in what you wrote' } as const;

function Comparison({ before, after }: { before: NoteFields; after: NoteFields }): ComponentChild {
  return (
    <div class="comparison" role="group" aria-label="What differs from the note" tabIndex={0}>
      <p>
        <PrivateText text={describeChange(before, after).join('; ')} />
      </p>
      <ul>
        {compareLines(before.text, after.text).map((line, at) => (
          <li key={at} class={line.in}>
            <PrivateText text={line.line} label={`${lineNames[line.in]}: ${line.line}`} />
          </li>
        ))}
      </ul>
    </div>
  );
}
