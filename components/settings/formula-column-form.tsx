import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '#components/ui/field.tsx';
import { checkFormula } from '#lib/formula/check.ts';
import type { FormulaColumn } from '#lib/views/view.ts';
import { FormatChoice } from './format-choice.tsx';
import { FormulaVerdict } from './formula-verdict.tsx';

/** The user's own column. Checked while typing, kept when the field is left, and only if the formula is right. */
export function FormulaColumnForm(props: {
  kept: FormulaColumn;
  onChange: (column: FormulaColumn) => Promise<boolean>;
  onRemove: () => void;
}): ComponentChild {
  const { kept, onChange, onRemove } = props;
  const { id } = kept;
  const [typed, setTyped] = useState<Partial<FormulaColumn>>({});
  const column = { ...kept, ...typed };
  const result = checkFormula(column.formula);
  const isRight = 'ok' in result;
  const keep = async (part: 'title' | 'formula'): Promise<void> => {
    const value = column[part].trim();
    if (value === kept[part]) return setTyped({ ...typed, [part]: value });
    if (value === '' || (part === 'formula' && !isRight)) return;
    if (!(await onChange({ ...kept, [part]: value }))) return;
    // What was typed since stays.
    setTyped((now) => (now[part] === typed[part] ? omit(now, part) : now));
  };
  return (
    <div class="step">
      <h3>Your own column</h3>
      <Field id={`${id}-title`} label="Title">
        <input
          id={`${id}-title`}
          class="bl-input"
          maxLength={40}
          value={column.title}
          onInput={(event) => setTyped({ ...typed, title: event.currentTarget.value })}
          onChange={() => void keep('title')}
        />
      </Field>
      <Field id={`${id}-text`} label="Formula">
        <textarea
          id={`${id}-text`}
          class="bl-input mono"
          rows={2}
          maxLength={2000}
          spellcheck={false}
          aria-invalid={!isRight}
          aria-describedby={`${id}-verdict`}
          value={column.formula}
          onInput={(event) => setTyped({ ...typed, formula: event.currentTarget.value })}
          onChange={() => void keep('formula')}
        />
      </Field>
      <FormulaVerdict id={`${id}-verdict`} text={column.formula} result={result} />
      <Field id={`${id}-format`} label="Written as">
        <FormatChoice
          id={`${id}-format`}
          format={kept.format}
          onChange={(format) => void onChange({ ...kept, format })}
        />
      </Field>
      <p>
        <button
          type="button"
          class="bl-button"
          aria-label={`Delete this column: ${kept.title}`}
          onClick={onRemove}
        >
          Delete this column
        </button>
      </p>
    </div>
  );
}

function omit(column: Partial<FormulaColumn>, part: keyof FormulaColumn): Partial<FormulaColumn> {
  const { [part]: _, ...rest } = column;
  return rest;
}
