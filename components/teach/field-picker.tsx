import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldId } from '#lib/loan/fields.ts';
import { findChoices } from './field-choices.ts';
import type { PointedColumn } from './teaching-page.ts';

/** A list of fields with a search: arrows go through it, Enter chooses. */
export function FieldPicker(props: {
  column: PointedColumn;
  fields: readonly FieldId[] | undefined;
  onChoose: (fields: readonly FieldId[]) => void;
  onClose: () => void;
}): ComponentChild {
  const { column, fields, onChoose, onClose } = props;
  const [search, setSearch] = useState('');
  // Enter alone must choose nothing that nobody looked at, unless Bondlens believes it itself.
  const [active, setActive] = useState(column.believed.length > 0 ? 0 : -1);
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const choices = findChoices(search, column);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active, search]);

  const press = (event: KeyboardEvent): void => {
    const to = { ArrowDown: active + 1, ArrowUp: active - 1 }[event.key];
    if (to !== undefined) setActive(Math.max(0, Math.min(to, choices.length - 1)));
    else if (event.key === 'Enter' && choices[active] !== undefined) onChoose(choices[active].fields);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="picker">
      <input
        ref={field}
        role="combobox"
        aria-label="What the column holds"
        aria-expanded="true"
        aria-controls="field-choices"
        aria-activedescendant={choices[active] === undefined ? undefined : `choice-${active}`}
        autocomplete="off"
        spellcheck={false}
        placeholder="What does it hold? Search by name"
        value={search}
        onInput={(event) => {
          setSearch(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={press}
      />
      <ul id="field-choices" role="listbox" aria-label="Fields" tabIndex={-1} ref={list}>
        {choices.map(({ id, fields: theirs, label, meaning, fits }, at) => (
          <li
            key={id}
            id={`choice-${at}`}
            role="option"
            aria-selected={at === active}
            class={isSame(theirs, fields) ? 'chosen' : undefined}
            onPointerMove={() => setActive(at)}
            onClick={() => onChoose(theirs)}
          >
            <b>{label}</b>
            {fits ? <span class="fits">looks like it</span> : null}
            <small>{meaning}</small>
          </li>
        ))}
      </ul>
      {choices.length === 0 ? <p role="status">No field has all of these words.</p> : null}
    </div>
  );
}

function isSame(one: readonly FieldId[], other: readonly FieldId[] | undefined): boolean {
  return one.length === other?.length && one.every((field) => other.includes(field));
}
