import type { ComponentChild } from 'preact';
import type { ValueLook } from '#components/values/value-look.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import { describeFields, nameHeader } from '#lib/views/describe-taught.ts';
import { ColumnDetail } from './column-detail.tsx';
import { FormatChoices } from './format-choices.tsx';
import { countTaught, type Lesson } from './lesson.ts';
import type { SampleReading } from './teaching-page.ts';
import { walkList } from './walk-list.ts';

/** The second step: what each column holds, one after another or freely. */
export function ColumnsScreen(props: {
  lesson: Lesson;
  readings: readonly (readonly SampleReading[])[];
  look: ValueLook;
  /** The column that is open; null when none is. */
  open: number | null;
  onOpen: (at: number | null) => void;
  onLook: (at: number | null) => void;
  onSay: (at: number, fields: readonly FieldId[] | null) => void;
  onFormat: (format: Partial<Pick<Lesson, 'decimal' | 'dates'>>) => void;
  onBack: () => void;
  onUse: () => void;
}): ComponentChild {
  const { lesson, readings, look, open, onOpen, onLook, onSay, onFormat, onBack, onUse } = props;
  const { columns, said } = lesson;
  const taught = countTaught(lesson);
  return (
    <>
      <p>Click a column on the page, or choose it here, and say what it holds.</p>
      <ul class="columns scroll" aria-label="Columns of the table" onKeyDown={walkList}>
        {columns.map(({ header, nth, believed }, at) => {
          const fields = said.get(at);
          const isOpen = open === at;
          const doubt = (fields?.length ?? 0) > 0 ? tellUnread(readings[at] ?? []) : null;
          return (
            <li key={at} class={isOpen ? 'open' : undefined}>
              <button
                type="button"
                autofocus={open === null && at === 0}
                aria-expanded={isOpen}
                onClick={() => onOpen(isOpen ? null : at)}
                onFocus={() => onLook(at)}
                onPointerEnter={() => onLook(at)}
                onPointerLeave={() => onLook(null)}
              >
                <span class="name">{nameHeader(header, nth)}</span>
                <span class={fields === undefined ? 'guess' : fields.length === 0 ? 'nothing' : 'held'}>
                  {tellHeld(fields, believed)}
                </span>
                {doubt === null ? null : <span class="doubt">{doubt}</span>}
              </button>
              {isOpen ? (
                <ColumnDetail
                  key={at}
                  column={columns[at]}
                  fields={fields}
                  readings={readings[at] ?? []}
                  look={look}
                  hasNext={at + 1 < columns.length}
                  onSay={(next) => onSay(at, next)}
                  onNext={() => onOpen(at + 1 < columns.length ? at + 1 : null)}
                  onClose={() => onOpen(null)}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
      <FormatChoices decimal={lesson.decimal} dates={lesson.dates} onChange={onFormat} />
      <div class="line foot">
        <button type="button" class="plain" onClick={onBack}>
          Back
        </button>
        <button type="button" class="primary" disabled={taught === 0} onClick={onUse}>
          {taught === 0 ? 'Use it' : `Use it: ${taught} ${taught === 1 ? 'column' : 'columns'}`}
        </button>
      </div>
    </>
  );
}

function tellHeld(fields: readonly FieldId[] | undefined, believed: readonly FieldId[]): string {
  if (fields === undefined) return believed.length === 0 ? '?' : `${describeFields(believed)}?`;
  return fields.length === 0 ? 'nothing of a loan' : describeFields(fields);
}

// A cell of which nothing at all was read.
function tellUnread(readings: readonly SampleReading[]): string | null {
  const unread = readings.filter(({ values }) => values.every(([, value]) => value === null)).length;
  if (unread === 0) return null;
  return unread === readings.length ? 'nothing of it can be read' : 'not all of it can be read';
}
