import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '#components/ui/field.tsx';
import { Section } from '#components/ui/section.tsx';
import { findFields, type FieldEntry } from './find-fields.ts';

/** Every field that columns, filters and formulas can use, with a search. */
export function FieldsSection(): ComponentChild {
  const [search, setSearch] = useState('');
  const groups = findFields(search);
  const isSearching = search.trim() !== '';
  const found = groups.reduce((sum, { fields }) => sum + fields.length, 0);
  return (
    <Section
      id="fields"
      title="Fields"
      intro="Everything that columns, filters and formulas can speak of. A formula may use a field’s name or its id, in capitals or not."
    >
      <Field id="field-search" label="Search fields">
        <input
          id="field-search"
          class="bl-input"
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </Field>
      <p class="bl-quiet" role="status">
        {found === 0 ? 'No field has all of these words.' : `${found} ${found === 1 ? 'field' : 'fields'}`}
      </p>
      {groups.map(({ group, fields }) => (
        <Group key={`${group} ${isSearching}`} name={group} fields={fields} isOpen={isSearching} />
      ))}
    </Section>
  );
}

/** A part of the catalogue, open or closed; closed it costs nothing. */
function Group(props: { name: string; fields: readonly FieldEntry[]; isOpen: boolean }): ComponentChild {
  const { name, fields } = props;
  const [isOpen, setOpen] = useState(props.isOpen);
  return (
    <details class="field-group" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {name} <span class="bl-quiet">{fields.length}</span>
      </summary>
      {isOpen ? (
        <dl class="reference">
          {fields.map((field) => (
            <Entry key={field.id} field={field} />
          ))}
        </dl>
      ) : null}
    </details>
  );
}

function Entry({ field }: { field: FieldEntry }): ComponentChild {
  const { id, label, aliases, kind, meaning, sources, words } = field;
  return (
    <div>
      <dt>
        {label} <code>{id}</code>
      </dt>
      <dd>
        <p>{meaning}</p>
        {words.length === 0 ? null : <p>Its words: {words.join(', ')}.</p>}
        <p class="bl-quiet">
          {aliases.length === 0 ? '' : `Also called ${aliases.join(', ')}. `}
          It is {kind}; from {sources}.
        </p>
      </dd>
    </div>
  );
}
