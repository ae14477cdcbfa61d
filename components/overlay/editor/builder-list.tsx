import type { ComponentChild } from 'preact';
import { formatDay, parseDay } from '#lib/base/day.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import { findUnit, listValues } from '#lib/views/builder-choices.ts';
import type { BuilderValue } from '#lib/views/builder-model.ts';

/** Several values of a field: boxes to tick where there is a list of them, else a field of words or numbers with commas. */
export function BuilderList(props: {
  field: FieldId;
  name: string;
  values: readonly BuilderValue[];
  /** At least one value. */
  onChange: (values: readonly BuilderValue[]) => void;
}): ComponentChild {
  const { field, name, values, onChange } = props;
  const choices = listValues(field);
  const chosen = values.map(spellValue);
  if (choices.length === 0) {
    const take = (text: string): void => {
      const next = text
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== '');
      const read = next.flatMap((word) => readValue(values[0], word, field));
      if (read.length > 0) onChange(read);
    };
    return (
      <input
        aria-label={`${name}: values, separated by commas`}
        value={chosen.join(', ')}
        onChange={(event) => take(event.currentTarget.value)}
      />
    );
  }
  return (
    <span class="ticks" role="group" aria-label={`${name}: values`}>
      {choices.map((word) => {
        const isOn = chosen.includes(word);
        return (
          <label key={word}>
            <input
              type="checkbox"
              checked={isOn}
              // One of them stays: a list of nothing says nothing.
              disabled={isOn && chosen.length === 1}
              onChange={() => {
                const next = choices.filter((one) => (one === word ? !isOn : chosen.includes(one)));
                onChange(next.map((one) => ({ value: 'word', word: one })));
              }}
            />
            {word}
          </label>
        );
      })}
    </span>
  );
}

function spellValue(value: BuilderValue): string {
  switch (value.value) {
    case 'word':
      return value.word;
    case 'number':
      return String(value.number);
    case 'day':
      return formatDay(value.day);
    case 'today':
      return '';
  }
}

/** A word in a list as a value like the others in it; none where it is not like them. */
function readValue(like: BuilderValue | undefined, word: string, field: FieldId): BuilderValue[] {
  if (like?.value === 'day') {
    const day = parseDay(word);
    return day === undefined ? [] : [{ value: 'day', day }];
  }
  if (like?.value !== 'number') return [{ value: 'word', word }];
  const number = Number(word);
  return Number.isFinite(number) ? [{ value: 'number', number, unit: like.unit ?? findUnit(field) }] : [];
}
