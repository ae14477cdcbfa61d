import type { ComponentChild } from 'preact';
import { noteLimits } from '#lib/notes/note.ts';
import type { Tag, TagUse } from '#lib/notes/tag.ts';
import { countNotes } from './describe-outcome.ts';
import { colourChoices } from './note-words.ts';

/** One tag: how many notes carry it, its colour, whether editors offer it, its name. */
export function TagRow(props: {
  tag: TagUse;
  isBusy: boolean;
  isRenaming: boolean;
  onSave: (change: Partial<Tag>) => void;
  onRenaming: (on: boolean) => void;
  onRename: (to: string) => void;
  onRemove: () => void;
}): ComponentChild {
  const { tag, isBusy, isRenaming, onSave, onRenaming, onRename, onRemove } = props;
  const { name, colour, isPreset, notes } = tag;
  return (
    <li class="tag-row" data-tag={name}>
      <span class={`dot ${colour}`} />
      {isRenaming ? (
        <form
          class="bl-joined"
          aria-label={`Rename ${name}`}
          onSubmit={(event) => {
            event.preventDefault();
            const field = event.currentTarget.elements.namedItem('to');
            if (field instanceof HTMLInputElement) onRename(field.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onRenaming(false);
          }}
        >
          <input
            ref={selectOnce}
            name="to"
            class="bl-input"
            aria-label={`New name of ${name}`}
            maxLength={noteLimits.tag}
            defaultValue={name}
          />
          <button type="submit" class="bl-button small" disabled={isBusy}>
            Rename
          </button>
        </form>
      ) : (
        <span class="tag-name">
          <bdi>{name}</bdi>
          <span class="bl-quiet"> {notes === 0 ? 'on no note' : `on ${countNotes(notes)}`}</span>
        </span>
      )}
      <select
        class="bl-input"
        aria-label={`Colour of ${name}`}
        value={colour}
        disabled={isBusy}
        onChange={({ currentTarget: { value } }) => {
          const chosen = colourChoices.find((choice) => choice.value === value);
          if (chosen !== undefined) onSave({ colour: chosen.value });
        }}
      >
        {colourChoices.map(({ value, label }) => (
          <option key={value} value={value} selected={value === colour}>
            {label}
          </option>
        ))}
      </select>
      <label class="offered">
        <input
          type="checkbox"
          checked={isPreset}
          disabled={isBusy}
          aria-label={`Offer ${name} in every editor`}
          onChange={(event) => onSave({ isPreset: event.currentTarget.checked })}
        />
        offered
      </label>
      <span class="row-actions">
        <button
          type="button"
          class="bl-button plain small"
          aria-label={`Rename ${name}`}
          onClick={() => onRenaming(!isRenaming)}
        >
          {isRenaming ? 'Cancel' : 'Rename'}
        </button>
        <button
          type="button"
          class="bl-button plain small"
          aria-label={`Remove ${name}`}
          disabled={isBusy}
          onClick={onRemove}
        >
          Remove
        </button>
      </span>
    </li>
  );
}

/** As a `ref` it is called once, when the field is there. */
function selectOnce(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}
