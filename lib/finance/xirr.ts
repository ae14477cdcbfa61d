import type { Day } from '#lib/base/day.ts';
import type { CashFlow } from './cash-flow.ts';
import { bracketRates } from './bracket-rates.ts';
import { solveDailyRate } from './solve-daily-rate.ts';

/** Why a list of cash flows has no yearly rate of return. */
export type XirrReason =
  /** Fewer than two amounts other than zero. */
  | 'too-few'
  /** An amount or a day is not a finite number. */
  | 'not-finite'
  /** Nothing is ever paid in. */
  | 'nothing-invested'
  /** Nothing ever comes back: everything is lost, at whatever pace. */
  | 'nothing-back'
  /** All of it happens on one day, so that no time passes. */
  | 'one-day'
  /** Money goes in and out by turns, and no rate makes the sum zero. */
  | 'no-rate'
  /** Money goes in and out by turns, and more than one rate makes the sum zero. */
  | 'several-rates'
  /** The rate is beyond what can be written down: below −99.9999999 % or above 10¹⁵. */
  | 'out-of-range';

export type XirrResult = { rate: number } | { reason: XirrReason };

/** The number of days that a year has here, whatever the calendar says (actual/365). */
export const yearDays = 365;

const lowest = Math.log(1e-9);
const highest = Math.log(1e15);

/**
 * The yearly rate `r` for which the amounts, each divided by (1 + r)^(days since the first / 365), add up to zero:
 * the definition of XIRR in spreadsheets (OASIS OpenDocument 1.3 part 4, section 6.12.51), without their dependence on a guess.
 * Flows may come in any order; those of one day are added first. Returns a fraction (0.1 is 10 %) or the reason why there is none.
 */
export function xirr(flows: readonly CashFlow[]): XirrResult {
  if (!flows.every(({ day, amount }) => Number.isFinite(day) && Number.isFinite(amount))) {
    return { reason: 'not-finite' };
  }
  const inOrder = flows.every(({ day, amount }, i) => amount !== 0 && day > (flows[i - 1]?.day ?? -Infinity));
  const moving = inOrder ? flows : addUpByDay(flows);
  if (moving.length < 2 && hasBothSigns(flows)) return { reason: 'one-day' };
  const days = new Float64Array(moving.length);
  const amounts = new Float64Array(moving.length);
  for (let i = 0; i < moving.length; i++) {
    const { day, amount } = moving[i] as CashFlow;
    days[i] = day;
    amounts[i] = amount;
  }
  return solveRate(days, amounts, moving.length);
}

function hasBothSigns(flows: readonly CashFlow[]): boolean {
  return flows.some(({ amount }) => amount > 0) && flows.some(({ amount }) => amount < 0);
}

/** Ascending days with the sums of their amounts; days that come to nothing are left out. */
function addUpByDay(flows: readonly CashFlow[]): CashFlow[] {
  const sums = new Map<Day, number>();
  for (const { day, amount } of flows.toSorted((a, b) => a.day - b.day))
    sums.set(day, (sums.get(day) ?? 0) + amount);
  return Array.from(sums, ([day, amount]) => ({ day, amount })).filter(({ amount }) => amount !== 0);
}

/**
 * `xirr` for flows that already lie as `count` whole days, each later than the one before, and as many finite amounts:
 * the form that is fast for many rows.
 */
export function solveRate(days: ArrayLike<number>, amounts: ArrayLike<number>, count: number): XirrResult {
  let paid = 0;
  let received = 0;
  let changes = 0;
  let lastSign = 0;
  for (let i = 0; i < count; i++) {
    const amount = amounts[i] as number;
    const sign = amount > 0 ? 1 : amount < 0 ? -1 : 0;
    if (sign > 0) received++;
    if (sign < 0) paid++;
    if (sign !== 0 && lastSign !== 0 && sign !== lastSign) changes++;
    if (sign !== 0) lastSign = sign;
  }
  if (paid + received < 2) return { reason: soleReason(paid, received) };
  if (paid === 0) return { reason: 'nothing-invested' };
  if (received === 0) return { reason: 'nothing-back' };
  if (changes === 1)
    return toRate(solveDailyRate(days, amounts, count, lowest / yearDays, highest / yearDays));
  const brackets = bracketRates(days, amounts, count, lowest / yearDays, highest / yearDays);
  const [only] = brackets;
  if (only === undefined) return { reason: 'no-rate' };
  if (brackets.length > 1) return { reason: 'several-rates' };
  return toRate(solveDailyRate(days, amounts, count, only.low, only.high));
}

function soleReason(paid: number, received: number): XirrReason {
  if (paid === 1) return 'nothing-back';
  return received === 1 ? 'nothing-invested' : 'too-few';
}

/** From continuous interest per day to a yearly rate. */
function toRate(daily: number | undefined): XirrResult {
  return daily === undefined ? { reason: 'out-of-range' } : { rate: Math.expm1(daily * yearDays) };
}
