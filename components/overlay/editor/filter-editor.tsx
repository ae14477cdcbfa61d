import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { Day } from '#lib/base/day.ts';
import { checkFilter } from '#lib/formula/check.ts';
import type { Names } from '#lib/formula/names.ts';
import type { BuilderModel } from '#lib/views/builder-model.ts';
import type { FilterResult } from '#lib/views/filter.ts';
import { toBuilder } from '#lib/views/to-builder.ts';
import { toFormula } from '#lib/views/to-formula.ts';
import { viewLimits, type Filter } from '#lib/views/view.ts';
import { Builder } from './builder.tsx';
import { Counts } from './counts.tsx';
import { EffectChoice } from './effect-choice.tsx';
import { correctFormula, FaultLine } from './fault-line.tsx';
import { FormulaField } from './formula-field.tsx';

/** Everything of one filter: its name, what it does, and what it says, as rows or as a formula. */
export function FilterEditor(props: {
  filter: Filter;
  names: Names;
  today: Day;
  /** What a formula says of the rows of the page; undefined where there are none. */
  count?: ((formula: string) => FilterResult) | undefined;
  onChange: (part: Partial<Omit<Filter, 'id'>>) => void;
}): ComponentChild {
  const { filter, names, today, count, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const formula = typed ?? filter.formula;
  const [face, setFace] = useState<'builder' | 'formula'>(() =>
    'cannot' in toBuilder(filter.formula, names) ? 'formula' : 'builder',
  );
  // What the rows show stays as the person put it together: a formula knows no group of one.
  const [drawn, setDrawn] = useState<{ formula: string; model: BuilderModel } | null>(null);
  const model = drawn?.formula === formula ? drawn.model : toBuilder(formula, names);
  const draw = (next: BuilderModel): void => {
    setDrawn({ formula: toFormula(next), model: next });
    onChange({ formula: toFormula(next) });
  };
  const checked = formula.trim() === '' ? null : checkFilter(formula, names);
  const error = checked !== null && 'errors' in checked ? (checked.errors[0] ?? null) : null;
  const counted = error === null && formula.trim() !== '' ? count?.(formula) : undefined;
  const fieldId = `formula-${filter.id}`;

  const type = (text: string): void => {
    setTyped(text);
    // A half-written formula is not kept before the person is done with it.
    if (text.trim() === '' || 'ok' in checkFilter(text, names)) onChange({ formula: text });
  };
  const finish = (): void => {
    if (typed !== null && typed !== filter.formula) onChange({ formula: typed });
    setTyped(null);
  };
  const focusField = (from: Element): HTMLInputElement | null => {
    const field = from.closest('.filter-editor')?.querySelector<HTMLInputElement>(`#${fieldId}`) ?? null;
    field?.focus();
    return field;
  };

  return (
    <div class="filter-editor">
      <div class="line">
        <input
          aria-label="Name of the filter"
          placeholder="Name (may stay empty)"
          maxLength={viewLimits.name}
          value={filter.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <EffectChoice effect={filter.effect} onChange={(effect) => onChange({ effect })} />
      </div>
      <div class="faces" role="radiogroup" aria-label="How the filter is written">
        {(['builder', 'formula'] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={`face-${filter.id}`}
              checked={face === one}
              onChange={() => setFace(one)}
            />
            {one === 'builder' ? 'Rows' : 'Formula'}
          </label>
        ))}
      </div>
      {face === 'formula' ? (
        <FormulaField
          id={fieldId}
          label="Formula"
          value={formula}
          names={names}
          error={error}
          errorId={`${fieldId}-said`}
          onType={type}
          onDone={finish}
        />
      ) : 'cannot' in model ? (
        <p class="cannot">
          The rows cannot show this filter.{' '}
          <span data-text={model.cannot} role="img" aria-label={model.cannot} /> As a formula it works as
          before.
        </p>
      ) : (
        <Builder model={model} today={today} onChange={draw} />
      )}
      <p id={`${fieldId}-said`} class="said" role="status">
        {error === null ? (
          counted !== undefined && 'counts' in counted ? (
            <>
              On this page: <Counts counts={counted.counts} />
            </>
          ) : null
        ) : (
          <FaultLine
            error={error}
            onShow={(from) => focusField(from)?.setSelectionRange(error.start, error.end)}
            onCorrect={(from) => {
              focusField(from);
              type(correctFormula(formula, error));
            }}
          />
        )}
      </p>
    </div>
  );
}
