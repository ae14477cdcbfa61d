import type { ComponentChild } from 'preact';
import { formatValue } from '#components/values/format-value.ts';
import type { ValueLook } from '#components/values/value-look.ts';
import type { Clause, ExplainedValue } from '#lib/formula/explain.ts';
import { fieldIds, getField } from '#lib/loan/fields.ts';

const joints = {
  and: 'All of these must hold:',
  or: 'One of these must hold:',
  not: 'This must not hold:',
} as const;

/** One clause of a filter with its verdict and the row's values, and its parts below it. */
export function ClauseItem({ clause, look }: { clause: Clause; look: ValueLook }): ComponentChild {
  const { verdict, decides, text, values, joined, parts } = clause;
  return (
    <li class={`clause ${verdict}${decides ? ' decides' : ''}`}>
      <span class="verdict" role="img" aria-label={verdict} />
      {joined === null ? (
        <span>
          <code data-text={text} role="img" aria-label={text} />
          {values.map((value) => (
            <ValueLine key={value.text} value={value} look={look} />
          ))}
        </span>
      ) : (
        <div>
          <span class="joint">{joints[joined]}</span>
          <ul>
            {parts.map((part) => (
              <ClauseItem key={part.text} clause={part} look={look} />
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

/** Fields that anyone may know; what else stands in a formula is the person's own and is drawn by a style. */
const openLabels = new Set(
  fieldIds
    .map((id) => getField(id))
    .filter(({ isPrivate }) => isPrivate !== true)
    .map(({ label }) => label),
);

function ValueLine({ value, look }: { value: ExplainedValue; look: ValueLook }): ComponentChild {
  const text = describeValue(value, look);
  if (openLabels.has(value.text)) {
    return (
      <span class="value">
        {value.text}: <b>{text}</b>
      </span>
    );
  }
  const line = `${value.text}: ${text}`;
  return <span class="value" data-text={line} role="img" aria-label={line} />;
}

function describeValue({ type: { kind, unit, labels }, value }: ExplainedValue, look: ValueLook): string {
  if (value === null) return 'unknown';
  if (value === '' || (Array.isArray(value) && value.length === 0)) return 'none';
  const label = typeof value === 'number' ? labels?.[value] : undefined;
  return (
    label ?? `${formatValue(value, kind, look)}${kind === 'count' && unit !== undefined ? ` ${unit}` : ''}`
  );
}
