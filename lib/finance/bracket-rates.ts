/** An interval of continuous daily rates in which the value of the flows changes its sign. */
export interface RateBracket {
  low: number;
  high: number;
}

// 2 % of a year's continuous rate a step: two rates that lie closer together than that are not told apart.
const step = 0.02 / 365;

/**
 * Walks over the continuous daily rates from `low` to `high` and returns where Σ amount·e^(−y·day) changes its sign.
 * For flows that go in and out by turns, which may have no such place, one, or several.
 */
export function bracketRates(
  days: ArrayLike<number>,
  amounts: ArrayLike<number>,
  count: number,
  low: number,
  high: number,
): RateBracket[] {
  const brackets: RateBracket[] = [];
  const steps = Math.ceil((high - low) / step);
  let before = signAt(days, amounts, count, low);
  let at = low;
  for (let i = 1; i <= steps; i++) {
    const rate = Math.min(low + i * step, high);
    const sign = signAt(days, amounts, count, rate);
    if (sign === 0 && i < steps) continue;
    if (sign * before < 0) brackets.push({ low: at, high: rate });
    before = sign;
    at = rate;
  }
  return brackets;
}

/** The sign of the sum, scaled so that its largest factor is 1 and nothing overflows. */
function signAt(days: ArrayLike<number>, amounts: ArrayLike<number>, count: number, y: number): number {
  const origin = days[y > 0 ? 0 : count - 1] as number;
  let sum = 0;
  for (let i = 0; i < count; i++)
    sum += (amounts[i] as number) * Math.exp(-y * ((days[i] as number) - origin));
  return Math.sign(sum);
}
