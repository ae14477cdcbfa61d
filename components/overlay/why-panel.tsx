import type { ComponentChild } from 'preact';
import { formatValue } from '#components/values/format-value.ts';
import type { ValueLook } from '#components/values/value-look.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { Match } from '#lib/views/filter.ts';
import type { ClauseVerdict } from './explain-match.ts';

const sentences: Record<Match, string> = {
  yes: 'This row matches the filter.',
  no: 'This row does not match the filter.',
  unknown: 'Too little is known of this row to say whether it matches. It is neither faded nor hidden.',
};

const words: Record<Match, string> = { yes: 'yes', no: 'no', unknown: 'unknown' };

/** Why a row matches the filter or does not: clause by clause, with the row's values; what decided stands out. */
export function WhyPanel(props: {
  verdict: ClauseVerdict;
  record: LoanRecord;
  look: ValueLook;
  onClose: () => void;
}): ComponentChild {
  const { verdict, record, look, onClose } = props;
  return (
    <section class="why">
      <header>
        <h1>{sentences[verdict.match]}</h1>
        <button type="button" class="close" aria-label="Close" autofocus onClick={onClose} />
      </header>
      <ul class="scroll">
        <Clause clause={verdict} record={record} look={look} />
      </ul>
    </section>
  );
}

function Clause(props: { clause: ClauseVerdict; record: LoanRecord; look: ValueLook }): ComponentChild {
  const { clause, record, look } = props;
  const { match, decides, text, fields, joined, parts } = clause;
  return (
    <li class={`clause ${match}${decides ? ' decides' : ''}`}>
      <span class="verdict" role="img" aria-label={words[match]} />
      {joined === null ? (
        <span>
          <code data-text={text} role="img" aria-label={text} />
          {fields.map((id) => (
            <span key={id} class="value">
              {getField(id).label}: <Value id={id} text={describeValue(id, record[id] ?? null, look)} />
            </span>
          ))}
        </span>
      ) : (
        <div>
          <span class="joint">
            {joined === 'and' ? 'All of these must hold:' : 'One of these must hold:'}
          </span>
          <ul>
            {parts.map((part) => (
              <Clause key={part.text} clause={part} record={record} look={look} />
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

// What is written in a note is drawn by a style: a page could search for text.
function Value({ id, text }: { id: FieldId; text: string }): ComponentChild {
  const isPrivate = getField(id).isPrivate === true;
  return isPrivate ? <b data-text={text} role="img" aria-label={text} /> : <b>{text}</b>;
}

function describeValue(id: FieldId, value: FieldValue, look: ValueLook): string {
  const { kind, labels, unit } = getField(id);
  if (value === null) return 'unknown';
  if (value === '' || (Array.isArray(value) && value.length === 0)) return 'none';
  const label = typeof value === 'number' ? labels?.[value] : undefined;
  return (
    label ?? `${formatValue(value, kind, look)}${kind === 'count' && unit !== undefined ? ` ${unit}` : ''}`
  );
}
