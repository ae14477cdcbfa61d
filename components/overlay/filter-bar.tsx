import type { ComponentChild } from 'preact';
import type { FormulaError } from '#lib/formula/formula-error.ts';
import type { Names } from '#lib/formula/names.ts';
import type { Filter, View } from '#lib/views/view.ts';
import type { Shown } from './describe-shown.ts';
import { correctFormula } from './editor/fault-line.tsx';
import { FormulaField } from './editor/formula-field.tsx';
import { PrivateText } from './editor/private-text.tsx';
import { FilterStatus } from './filter-status.tsx';

/** What the bar shows. */
export interface BarView {
  view: View;
  isChanged: boolean;
  names: Names;
  /** The filter that the field shows; undefined where the view has none. */
  filter: Filter | undefined;
  /** The text in the field. */
  formula: string;
  /** The first fault of it; null when it is right or empty. */
  error: FormulaError | null;
  shown: Shown;
  /** What else is to be said, such as that the background gave no answer. */
  notice: string | null;
}

export interface BarActions {
  /** At each change of the text. */
  onType: (formula: string) => void;
  /** The person is done: Enter, or the field was left. */
  onDone: () => void;
  onEffect: (effect: 'hide' | 'fade' | 'highlight') => void;
  /** The field shows another filter. */
  onSelect: (id: string) => void;
  onUnsort: () => void;
  /** What was not understood is to be told. */
  onDoubts: (button: HTMLElement) => void;
  onViews: (button: HTMLElement) => void;
  onFilters: (button: HTMLElement) => void;
  onHelp: (button: HTMLElement) => void;
  /** A list opens under the field, or has closed. */
  onOpen: (isOpen: boolean) => void;
}

/** What an empty field shows. */
export const exampleFormula = 'discount < -10% and rating in [A, B, C]';

const effects = { fade: 'Fade', hide: 'Hide', highlight: 'Colour' } as const;
const effectHints = {
  fade: 'Fade rows that do not match',
  hide: 'Hide rows that do not match',
  highlight: 'Colour rows that match',
} as const;

/** The bar above the table: the view, the filter's formula, what the filter does, and what came of it. */
export function FilterBar({ view: bar, actions }: { view: BarView; actions: BarActions }): ComponentChild {
  const { view, filter, formula, error } = bar;
  const does = filter?.effect.do ?? 'fade';
  const replace = (from: Element, text: string): void => {
    // The button that was pressed may go with what it did.
    const field = findField(from);
    actions.onType(text);
    actions.onDone();
    field.focus();
  };
  const showFault = (from: Element): void => {
    const field = findField(from);
    field.focus();
    if (error !== null) field.setSelectionRange(error.start, error.end);
  };
  const correct = (from: Element): void => {
    if (error !== null) replace(from, correctFormula(formula, error));
  };

  return (
    <div class="bar" role="search" aria-label="Bondlens filter">
      <div class="main">
        <button
          type="button"
          class="view-name"
          aria-haspopup="dialog"
          aria-label={`View: ${view.name}${bar.isChanged ? ', changed' : ''}`}
          onClick={(event) => actions.onViews(event.currentTarget)}
        >
          <PrivateText text={view.name} />
          {bar.isChanged ? '*' : ''}
        </button>
        <div class="formula">
          <FormulaField
            id="filter"
            label="Filter formula"
            value={formula}
            placeholder={exampleFormula}
            names={bar.names}
            error={error}
            errorId="said"
            onType={actions.onType}
            onDone={actions.onDone}
            onOpen={actions.onOpen}
          />
          {formula === '' ? null : (
            <button
              type="button"
              class="close"
              aria-label="Clear the filter"
              onClick={(event) => replace(event.currentTarget, '')}
            />
          )}
        </div>
        <div class="effect" role="radiogroup" aria-label="What the filter does">
          {(['fade', 'hide', 'highlight'] as const).map((effect) => (
            <label key={effect} title={effectHints[effect]}>
              <input
                type="radio"
                name="effect"
                checked={does === effect}
                onChange={() => actions.onEffect(effect)}
              />
              {effects[effect]}
            </label>
          ))}
        </div>
        <button
          type="button"
          class="filters"
          aria-haspopup="dialog"
          title="All filters of this view; rows instead of a formula"
          onClick={(event) => actions.onFilters(event.currentTarget)}
        >
          Filters
        </button>
        <button
          type="button"
          class="help"
          aria-label="How to write a filter"
          onClick={(event) => actions.onHelp(event.currentTarget)}
        >
          ?
        </button>
      </div>
      <FilterStatus
        bar={bar}
        onShowFault={showFault}
        onCorrect={correct}
        onSelect={actions.onSelect}
        onUnsort={actions.onUnsort}
        onDoubts={actions.onDoubts}
      />
    </div>
  );
}

function findField(from: Element): HTMLInputElement {
  return from.closest('.bar')?.querySelector('#filter') as HTMLInputElement;
}
