import type { ComponentChild, RefObject } from 'preact';
import type { NoteFilter } from '#lib/notes/filter-notes.ts';
import type { NoteRating } from '#lib/notes/note.ts';
import type { NoteOrder } from '#lib/notes/order-notes.ts';
import { Choice } from './choice.tsx';
import { colourChoices, markChoices, orderChoices, ratingChoices, type RatingChoice } from './note-words.ts';

/** Which notes are wanted, and in which order. */
export interface Wanted extends NoteFilter {
  words: string;
  order: NoteOrder;
}

/** The search field, and the choices beside it. */
export function FilterRow(props: {
  wanted: Wanted;
  /** Tags that there are. */
  tags: readonly string[];
  /** The search field, to be focused by a key. */
  field: RefObject<HTMLInputElement | null>;
  onChange: (change: Partial<Wanted>) => void;
  /** Down from the search field: into the list. */
  onDown: () => void;
}): ComponentChild {
  const { wanted, tags, field, onChange, onDown } = props;
  const { words, mark, colour, rating, tag, order } = wanted;
  const any = { value: 'any' as const, label: 'Any' };
  // Of a tag that is gone the choice shows still what the list is narrowed to.
  const names = tag === null || tags.includes(tag) ? tags : [tag, ...tags];
  return (
    <search class="filter-row">
      <input
        ref={field}
        id="search-notes"
        type="search"
        class="bl-input"
        aria-label="Search notes: words, tags, loan numbers"
        aria-keyshortcuts="/"
        placeholder="Words, tags, loan numbers"
        value={words}
        onInput={(event) => onChange({ words: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          onDown();
        }}
      />
      <Choice
        id="filter-mark"
        label="Mark"
        value={mark}
        options={[any, ...markChoices]}
        onChoose={(value) => onChange({ mark: value })}
      />
      <Choice
        id="filter-colour"
        label="Colour"
        value={colour}
        options={[any, ...colourChoices]}
        onChoose={(value) => onChange({ colour: value })}
      />
      <Choice<RatingChoice | 'any'>
        id="filter-rating"
        label="Rating"
        value={`${rating}`}
        options={[any, ...ratingChoices]}
        onChoose={(value) => onChange({ rating: readRating(value) })}
      />
      <Choice
        id="filter-tag"
        label="Tag"
        value={tag === null ? '' : `#${tag}`}
        options={[{ value: '', label: 'Any' }, ...names.map((name) => ({ value: `#${name}`, label: name }))]}
        onChoose={(value) => onChange({ tag: value === '' ? null : value.slice(1) })}
      />
      <Choice
        id="order"
        label="Order"
        value={order}
        options={orderChoices}
        onChoose={(value) => onChange({ order: value })}
      />
    </search>
  );
}

function readRating(value: RatingChoice | 'any'): NoteFilter['rating'] {
  return value === 'any' || value === 'none' ? value : (Number(value) as NoteRating);
}
