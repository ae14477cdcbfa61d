/**
 * Finds the continuous daily rate y in [low, high] at which Σ amount·e^(−y·day) is zero, where there is exactly one;
 * undefined when it lies outside. Days ascend.
 *
 * Works on h(y) = ln(value of all receipts) − ln(value of all payments): nearly a straight line for the flows of a loan, so
 * Newton's method ends after a few steps from 0 %. Where it does not, each step that leaves the bracket is replaced by halving it.
 */
export function solveDailyRate(
  days: ArrayLike<number>,
  amounts: ArrayLike<number>,
  count: number,
  low: number,
  high: number,
): number | undefined {
  const quick = runNewton(days, amounts, count);
  if (quick !== undefined && quick >= low && quick <= high) return quick;
  const atLow = logRatio(days, amounts, count, low).value;
  const atHigh = logRatio(days, amounts, count, high).value;
  if (!(atLow * atHigh <= 0)) return undefined;
  // The side on which the ratio is positive.
  let positive = atLow > 0 ? low : high;
  let negative = atLow > 0 ? high : low;
  let at = Math.min(Math.max(0, low), high);
  for (let round = 0; round < 200; round++) {
    const { value, slope } = logRatio(days, amounts, count, at);
    if (value === 0) return at;
    if (value > 0) positive = at;
    else negative = at;
    const newton = at - value / slope;
    const inside = newton > Math.min(positive, negative) && newton < Math.max(positive, negative);
    const next = inside ? newton : (positive + negative) / 2;
    if (isSettled(at, next)) return next;
    at = next;
  }
  return at;
}

/** Newton's method without a net, which is enough for nearly every loan; undefined where it does not settle soon. */
function runNewton(days: ArrayLike<number>, amounts: ArrayLike<number>, count: number): number | undefined {
  let at = 0;
  for (let round = 0; round < 20; round++) {
    const { value, slope } = logRatio(days, amounts, count, at);
    const next = at - value / slope;
    if (isSettled(at, next)) return next;
    at = next;
  }
  return undefined;
}

/** Whether a further step could change no digit that matters. */
function isSettled(at: number, next: number): boolean {
  return Math.abs(next - at) <= 1e-15 + 1e-13 * Math.abs(next);
}

// e^(−y·days) for the few gaps between monthly payments, so that a schedule costs four exponentials and not sixty.
const longestGap = 31;
const factors = new Float64Array(longestGap + 1);
const result = { value: 0, slope: 0 };

/** h(y) and its slope. The returned object is reused by the next call. */
function logRatio(
  days: ArrayLike<number>,
  amounts: ArrayLike<number>,
  count: number,
  y: number,
): { value: number; slope: number } {
  for (let gap = 28; gap <= longestGap; gap++) factors[gap] = Math.exp(-y * gap);
  let received = 0;
  let receivedDays = 0;
  let paid = 0;
  let paidDays = 0;
  let factor = 1;
  let before = days[0] as number;
  const first = before;
  for (let i = 0; i < count; i++) {
    const day = days[i] as number;
    const gap = day - before;
    if (gap !== 0) factor *= gap >= 28 && gap <= longestGap ? (factors[gap] as number) : Math.exp(-y * gap);
    before = day;
    const worth = (amounts[i] as number) * factor;
    if (worth > 0) {
      received += worth;
      receivedDays += worth * (day - first);
    } else {
      paid -= worth;
      paidDays -= worth * (day - first);
    }
  }
  result.value = Math.log(received / paid);
  result.slope = paidDays / paid - receivedDays / received;
  return result;
}
