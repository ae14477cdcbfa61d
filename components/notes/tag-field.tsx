import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { noteLimits } from '#lib/notes/note.ts';

/** Tags as chips, with a field for the next one: Enter or a comma adds it, Backspace in the empty field takes the last back. */
export function TagField(props: {
  tags: readonly string[];
  onChange: (tags: readonly string[]) => void;
}): ComponentChild {
  const { tags, onChange } = props;
  const [next, setNext] = useState('');
  const isFull = tags.length >= noteLimits.tags;

  const add = (text: string): void => {
    const added = splitTags(text);
    setNext('');
    if (added.length > 0) onChange([...new Set([...tags, ...added])].slice(0, noteLimits.tags));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isEnter = event.key === 'Enter' && next.trim() !== '';
    if (isEnter) add(next);
    // With Ctrl it goes on to the form, which saves.
    if (isEnter && (event.ctrlKey || event.metaKey)) return;
    if (isEnter) event.stopPropagation();
    else if (event.key === 'Backspace' && next === '' && tags.length > 0) onChange(tags.slice(0, -1));
    else return;
    event.preventDefault();
  };

  return (
    <div class="tags">
      {tags.map((tag) => (
        <button
          key={tag}
          type="button"
          class="tag"
          data-label={tag}
          aria-label={`Remove the tag ${tag}`}
          onClick={() => onChange(tags.filter((other) => other !== tag))}
        />
      ))}
      <input
        aria-label="Add a tag"
        placeholder={isFull ? `At most ${noteLimits.tags} tags` : tags.length === 0 ? 'Tags' : ''}
        disabled={isFull}
        maxLength={noteLimits.tag}
        value={next}
        onInput={({ currentTarget: { value } }) => (value.includes(',') ? add(value) : setNext(value))}
        onKeyDown={onKeyDown}
        onBlur={() => add(next)}
      />
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
