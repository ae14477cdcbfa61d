import type { ComponentChild } from 'preact';
import { describeFields } from '#components/notes/describe-fields.ts';
import type { NoteHit } from '#lib/messages/notes-protocol.ts';
import { nameSubject } from '#lib/notes/note-key.ts';

/** A note that was found: what it is about, how it begins, its marks. Opens it. */
export function HitLine(props: { hit: NoteHit; onOpen: () => void }): ComponentChild {
  const { hit, onOpen } = props;
  const marks = describeFields({ ...hit, colour: 'none' });
  return (
    <li>
      <button type="button" class="hit" onClick={onOpen}>
        <b class={hit.colour}>{nameSubject(hit.loan)}</b>
        {hit.text === '' ? null : (
          <span class="start" dir="auto">
            {hit.text}
          </span>
        )}
        {marks === '' ? null : <span class="bl-quiet">{marks}</span>}
      </button>
    </li>
  );
}
