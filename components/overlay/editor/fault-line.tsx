import type { ComponentChild } from 'preact';
import type { FormulaError } from '#lib/formula/formula-error.ts';

/** What is wrong with a formula and where, with the way to mend it where there is one. */
export function FaultLine(props: {
  error: FormulaError;
  onShow: (from: Element) => void;
  onCorrect: (from: Element) => void;
}): ComponentChild {
  const { error, onShow, onCorrect } = props;
  const place = error.end > error.start + 1 ? `${error.start + 1}–${error.end}` : `${error.start + 1}`;
  return (
    <span class="wrong" title={error.message}>
      {error.message}{' '}
      <button type="button" class="link wrong" onClick={(event) => onShow(event.currentTarget)}>
        at character {place}
      </button>
      {error.suggestion === undefined ? null : (
        <>
          {' '}
          <button type="button" class="link" onClick={(event) => onCorrect(event.currentTarget)}>
            Correct it
          </button>
        </>
      )}
    </span>
  );
}

/** The formula with the suggestion in the place of the fault. */
export function correctFormula(formula: string, { start, end, suggestion = '' }: FormulaError): string {
  return formula.slice(0, start) + suggestion + formula.slice(end);
}
