import type { ComponentChild } from 'preact';
import type { FormulaError } from '#lib/formula/formula-error.ts';
import type { FilterCounts } from '#lib/views/filter.ts';
import type { SingleFilter } from '#lib/views/single-filter.ts';
import { FilterStatus } from './filter-status.tsx';

/** What the bar shows besides the formula. */
export interface BarView {
  filter: SingleFilter;
  /** The first fault of the formula; null when it is right or empty. */
  error: FormulaError | null;
  /** null while no filter is set. */
  counts: FilterCounts | null;
  rows: number;
  /** Why rows of the page could not be read, one sentence a row. */
  unreadable: readonly string[];
  /** Whether the page is sorted by a column of ours. */
  isSorted: boolean;
  /** What else is to be said, such as that the background gave no answer. */
  notice: string | null;
}

export interface BarActions {
  /** At each change of the text. */
  onType: (formula: string) => void;
  /** The person is done: Enter, or the field was left. */
  onDone: () => void;
  onEffect: (effect: SingleFilter['effect']) => void;
  onUnsort: () => void;
  onHelp: (button: HTMLElement) => void;
}

/** What an empty field shows. */
export const exampleFormula = 'discount < -10% and rating in [A, B, C]';

/** The bar above the table: the filter's formula, what is done with rows that do not match, and what came of it. */
export function FilterBar({ view, actions }: { view: BarView; actions: BarActions }): ComponentChild {
  const { filter, error } = view;
  const { formula } = filter;
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
    if (error?.suggestion === undefined) return;
    replace(from, formula.slice(0, error.start) + error.suggestion + formula.slice(error.end));
  };

  return (
    <div class="bar" role="search" aria-label="Bondlens filter">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          actions.onDone();
        }}
      >
        <div class="field">
          <input
            aria-label="Filter formula"
            aria-invalid={error !== null}
            aria-describedby="said"
            placeholder={exampleFormula}
            spellcheck={false}
            autocomplete="off"
            maxLength={2000}
            value={formula}
            onInput={(event) => actions.onType(event.currentTarget.value)}
            onBlur={actions.onDone}
            onScroll={({ currentTarget: field }) => follow(field.nextElementSibling)}
          />
          {error === null ? null : (
            <div ref={follow} class="fault" aria-hidden="true">
              {' '.repeat(error.start)}
              <u>{' '.repeat(Math.max(1, error.end - error.start))}</u>
            </div>
          )}
          {formula === '' ? null : (
            <button
              type="button"
              class="close"
              aria-label="Clear the filter"
              onClick={(event) => replace(event.currentTarget, '')}
            />
          )}
        </div>
        <div class="effect" role="radiogroup" aria-label="Rows that do not match">
          {(['fade', 'hide'] as const).map((effect) => (
            <label key={effect}>
              <input
                type="radio"
                name="effect"
                checked={filter.effect === effect}
                onChange={() => actions.onEffect(effect)}
              />
              {effect === 'fade' ? 'Fade' : 'Hide'}
            </label>
          ))}
        </div>
        <button
          type="button"
          class="help"
          aria-label="How to write a filter"
          onClick={(event) => actions.onHelp(event.currentTarget)}
        >
          ?
        </button>
      </form>
      <FilterStatus view={view} onShowFault={showFault} onCorrect={correct} onUnsort={actions.onUnsort} />
    </div>
  );
}

function findField(from: Element): HTMLInputElement {
  return from.closest('.bar')?.querySelector('input') as HTMLInputElement;
}

/** Keeps the line under the fault below the text of the field before it, however far that is scrolled. */
function follow(fault: Element | null): void {
  if (fault?.className === 'fault') fault.scrollLeft = fault.previousElementSibling?.scrollLeft ?? 0;
}
