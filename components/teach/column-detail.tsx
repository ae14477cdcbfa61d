import type { ComponentChild } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ValueLook } from '#components/values/value-look.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import { nameExpected } from './field-choices.ts';
import { FieldPicker } from './field-picker.tsx';
import { SampleList } from './sample-list.tsx';
import type { PointedColumn, SampleReading } from './teaching-page.ts';

/** One column: what stands in it, what it is said to hold, and how it is read then. */
export function ColumnDetail(props: {
  column: PointedColumn | undefined;
  /** What was said; undefined when nothing was. */
  fields: readonly FieldId[] | undefined;
  readings: readonly SampleReading[];
  look: ValueLook;
  hasNext: boolean;
  onSay: (fields: readonly FieldId[] | null) => void;
  onNext: () => void;
  onClose: () => void;
}): ComponentChild {
  const { column, fields, readings, look, hasNext, onSay, onNext, onClose } = props;
  const box = useRef<HTMLDivElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => box.current?.parentElement?.scrollIntoView({ block: 'nearest' }), []);
  if (column === undefined) return null;
  const say = (chosen: readonly FieldId[]): void => {
    onSay(chosen);
    next.current?.focus();
  };
  return (
    <div class="detail" ref={box}>
      <SampleList
        readings={readings}
        look={look}
        expected={fields === undefined || fields.length === 0 ? null : nameExpected(fields)}
      />
      <FieldPicker column={column} fields={fields} onChoose={say} onClose={onClose} />
      <div class="line">
        <button type="button" aria-pressed={fields?.length === 0} onClick={() => say([])}>
          Nothing of a loan
        </button>
        {fields === undefined ? null : (
          <button type="button" class="plain" onClick={() => onSay(null)}>
            Take it back
          </button>
        )}
        <button type="button" class="next" ref={next} onClick={onNext}>
          {hasNext ? 'Next column' : 'Done'}
        </button>
      </div>
    </div>
  );
}
