import { formatDay, type Day } from '#lib/base/day.ts';
import { bindFold } from './bind-fold.ts';
import type { Binding, NumberPart } from './binding.ts';
import type { CheckedCall } from './checked.ts';

/** Joins a function whose result is a number, or stands for one, to its columns. */
export function bindFunction(
  { size, pool, source, numbers }: Binding,
  { name, args }: CheckedCall,
): NumberPart {
  const parts = args.map((arg) => numbers(arg));
  // People round percentages as they read them: to whole percents, or decimals of a percent.
  const percent = args[0]?.type.kind === 'rate' ? 100 : 1;
  const fold = (combine: (left: number, right: number) => number): NumberPart =>
    bindFold(size, parts, combine);
  switch (name) {
    case 'minus':
      return fold((value) => -value);
    case 'min':
      return fold(Math.min);
    case 'max':
      return fold(Math.max);
    case 'coalesce':
      return parts.reduce((left, right) => bindFallback(size, left, right));
    case 'if':
      return bindChoice(size, parts);
    case 'abs':
      return fold(Math.abs);
    case 'round':
      return fold((value, digits) => roundAt(roundHalfOut, value, percent * 10 ** digits));
    case 'floor':
      return fold((value) => roundAt(Math.floor, value, percent));
    case 'ceil':
      return fold((value) => roundAt(Math.ceil, value, percent));
    case 'year':
      return fold((day) => partOfDay(day, 0, 4));
    case 'month':
      return fold((day) => partOfDay(day, 5, 7));
    case 'length':
      return fold((place) => pool[place]?.length ?? Number.NaN);
    default:
      return fold(() => source.today);
  }
}

/** The first where it is known, else the second. */
function bindFallback(size: number, first: NumberPart, second: NumberPart): NumberPart {
  const out = new Float64Array(size);
  return (batch) => {
    const values = first(batch);
    const others = second(batch);
    for (let i = 0; i < batch.count; i++) {
      const value = values[i] as number;
      // Only NaN is not: faster than asking for it.
      out[i] = value < Infinity ? value : (others[i] as number);
    }
    return out;
  };
}

function bindChoice(size: number, parts: readonly NumberPart[]): NumberPart {
  const [test, then, otherwise] = parts as readonly [NumberPart, NumberPart, NumberPart];
  const out = new Float64Array(size);
  return (batch) => {
    const tests = test(batch);
    const yes = then(batch);
    const no = otherwise(batch);
    for (let i = 0; i < batch.count; i++) {
      out[i] = (tests[i] === 1 ? yes[i] : tests[i] === 0 ? no[i] : Number.NaN) as number;
    }
    return out;
  };
}

/** Rounds at the scale that is asked for; a value that is whole there but for the last binary digits counts as whole. */
function roundAt(round: (value: number) => number, value: number, factor: number): number {
  const scaled = value * factor;
  const whole = Math.round(scaled);
  return (Math.abs(scaled - whole) < 1e-9 ? whole : round(scaled)) / factor;
}

/** Halves go away from zero, as people are taught. 2.675 is held as a little less, hence the margin. */
function roundHalfOut(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value) + 1e-9);
}

function partOfDay(day: number, from: number, to: number): number {
  return Math.abs(day) < 719_162 ? Number(formatDay(day as Day).slice(from, to)) : Number.NaN;
}
