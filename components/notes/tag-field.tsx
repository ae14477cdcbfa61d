import type { ComponentChild } from 'preact';
import { noteLimits } from '#lib/notes/note.ts';
import type { TagUse } from '#lib/notes/tag.ts';

/**
 * Tags as chips, with a field for the next one: Enter or a comma adds it, Backspace in the empty field takes the last back.
 * It completes what is typed from all tags there are; presets are one click away.
 */
export function TagField(props: {
  /** Tells it from those of other editors. */
  group: string;
  tags: readonly string[];
  known: readonly TagUse[];
  onChange: (tags: readonly string[]) => void;
}): ComponentChild {
  const { group, tags, known, onChange } = props;
  const isFull = tags.length >= noteLimits.tags;
  const others = known.filter(({ name }) => !tags.includes(name));
  const colours = new Map(known.map(({ name, colour }) => [name, colour]));

  const addAll = (added: readonly string[]): void => {
    if (added.length > 0) onChange([...new Set([...tags, ...added])].slice(0, noteLimits.tags));
  };
  const add = (field: HTMLInputElement): void => {
    const added = splitTags(field.value);
    field.value = '';
    addAll(added);
  };
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }): void => {
    const field = event.currentTarget;
    const isEnter = event.key === 'Enter' && field.value.trim() !== '';
    if (isEnter) add(field);
    // With Ctrl it goes on to the form, which saves.
    if (isEnter && (event.ctrlKey || event.metaKey)) return;
    if (isEnter) event.stopPropagation();
    else if (event.key === 'Backspace' && field.value === '' && tags.length > 0) onChange(tags.slice(0, -1));
    else return;
    event.preventDefault();
  };

  return (
    <div class="tags" role="group" aria-label="Tags">
      {tags.map((tag) => (
        <button
          key={tag}
          type="button"
          class={`tag ${colours.get(tag) ?? 'none'}`}
          data-label={tag}
          aria-label={`Remove the tag ${tag}`}
          onClick={() => onChange(tags.filter((other) => other !== tag))}
        />
      ))}
      <input
        aria-label="Add a tag"
        list={`tags-${group}`}
        autocomplete="off"
        placeholder={isFull ? `At most ${noteLimits.tags} tags` : tags.length === 0 ? 'Tags' : ''}
        disabled={isFull}
        maxLength={noteLimits.tag}
        onInput={({ currentTarget: field }) => {
          if (field.value.includes(',')) add(field);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => add(event.currentTarget)}
      />
      <datalist id={`tags-${group}`}>
        {others.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {isFull
        ? null
        : others
            .filter(({ isPreset }) => isPreset)
            .map(({ name, colour }) => (
              <button
                key={name}
                type="button"
                class={`tag preset ${colour}`}
                data-label={name}
                aria-label={`Add the tag ${name}`}
                onClick={() => addAll([name])}
              />
            ))}
    </div>
  );
}

/** The tags in a text, separated by commas; blanks around them and empty ones are dropped. */
export function splitTags(text: string): string[] {
  return text
    .split(',')
    .map((tag) => tag.trim().slice(0, noteLimits.tag))
    .filter((tag) => tag !== '');
}
