import type { ComponentChild } from 'preact';
import { formatValue } from '#components/values/format-value.ts';
import type { ValueLook } from '#components/values/value-look.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';
import type { SampleReading } from './teaching-page.ts';

/** Cells of a column as they stand on the page, each with what is read in it. */
export function SampleList(props: {
  readings: readonly SampleReading[];
  look: ValueLook;
  /** What the cells must hold; null when nothing is to be read in them. */
  expected: string | null;
}): ComponentChild {
  const { readings, look, expected } = props;
  if (readings.length === 0) return <p>All of its cells are empty.</p>;
  return (
    <ul class="samples" aria-label="Cells of this column" aria-live="polite">
      {readings.map(({ text, values }) => (
        <li key={text}>
          <code>{text}</code>
          {values.length === 0 && expected === null ? null : (
            <Reading values={values} look={look} expected={expected ?? 'anything'} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Reading(props: {
  values: SampleReading['values'];
  look: ValueLook;
  expected: string;
}): ComponentChild {
  const { values, look, expected } = props;
  if (values.every(([, value]) => value === null))
    return <span class="wrong">cannot be read as {expected}</span>;
  return (
    <span class="read">
      {values.map(([field, value], at) => (
        <span key={field}>
          {at === 0 ? '' : ', '}
          {values.length === 1 ? '' : `${getField(field).label} `}
          <b>{value === null ? 'unknown' : format(field, value, look)}</b>
        </span>
      ))}
    </span>
  );
}

function format(field: FieldId, value: FieldValue, look: ValueLook): string {
  const { kind, labels } = getField(field);
  if (typeof value === 'number' && labels?.[value] !== undefined) return labels[value];
  return formatValue(value, kind, look);
}
