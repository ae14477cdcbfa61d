import { formatDay, type Day } from '#lib/base/day.ts';
import type { Binding, NumberPart } from './binding.ts';
import type { Checked } from './checked.ts';

type Call = Extract<Checked, { node: 'call' }>;

/** Joins a function whose result is a number to its columns. */
export function bindNumberCall(binding: Binding, node: Call): NumberPart {
  const { name, args } = node;
  const out = new Float64Array(binding.size);
  switch (name) {
    case 'today':
      out.fill(binding.source.today);
      return () => out;
    case 'length': {
      const [text] = args.map((arg) => binding.words(arg));
      return (batch) => {
        const words = text?.(batch) ?? [];
        for (let i = 0; i < batch.count; i++) out[i] = words[i]?.length ?? Number.NaN;
        return out;
      };
    }
    default: {
      const parts = args.map((arg) => binding.numbers(arg));
      const calculate = chooseCalculation(node);
      const values: number[] = [];
      return (batch) => {
        const columns = parts.map((part) => part(batch));
        for (let i = 0; i < batch.count; i++) {
          for (let j = 0; j < columns.length; j++) values[j] = columns[j]?.[i] ?? Number.NaN;
          out[i] = calculate(values);
        }
        return out;
      };
    }
  }
}

/** What a function makes of the values of one row. */
function chooseCalculation({ name, args }: Call): (values: readonly number[]) => number {
  // People round percentages as they read them: to whole percents, or decimals of a percent.
  const percent = args[0]?.type.kind === 'rate' ? 100 : 1;
  switch (name) {
    case 'min':
      return (values) => Math.min(...values);
    case 'max':
      return (values) => Math.max(...values);
    case 'coalesce':
      return (values) => values.find((value) => !Number.isNaN(value)) ?? Number.NaN;
    case 'if':
      return ([condition = Number.NaN, yes = Number.NaN, no = Number.NaN]) =>
        condition === 1 ? yes : condition === 0 ? no : Number.NaN;
    case 'abs':
      return ([value = Number.NaN]) => Math.abs(value);
    case 'round':
      return ([value = Number.NaN, digits = 0]) => scale(roundHalfOut, value, percent * 10 ** digits);
    case 'floor':
      return ([value = Number.NaN]) => scale(Math.floor, value, percent);
    case 'ceil':
      return ([value = Number.NaN]) => scale(Math.ceil, value, percent);
    case 'year':
      return ([value = Number.NaN]) => partOfDay(value, 0, 4);
    case 'month':
      return ([value = Number.NaN]) => partOfDay(value, 5, 7);
    default:
      return () => Number.NaN;
  }
}

/** Rounds at the scale that is asked for; a value that is a whole number there but for the last binary digit counts as whole. */
function scale(round: (value: number) => number, value: number, factor: number): number {
  const scaled = value * factor;
  const whole = Math.round(scaled);
  return (Math.abs(scaled - whole) < 1e-9 ? whole : round(scaled)) / factor;
}

/** Halves go away from zero, as people are taught. 2.675 is held as a little less, hence the margin. */
function roundHalfOut(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value) + 1e-9);
}

function partOfDay(value: number, from: number, to: number): number {
  return Math.abs(value) < 719_162 ? Number(formatDay(value as Day).slice(from, to)) : Number.NaN;
}
