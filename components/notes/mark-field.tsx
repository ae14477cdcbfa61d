import { markNames } from './mark-names.ts';
import type { ComponentChild } from 'preact';
import { noteMarks, type NoteMark } from '#lib/notes/note.ts';

/** What a person means to do about it: one click, or the arrow keys. */
export function MarkField(props: {
  /** Tells the group from those of other editors. */
  group: string;
  mark: NoteMark;
  onChange: (mark: NoteMark) => void;
}): ComponentChild {
  const { group, mark, onChange } = props;
  return (
    <fieldset class="marks">
      <legend>Mark</legend>
      {noteMarks.map((one) => (
        <label key={one} class={`mark-${one}`} title={markNames[one]}>
          <input
            type="radio"
            name={`mark-${group}`}
            aria-label={markNames[one]}
            checked={mark === one}
            onChange={() => onChange(one)}
          />
          <span aria-hidden="true">{one === 'none' ? '–' : markNames[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}
