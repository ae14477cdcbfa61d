import type { ComponentChild } from 'preact';
import { formatDay, parseDay, type Day } from '#lib/base/day.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import { findUnit, listValues } from '#lib/views/builder-choices.ts';
import type { BuilderValue } from '#lib/views/builder-model.ts';

/** The value that a field is compared with: a number with its unit, a day, or a word. */
export function BuilderValueField(props: {
  field: FieldId;
  name: string;
  value: BuilderValue;
  today: Day;
  onChange: (value: BuilderValue) => void;
}): ComponentChild {
  const { field, name, value, onChange } = props;
  if (value.value === 'day' || value.value === 'today') return <DayField {...props} />;
  if (value.value === 'number') {
    const unit = value.unit ?? findUnit(field);
    return (
      <span class="number">
        <input
          type="number"
          step="any"
          aria-label={unit === null ? name : `${name}, in ${unit}`}
          value={value.number}
          onInput={({ currentTarget }) => {
            if (Number.isFinite(currentTarget.valueAsNumber))
              onChange({ ...value, number: currentTarget.valueAsNumber });
          }}
        />
        {unit}
      </span>
    );
  }
  const choices = listValues(field);
  const { word } = value;
  if (choices.length === 0) {
    return (
      <input
        aria-label={name}
        value={word}
        onInput={(event) => onChange({ value: 'word', word: event.currentTarget.value })}
      />
    );
  }
  return (
    <select
      aria-label={name}
      value={word}
      onChange={(event) => onChange({ value: 'word', word: event.currentTarget.value })}
    >
      {[...new Set([word, ...choices])].map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </select>
  );
}

type Span = Extract<BuilderValue, { value: 'today' }>['unit'];

const spans: readonly Span[] = ['days', 'weeks', 'months', 'years'];

/** A fixed day, or one that lies so far from today. */
function DayField(props: {
  name: string;
  value: BuilderValue;
  today: Day;
  onChange: (value: BuilderValue) => void;
}): ComponentChild {
  const { name, value, today, onChange } = props;
  const way = value.value === 'today' ? (value.plus < 0 ? 'ago' : 'ahead') : 'day';
  const { plus, unit } = value.value === 'today' ? value : { plus: 0, unit: 'days' as const };
  const relate = (next: { size?: number; unit?: Span; way?: string }): void => {
    const { size = Math.abs(plus), way: to = way } = next;
    onChange({ value: 'today', plus: to === 'ago' ? 0 - size : size, unit: next.unit ?? unit });
  };
  return (
    <span class="number">
      {way === 'day' ? (
        <input
          type="date"
          aria-label={name}
          value={formatDay(value.value === 'day' ? value.day : today)}
          onInput={(event) => {
            const day = parseDay(event.currentTarget.value);
            if (day !== undefined) onChange({ value: 'day', day });
          }}
        />
      ) : (
        <>
          <input
            type="number"
            min={0}
            aria-label={`${name}: how many`}
            value={Math.abs(plus)}
            onInput={({ currentTarget: { valueAsNumber: size } }) => {
              if (size >= 0) relate({ size: Math.round(size) });
            }}
          />
          <select
            aria-label={`${name}: unit`}
            value={unit}
            onChange={(event) => relate({ unit: event.currentTarget.value as Span })}
          >
            {spans.map((span) => (
              <option key={span} value={span}>
                {span}
              </option>
            ))}
          </select>
        </>
      )}
      <select
        aria-label={`${name}: what day`}
        value={way}
        onChange={({ currentTarget: { value: to } }) => {
          if (to === 'day') onChange({ value: 'day', day: today });
          else relate({ way: to, size: Math.abs(plus) || 1 });
        }}
      >
        <option value="day">on a day</option>
        <option value="ago">ago</option>
        <option value="ahead">from today</option>
      </select>
    </span>
  );
}
