import type { ComponentChild } from 'preact';
import { formatTimeOfDay } from '#components/values/format-time-of-day.ts';
import { noteColours, noteLimits, type NoteColour } from '#lib/notes/note.ts';
import { ConflictChoices } from './conflict-choices.tsx';
import { isUnsaved, type NoteDesk, type NoteEditing } from './note-desk.ts';
import { TagField } from './tag-field.tsx';

const colourNames: Record<NoteColour, string> = {
  none: 'No colour',
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  blue: 'Blue',
  violet: 'Violet',
};

/** The editor of one note: text, colour, tags, and how far saving has come. */
export function NoteEditor(props: {
  title: string;
  editing: NoteEditing;
  desk: NoteDesk;
  /** Puts a text on the clipboard. */
  onCopy: (text: string) => void;
  onClose: () => void;
}): ComponentChild {
  const { title, editing, desk, onCopy, onClose } = props;
  const { base, draft, phase } = editing;
  const isLost = phase.is === 'failed' && phase.lost;
  const isBusy = phase.is === 'saving' || phase.is === 'conflict' || isLost;
  const save = (): void => {
    // Read anew: a field may just have handed in its last word.
    const now = desk.find(editing);
    if (!isBusy && now !== undefined && isUnsaved(now)) void desk.save(editing);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };

  return (
    <form
      class="note"
      aria-label={title}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <header>
        <h1>{title}</h1>
        <button type="button" class="close" aria-label="Close" onClick={onClose} />
      </header>
      {phase.is === 'conflict' ? (
        <ConflictChoices theirs={phase.theirs} onChoose={(choice) => desk.choose(editing, choice)} />
      ) : null}
      <textarea
        ref={focusFirst}
        aria-label="Text of the note"
        placeholder="What you want to remember about this loan"
        maxLength={noteLimits.text}
        rows={5}
        value={draft.text}
        onInput={(event) => desk.write(editing, { text: event.currentTarget.value })}
      />
      <TagField tags={draft.tags} onChange={(tags) => desk.write(editing, { tags })} />
      <fieldset class="colours">
        <legend>Colour</legend>
        {noteColours.map((colour) => (
          <label key={colour} title={colourNames[colour]} class={colour}>
            <input
              type="radio"
              name="colour"
              aria-label={colourNames[colour]}
              checked={draft.colour === colour}
              onChange={() => desk.write(editing, { colour })}
            />
          </label>
        ))}
      </fieldset>
      <footer>
        <p class={`state ${phase.is}`} role="status">
          {describe(editing)}
        </p>
        {phase.is === 'failed' ? (
          <button type="button" onClick={() => onCopy(draft.text)}>
            Copy text
          </button>
        ) : null}
        {editing.aside === null ? null : (
          <button type="button" onClick={() => desk.takeBack(editing)}>
            Bring mine back
          </button>
        )}
        {base === null || isBusy ? null : (
          <button type="button" class="plain" onClick={() => void desk.remove(editing)}>
            Delete
          </button>
        )}
        <button type="submit" class="primary" disabled={isBusy}>
          Save
        </button>
      </footer>
    </form>
  );
}

/** As a `ref` it is called once, when the field is there. */
function focusFirst(field: HTMLElement | null): void {
  field?.focus();
}

function describe(editing: NoteEditing): string {
  const { phase, base } = editing;
  switch (phase.is) {
    case 'saving':
      return 'Saving…';
    case 'saved':
      return base === null ? 'Deleted' : `Saved ${formatTimeOfDay(phase.at)}`;
    case 'failed':
      return phase.lost
        ? `${phase.message} Your text is still here: copy it first.`
        : `Not saved: ${phase.message}`;
    case 'conflict':
      return 'Not saved';
    case 'editing':
      return isUnsaved(editing) ? 'Not saved yet' : '';
  }
}
