import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { ManyChange } from '#lib/notes/change-many.ts';
import { noteLimits, type NoteColour, type NoteMark, type NoteRating } from '#lib/notes/note.ts';
import { Choice } from './choice.tsx';
import { countNotes } from './describe-outcome.ts';
import { colourChoices, markChoices, ratingChoices, type RatingChoice } from './note-words.ts';

type Make = Exclude<ManyChange['make'], 'remove' | 'bring-back'>;

const makes: readonly { value: Make; label: string }[] = [
  { value: 'add-tag', label: 'Add a tag' },
  { value: 'remove-tag', label: 'Take a tag off' },
  { value: 'set-mark', label: 'Mark' },
  { value: 'set-colour', label: 'Colour' },
  { value: 'set-rating', label: 'Rating' },
];

/** What can be done with the chosen notes. */
export function ChangeBar(props: {
  count: number;
  /** Tags that there are, offered. */
  tags: readonly string[];
  isBusy: boolean;
  onChange: (change: ManyChange) => void;
  /** Null where there is no other account. */
  onMove: (() => void) | null;
  onRemove: () => void;
  onNone: () => void;
}): ComponentChild {
  const { count, tags, isBusy, onChange, onMove, onRemove, onNone } = props;
  const [make, setMake] = useState<Make>('add-tag');
  const [tag, setTag] = useState('');
  const [mark, setMark] = useState<NoteMark>('watch');
  const [colour, setColour] = useState<NoteColour>('amber');
  const [rating, setRating] = useState<RatingChoice>('3');
  const name = tag.trim();
  const changes: Record<Make, ManyChange | null> = {
    'add-tag': name === '' ? null : { make: 'add-tag', tag: name },
    'remove-tag': name === '' ? null : { make: 'remove-tag', tag: name },
    'set-mark': { make: 'set-mark', mark },
    'set-colour': { make: 'set-colour', colour },
    'set-rating': { make: 'set-rating', rating: rating === 'none' ? null : (Number(rating) as NoteRating) },
  };
  const change = changes[make];
  return (
    <form
      id="change-bar"
      class="change-bar"
      aria-label="Change the chosen notes"
      onSubmit={(event) => {
        event.preventDefault();
        if (change !== null && !isBusy) onChange(change);
      }}
    >
      <p role="status">
        <b>{countNotes(count)}</b> chosen
      </p>
      <Choice id="change-what" label="Change" value={make} options={makes} onChoose={setMake} />
      {make === 'add-tag' || make === 'remove-tag' ? (
        <label class="choice-field" for="change-tag">
          <span class="bl-quiet">Tag</span>
          <input
            id="change-tag"
            class="bl-input"
            list="tags-there-are"
            maxLength={noteLimits.tag}
            value={tag}
            onInput={(event) => setTag(event.currentTarget.value)}
          />
          <datalist id="tags-there-are">
            {tags.map((offered) => (
              <option key={offered} value={offered} />
            ))}
          </datalist>
        </label>
      ) : null}
      {make === 'set-mark' ? (
        <Choice id="change-mark" label="To" value={mark} options={markChoices} onChoose={setMark} />
      ) : null}
      {make === 'set-colour' ? (
        <Choice id="change-colour" label="To" value={colour} options={colourChoices} onChoose={setColour} />
      ) : null}
      {make === 'set-rating' ? (
        <Choice id="change-rating" label="To" value={rating} options={ratingChoices} onChoose={setRating} />
      ) : null}
      <button id="apply-change" type="submit" class="bl-button primary" disabled={change === null || isBusy}>
        {isBusy ? 'Working…' : 'Apply'}
      </button>
      {onMove === null ? null : (
        <button id="move-chosen" type="button" class="bl-button" disabled={isBusy} onClick={onMove}>
          Move…
        </button>
      )}
      <button id="remove-chosen" type="button" class="bl-button danger" disabled={isBusy} onClick={onRemove}>
        Delete
      </button>
      <button id="choose-none" type="button" class="bl-button plain" onClick={onNone}>
        Choose none
      </button>
    </form>
  );
}
