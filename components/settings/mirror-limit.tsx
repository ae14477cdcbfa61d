import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '#components/ui/field.tsx';
import { ownLook } from '#components/ui/own-look.ts';
import { formatValue } from '#components/values/format-value.ts';

/** A whole number within limits, kept when its field is left and only if it is one. */
export function MirrorLimit(props: {
  id: string;
  label: string;
  unit: string;
  hint: string;
  limits: { min: number; max: number };
  kept: number;
  /** Resolves to whether it could be kept. */
  onChange: (value: number) => Promise<boolean>;
}): ComponentChild {
  const { id, label, unit, hint, limits, kept, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed === null ? kept : Number(typed.trim() === '' ? Number.NaN : typed);
  const isRight = Number.isInteger(value) && value >= limits.min && value <= limits.max;
  const keep = async (): Promise<void> => {
    if (typed === null || !isRight) return;
    if (value !== kept && !(await onChange(value))) return;
    // What was typed since stays.
    setTyped((now) => (now === typed ? null : now));
  };
  const number = (limit: number): string => formatValue(limit, 'count', ownLook);
  return (
    <Field id={id} label={label} hint={hint}>
      <div class="measured">
        <input
          id={id}
          class="bl-input"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          aria-invalid={!isRight}
          aria-describedby={`${id}-unit ${id}-hint ${id}-verdict`}
          value={typed ?? String(kept)}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={() => void keep()}
        />
        <span id={`${id}-unit`}>{unit}</span>
      </div>
      <p id={`${id}-verdict`} class="verdict" role="status">
        {isRight ? '' : `A whole number from ${number(limits.min)} to ${number(limits.max)}.`}
      </p>
    </Field>
  );
}
