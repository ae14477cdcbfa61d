import type { ComponentChild } from 'preact';
import { noteColours, type NoteColour } from '#lib/notes/note.ts';

export const colourNames: Record<NoteColour, string> = {
  none: 'No colour',
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  blue: 'Blue',
  violet: 'Violet',
};

/** The colour of a note. */
export function ColourField(props: {
  /** Tells the group from those of other editors. */
  group: string;
  colour: NoteColour;
  onChange: (colour: NoteColour) => void;
}): ComponentChild {
  const { group, colour, onChange } = props;
  return (
    <fieldset class="colours">
      <legend>Colour</legend>
      {noteColours.map((one) => (
        <label key={one} title={colourNames[one]} class={one}>
          <input
            type="radio"
            name={`colour-${group}`}
            aria-label={colourNames[one]}
            checked={colour === one}
            onChange={() => onChange(one)}
          />
        </label>
      ))}
    </fieldset>
  );
}
