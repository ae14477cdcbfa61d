import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';

/** What an assumption is measured in: a share is kept as a fraction and written in percent. */
type Measure = '%' | 'days' | 'months' | '×';

/** A number of the user's assumptions: kept when its field is left, and only if it is within limits. */
export function AssumedNumber(props: {
  id: string;
  label: string;
  unit: Measure;
  /** As it is kept. */
  value: number;
  /** As they are written. */
  limits: { min: number; max: number };
  onChange: (value: number) => Promise<boolean>;
}): ComponentChild {
  const { id, label, unit, value, limits, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const factor = unit === '%' ? 100 : 1;
  const text = typed ?? String(Number((value * factor).toFixed(4)));
  const number = text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
  const isWhole = unit === 'days' || unit === 'months';
  const isRight = number >= limits.min && number <= limits.max && (!isWhole || Number.isInteger(number));
  const keep = async (): Promise<void> => {
    if (typed === null || !isRight) return;
    const next = Number((number / factor).toFixed(8));
    if (next !== value && !(await onChange(next))) return;
    // What was typed since stays.
    setTyped((now) => (now === typed ? null : now));
  };
  return (
    <div class="assumed">
      <label for={id}>{label}</label>
      <div class="measured">
        <input
          id={id}
          class="bl-input"
          type="text"
          inputMode="decimal"
          autocomplete="off"
          aria-invalid={!isRight}
          aria-describedby={`${id}-unit ${id}-verdict`}
          value={text}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={() => void keep()}
        />
        <span id={`${id}-unit`}>{unit}</span>
      </div>
      <p id={`${id}-verdict`} class="verdict" role="status">
        {isRight ? '' : `${isWhole ? 'A whole number' : 'A number'} from ${limits.min} to ${limits.max}.`}
      </p>
    </div>
  );
}
