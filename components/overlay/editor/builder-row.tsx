import type { ComponentChild } from 'preact';
import type { Day } from '#lib/base/day.ts';
import { fieldGroups } from '#lib/loan/field-help.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';
import { createRow, listComparisons, listTestValues, withComparison } from '#lib/views/builder-choices.ts';
import type { BuilderComparison, BuilderRow, BuilderTest, BuilderValue } from '#lib/views/builder-model.ts';
import { nameComparison } from '#lib/views/describe-filter.ts';
import { BuilderList } from './builder-list.tsx';
import { BuilderValueField } from './builder-value.tsx';

/** One row of the builder: a field, what is said of it, and the value. */
export function BuilderRowFields(props: {
  row: BuilderRow;
  /** For screen readers. */
  name: string;
  today: Day;
  onChange: (row: BuilderRow) => void;
}): ComponentChild {
  const { row, name, today, onChange } = props;
  const { kind } = getField(row.field);
  const values = listTestValues(row.test);
  const put = (at: number, value: BuilderValue): void =>
    onChange({ ...row, test: withValues(row.test, values.with(at, value)) });
  return (
    <span class="row" role="group" aria-label={name}>
      <select
        aria-label={`${name}: field`}
        value={row.field}
        onChange={(event) => onChange(createRow(event.currentTarget.value as FieldId, today))}
      >
        {Object.entries(fieldGroups).map(([group, members]) => (
          <optgroup key={group} label={group}>
            {(Object.keys(members) as FieldId[]).map((id) => (
              <option key={id} value={id}>
                {getField(id).label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <select
        aria-label={`${name}: comparison`}
        value={row.test.compare}
        onChange={(event) =>
          onChange(withComparison(row, event.currentTarget.value as BuilderComparison, today))
        }
      >
        {listComparisons(row.field).map((compare) => (
          <option key={compare} value={compare}>
            {nameComparison(compare, kind)}
          </option>
        ))}
      </select>
      {'values' in row.test ? (
        <BuilderList
          field={row.field}
          name={name}
          values={row.test.values}
          onChange={(next) => onChange({ ...row, test: withValues(row.test, next) })}
        />
      ) : (
        values.map((value, at) => (
          <BuilderValueField
            key={at}
            field={row.field}
            name={values.length === 1 ? `${name}: value` : `${name}: ${at === 0 ? 'lowest' : 'highest'}`}
            value={value}
            today={today}
            onChange={(next) => put(at, next)}
          />
        ))
      )}
    </span>
  );
}

/** The same test of other values. */
function withValues(test: BuilderTest, values: readonly BuilderValue[]): BuilderTest {
  const [first, second] = values;
  if ('values' in test) return values.length === 0 ? test : { ...test, values };
  if ('low' in test) return first && second ? { ...test, low: first, high: second } : test;
  return 'value' in test && first ? { ...test, value: first } : test;
}
