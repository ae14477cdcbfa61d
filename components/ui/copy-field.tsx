import type { ComponentChild } from 'preact';
import { Field } from './field.tsx';
import type { Report } from './report.ts';

/** A text to be copied elsewhere, with the button that does it. */
export function CopyField(props: {
  id: string;
  label: string;
  hint: string;
  text: string;
  copy: (text: string) => Promise<void>;
  report: Report;
}): ComponentChild {
  const { id, label, hint, text, copy, report } = props;
  const onCopy = async (): Promise<void> => {
    try {
      await copy(text);
      report({ done: `${label} copied.` });
    } catch {
      report({ failed: 'The browser did not let Bondlens copy. Select the text and copy it by hand.' });
    }
  };
  return (
    <Field id={id} label={label} hint={hint}>
      <div class="bl-joined">
        <input
          id={id}
          class="bl-input mono"
          readOnly
          value={text}
          aria-describedby={`${id}-hint`}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="bl-button" aria-label={`Copy: ${label}`} onClick={() => void onCopy()}>
          Copy
        </button>
      </div>
    </Field>
  );
}
