import { addMonths, type Day } from '#lib/base/day.ts';
import type { Binding, NumberPart } from './binding.ts';
import type { Checked } from './checked.ts';

type Arithmetic = Extract<Checked, { node: 'arithmetic' }>;
type Loop = (a: Float64Array, b: Float64Array, out: Float64Array, count: number) => void;

/** Joins a calculation of two numbers to its columns. A result that is not a finite number is unknown. */
export function bindArithmetic(binding: Binding, node: Arithmetic): NumberPart {
  const { operator, left, right } = node;
  const swapped = node.type.kind === 'day' && right.type.kind === 'day';
  const a = binding.numbers(swapped ? right : left);
  const b = binding.numbers(swapped ? left : right);
  const months = node.type.kind === 'day' ? monthsPerUnit(swapped ? left : right) : 0;
  const loop = months === 0 ? loops[operator] : moveMonths(operator === '-' ? -months : months);
  const out = new Float64Array(binding.size);
  return (batch) => {
    loop(a(batch), b(batch), out, batch.count);
    return out;
  };
}

/** r for a finite r; NaN for one that overflowed or came of a division by zero. Without a branch. */
const finite = (r: number): number => r + (r - r);

const loops: Readonly<Record<Arithmetic['operator'], Loop>> = {
  '+': (a, b, out, count) => {
    for (let i = 0; i < count; i++) {
      const sum = (a[i] as number) + (b[i] as number);
      out[i] = finite(sum);
    }
  },
  '-': (a, b, out, count) => {
    for (let i = 0; i < count; i++) {
      const difference = (a[i] as number) - (b[i] as number);
      out[i] = finite(difference);
    }
  },
  '*': (a, b, out, count) => {
    for (let i = 0; i < count; i++) {
      const product = (a[i] as number) * (b[i] as number);
      out[i] = finite(product);
    }
  },
  '/': (a, b, out, count) => {
    for (let i = 0; i < count; i++) {
      const quotient = (a[i] as number) / (b[i] as number);
      out[i] = finite(quotient);
    }
  },
};

/** How many months a unit of the count means, 0 when it counts days. */
function monthsPerUnit({ type }: Checked): number {
  return type.unit === 'years' ? 12 : type.unit === 'months' ? 1 : 0;
}

// Days that a formula may reach: four-digit years.
const earliest = -719_162;
const latest = 2_932_896;

function moveMonths(perUnit: number): Loop {
  return (a, b, out, count) => {
    for (let i = 0; i < count; i++) {
      const day = a[i] as number;
      const months = (b[i] as number) * perUnit;
      const sane = Number.isInteger(months) && Math.abs(months) < 12_000 && day >= earliest && day <= latest;
      out[i] = sane ? addMonths(day as Day, months) : Number.NaN;
    }
  };
}
