import type { Clock } from '#lib/base/clock.ts';
import { checkFilter } from '#lib/formula/check.ts';
import type { FormulaError } from '#lib/formula/formula-error.ts';
import type { Names } from '#lib/formula/names.ts';

/** What is done with a formula while it is typed. */
export interface FilterControl {
  /** The formula that holds for the rows; empty while the typed one is faulty. */
  readonly formula: string;
  readonly error: FormulaError | null;
  /** The text as typed. */
  readonly text: string;
  type: (text: string) => void;
  /** The person is done: what was typed holds now, and is remembered. */
  finish: () => void;
  /** The remembered formula, as told from elsewhere; does not disturb typing. */
  accept(formula: string): void;
}

/** How long after the last key a fault is shown, and the formula remembered. */
const pauseMs = 700;

/**
 * A right formula holds at once; of a half-written one nothing is said, and the last right one holds on, until the
 * person pauses or leaves the field.
 * @param onChange what holds has changed
 * @param onRemember the text is to be remembered
 * @param readNames the names that the formula may use
 * @param signal ends it; what was typed is remembered then
 */
export function createFilterControl(
  clock: Clock,
  onChange: () => void,
  onRemember: (formula: string) => void,
  readNames: () => Names,
  signal: AbortSignal,
): FilterControl {
  let text = '';
  let formula = '';
  let error: FormulaError | null = null;
  let isPending = false;
  let pause = new AbortController();

  const judge = (isDone: boolean): void => {
    const fault = findFault(text, readNames());
    if (fault !== null && !isDone) return;
    const before = { formula, error };
    formula = fault === null ? text.trim() : '';
    error = fault;
    if (before.formula !== formula || !isSameFault(before.error, error)) onChange();
  };
  const finish = (): void => {
    pause.abort();
    judge(true);
    if (!isPending) return;
    isPending = false;
    onRemember(text);
  };
  signal.addEventListener('abort', () => finish(), { once: true });

  return {
    get formula() {
      return formula;
    },
    get error() {
      return error;
    },
    get text() {
      return text;
    },
    type(next) {
      text = next;
      isPending = true;
      judge(false);
      pause.abort();
      pause = new AbortController();
      clock.sleep(pauseMs, pause.signal).then(finish, () => undefined);
    },
    finish,
    accept(remembered) {
      if (isPending || remembered === text) return;
      text = remembered;
      judge(true);
    },
  };
}

function findFault(text: string, names: Names): FormulaError | null {
  if (text.trim() === '') return null;
  const checked = checkFilter(text, names);
  return 'errors' in checked ? (checked.errors[0] ?? null) : null;
}

function isSameFault(a: FormulaError | null, b: FormulaError | null): boolean {
  return a?.message === b?.message && a?.start === b?.start && a?.end === b?.end;
}
