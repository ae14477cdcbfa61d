import type { ComponentChild } from 'preact';

/** One of a few, in a list that opens, with its name beside or above it. */
export function Choice<Value extends string>(props: {
  id: string;
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  disabled?: boolean;
  onChoose: (value: Value) => void;
}): ComponentChild {
  const { id, label, value, options, disabled = false, onChoose } = props;
  return (
    <label class="choice-field" for={id}>
      <span class="bl-quiet">{label}</span>
      <select
        id={id}
        class="bl-input"
        value={value}
        disabled={disabled}
        onChange={(event) => onChoose(event.currentTarget.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
