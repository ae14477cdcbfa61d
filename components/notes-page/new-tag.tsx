import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { noteLimits, type NoteColour } from '#lib/notes/note.ts';
import type { Tag } from '#lib/notes/tag.ts';
import { Choice } from './choice.tsx';
import { colourChoices } from './note-words.ts';

/** The form for one tag more. */
export function NewTag(props: {
  isTaken: (name: string) => boolean;
  isBusy: boolean;
  /** Resolves to whether it is made. */
  onMake: (tag: Tag) => Promise<boolean>;
}): ComponentChild {
  const { isTaken, isBusy, onMake } = props;
  const [written, setName] = useState('');
  const [colour, setColour] = useState<NoteColour>('none');
  const name = written.trim();
  const isDouble = isTaken(name);
  return (
    <form
      id="new-tag"
      class="change-bar"
      aria-label="Make a tag"
      onSubmit={(event) => {
        event.preventDefault();
        if (name === '' || isDouble || isBusy) return;
        void onMake({ name, colour, isPreset: true }).then((isMade) => {
          if (isMade) setName('');
        });
      }}
    >
      <label class="choice-field" for="new-tag-name">
        <span class="bl-quiet">New tag</span>
        <input
          id="new-tag-name"
          class="bl-input"
          maxLength={noteLimits.tag}
          value={written}
          aria-describedby={isDouble ? 'new-tag-verdict' : undefined}
          aria-invalid={isDouble}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <Choice
        id="new-tag-colour"
        label="Colour"
        value={colour}
        options={colourChoices}
        onChoose={setColour}
      />
      <button
        type="submit"
        id="make-tag"
        class="bl-button primary"
        disabled={name === '' || isDouble || isBusy}
      >
        Make tag
      </button>
      {isDouble ? (
        <p id="new-tag-verdict" class="bl-quiet">
          There is a tag of that name.
        </p>
      ) : null}
    </form>
  );
}
