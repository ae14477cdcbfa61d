import { addMonths, type Day } from '#lib/base/day.ts';
import type { Binding, NumberPart } from './binding.ts';
import type { Checked, CheckedCall } from './checked.ts';

type Loop = (a: Float64Array, b: Float64Array, out: Float64Array, count: number) => void;

/** r for a finite r; NaN for one that overflowed or came of a division by zero. Without a branch. */
const finite = (r: number): number => r + (r - r);

const loops: Readonly<Record<string, Loop>> = {
  '+': (a, b, out, count) => {
    for (let i = 0; i < count; i++) out[i] = finite((a[i] as number) + (b[i] as number));
  },
  '-': (a, b, out, count) => {
    for (let i = 0; i < count; i++) out[i] = finite((a[i] as number) - (b[i] as number));
  },
  '*': (a, b, out, count) => {
    for (let i = 0; i < count; i++) out[i] = finite((a[i] as number) * (b[i] as number));
  },
  '/': (a, b, out, count) => {
    for (let i = 0; i < count; i++) out[i] = finite((a[i] as number) / (b[i] as number));
  },
};

/** Joins a calculation of two numbers to its columns; undefined for other calls. A result that is not a finite number is unknown. */
export function bindArithmetic(
  { size, numbers }: Binding,
  { name, args }: CheckedCall,
): NumberPart | undefined {
  const [left, right] = args as readonly [Checked, Checked];
  let loop = loops[name];
  if (!loop) return undefined;
  const a = numbers(left);
  const b = numbers(right);
  if (left.type.kind === 'day' && right.type.unit === 'months') loop = moveMonths(name === '-' ? -1 : 1);
  const run = loop;
  const out = new Float64Array(size);
  return (batch) => {
    run(a(batch), b(batch), out, batch.count);
    return out;
  };
}

function moveMonths(sign: number): Loop {
  return (days, counts, out, count) => {
    for (let i = 0; i < count; i++) {
      const day = days[i] as number;
      const months = (counts[i] as number) * sign;
      // Within the years that are written with four digits.
      const sane = Number.isInteger(months) && Math.abs(months) < 12_000 && Math.abs(day) < 719_162;
      out[i] = sane ? addMonths(day as Day, months) : Number.NaN;
    }
  };
}
