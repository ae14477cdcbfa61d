import type { ComponentChild } from 'preact';
import { Field } from '#components/ui/field.tsx';

/** How short a new passphrase may be, in characters. */
export const shortestPassphrase = 8;

/** A passphrase, as it is typed. */
export function PassphraseField(props: {
  id: string;
  label: string;
  hint: string;
  value: string;
  onInput: (passphrase: string) => void;
}): ComponentChild {
  const { id, label, hint, value, onInput } = props;
  return (
    <Field id={id} label={label} hint={hint}>
      <input
        id={id}
        class="bl-input mono"
        type="password"
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Field>
  );
}
