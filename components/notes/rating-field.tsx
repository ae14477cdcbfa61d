import type { ComponentChild } from 'preact';
import { noteRatings, type NoteRating } from '#lib/notes/note.ts';

/** The person's own rating: a star for each, or none. */
export function RatingField(props: {
  /** Tells the group from those of other editors. */
  group: string;
  rating: NoteRating | null;
  onChange: (rating: NoteRating | null) => void;
}): ComponentChild {
  const { group, rating, onChange } = props;
  const choice = (one: NoteRating | null): ComponentChild => {
    const label = one === null ? 'No rating' : `${one} of 5`;
    const isLit = one !== null && rating !== null && one <= rating;
    return (
      <label key={label} title={label} class={isLit ? 'lit' : ''}>
        <input
          type="radio"
          name={`rating-${group}`}
          aria-label={label}
          checked={rating === one}
          onChange={() => onChange(one)}
        />
        <span aria-hidden="true">{one === null ? '–' : '★'}</span>
      </label>
    );
  };
  return (
    <fieldset class="stars">
      <legend>My rating</legend>
      {[null, ...noteRatings].map(choice)}
    </fieldset>
  );
}
