import type { ComponentChild } from 'preact';

/** A choice that takes effect at once, with its label and, in small, what it does. */
export function Switch(props: {
  id: string;
  label: string;
  hint?: string | undefined;
  on: boolean;
  /** Not usable yet, or not now. */
  disabled?: boolean;
  onChange: (on: boolean) => void;
}): ComponentChild {
  const { id, label, hint, on, disabled = false, onChange } = props;
  return (
    <div class="bl-switch-row">
      <label for={id}>
        {label}
        {hint === undefined ? null : <span class="bl-quiet">{hint}</span>}
      </label>
      <button
        type="button"
        role="switch"
        id={id}
        class="bl-switch"
        aria-checked={on}
        disabled={disabled}
        onClick={() => onChange(!on)}
      />
    </div>
  );
}
