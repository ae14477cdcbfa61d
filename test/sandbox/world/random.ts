/** A stream of numbers that depends on its seed alone. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True in `share` of all calls. */
  chance(share: number): boolean;
  /** One value of a table of shares; the shares need not sum to one. */
  pick<Value>(table: Shares<Value>): Value;
  /** A value between the quantiles of a distribution, linear from one to the next. */
  draw(quantiles: Quantiles): number;
}

/** Values with their shares. */
export type Shares<Value> = readonly (readonly [value: Value, share: number])[];

/** A distribution as `[share below, value]`, rising, from 0 to 1. */
export type Quantiles = readonly (readonly [share: number, value: number])[];

/** Mixes numbers and words into 32 well scattered bits: the same parts always give the same bits. */
export function scatter(...parts: readonly (number | string)[]): number {
  let bits = 0x811c9dc5;
  for (const part of parts) {
    if (typeof part === 'number') {
      bits = mix(bits ^ Math.trunc(part), 0x85ebca6b);
    } else {
      for (let at = 0; at < part.length; at++) bits = Math.imul(bits ^ part.charCodeAt(at), 0x01000193);
    }
    bits = mix(bits, 0xc2b2ae35);
  }
  return bits >>> 0;
}

/** The same as a share in [0, 1). */
export function scatterShare(...parts: readonly (number | string)[]): number {
  return scatter(...parts) / 0x1_0000_0000;
}

/** A stream for one purpose, named by its parts; other purposes draw from their own and never disturb it. */
export function createRandom(...parts: readonly (number | string)[]): Random {
  let state = scatter(...parts);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    return (mix(mix(state, 0x2c1b3c6d), 0x297a2d39) >>> 0) / 0x1_0000_0000;
  };
  return {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (share) => next() < share,
    pick: (table) => pickShare(table, next()),
    draw: (quantiles) => readQuantile(quantiles, next()),
  };
}

/** The value that stands at `at` in [0, 1) of a table of shares. */
export function pickShare<Value>(table: Shares<Value>, at: number): Value {
  let left = at * table.reduce((sum, [, share]) => sum + share, 0);
  for (const [value, share] of table) {
    if (left < share) return value;
    left -= share;
  }
  const last = table.at(-1);
  if (!last) throw new Error('A table of shares is empty.');
  return last[0];
}

/** The value at the share `at` of a distribution. */
function readQuantile(quantiles: Quantiles, at: number): number {
  for (let upper = 1; upper < quantiles.length; upper++) {
    const [share, value] = quantiles[upper] ?? [1, 0];
    const [shareBelow, valueBelow] = quantiles[upper - 1] ?? [0, 0];
    if (at <= share) return valueBelow + ((value - valueBelow) * (at - shareBelow)) / (share - shareBelow);
  }
  return quantiles.at(-1)?.[1] ?? 0;
}

function mix(bits: number, factor: number): number {
  const once = Math.imul(bits ^ (bits >>> 16), factor);
  return once ^ (once >>> 15);
}
