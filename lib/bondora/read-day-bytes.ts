import { createDay, type Day } from '#lib/base/day.ts';
import { offsetInTallinn } from './tallinn-time.ts';

/**
 * The calendar date of a moment as .NET writes it (`2026-11-13T08:12:12.0369148+02:00`, fraction and offset or not), out of the
 * ASCII bytes `from` up to `to`: the same as `readDay` of the text, without making one. Undefined for any other shape, and for
 * dates that are none or mean "not set": those are for `readDay`.
 */
export function readDayBytes(bytes: Uint8Array, from: number, to: number): Day | undefined {
  if (to - from < 19 || bytes[from + 4] !== hyphen || bytes[from + 7] !== hyphen) return undefined;
  if (bytes[from + 10] !== bigT || bytes[from + 13] !== colon || bytes[from + 16] !== colon) return undefined;
  const year = readTwo(bytes, from) * 100 + readTwo(bytes, from + 2);
  const month = readTwo(bytes, from + 5);
  const dayOfMonth = readTwo(bytes, from + 8);
  const hours = readTwo(bytes, from + 11);
  const minutes = readTwo(bytes, from + 14);
  const seconds = readTwo(bytes, from + 17);
  // NaN where no digits stand: then no comparison holds.
  if (!(year > 1 && hours <= 23 && minutes <= 59 && seconds <= 59)) return undefined;
  const day = findDay(year, month, dayOfMonth);
  if (day === undefined || to === from + 19) return day;

  let at = from + 19;
  let milliseconds = 0;
  if (bytes[at] === point) {
    const first = at + 1;
    for (at = first; at < to && isDigit(bytes[at]); at += 1) {
      if (at < first + 3) milliseconds += ((bytes[at] ?? 0) - zero) * (thousandths[at - first] ?? 0);
    }
    if (at === first || at > first + 9) return undefined;
    if (at === to) return day;
  }
  const sign = bytes[at] === plus ? 1 : bytes[at] === hyphen ? -1 : Number.NaN;
  const offset = sign * (readTwo(bytes, at + 1) * 60 + readTwo(bytes, at + 4));
  if (Number.isNaN(offset) || at + 6 !== to || bytes[at + 3] !== colon) return undefined;
  const time = hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + milliseconds;
  if (time === 0) return day;
  const instant = day * dayMs + time - offset * 60_000;
  return Math.floor((instant + offsetInTallinn(instant)) / dayMs) as Day;
}

function readTwo(bytes: Uint8Array, at: number): number {
  const tens = bytes[at];
  const ones = bytes[at + 1];
  if (!isDigit(tens) || !isDigit(ones)) return Number.NaN;
  return ((tens ?? 0) - zero) * 10 + (ones ?? 0) - zero;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= zero && byte <= zero + 9;
}

// The same few thousand dates stand in a hundred thousand listings.
const days = new Map<number, Day | undefined>();

function findDay(year: number, month: number, dayOfMonth: number): Day | undefined {
  const key = (year * 100 + month) * 100 + dayOfMonth;
  let day = days.get(key);
  if (day === undefined) {
    if (days.size > 20_000) days.clear();
    day = createDay(year, month, dayOfMonth);
    days.set(key, day);
  }
  return day;
}

const dayMs = 86_400_000;
const thousandths = [100, 10, 1];
const zero = 0x30;
const hyphen = 0x2d;
const plus = 0x2b;
const colon = 0x3a;
const point = 0x2e;
const bigT = 0x54;
