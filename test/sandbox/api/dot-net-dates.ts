import type { Day } from '#lib/base/day.ts';
import { formatDay } from '#lib/base/day.ts';

/** A calendar date as the API sends it: at midnight, without an offset. */
export function writeDay(day: Day | undefined): string | null {
  if (day === undefined) return null;
  let text = days.get(day);
  if (text === undefined) {
    text = `${formatDay(day)}T00:00:00`;
    days.set(day, text);
  }
  return text;
}

// A market is written out by the hundred thousand items, on a few thousand days.
const days = new Map<Day, string>();
const mornings = new Map<Day, string>();

/** A moment in the morning of a day: for payments and steps of collection, of which we keep the day alone. */
export function writeMorning(day: Day | undefined): string | null {
  if (day === undefined) return null;
  let text = mornings.get(day);
  if (text === undefined) {
    text = writeInstant(day * 86_400_000 + 6 * 3_600_000 + (day % 97) * 61_003);
    mornings.set(day, text);
  }
  return text;
}

/** A moment as .NET writes it in Tallinn: seven fraction digits and an offset. */
export function writeInstant(instant: number): string;
export function writeInstant(instant: number | undefined): string | null;
export function writeInstant(instant: number | undefined): string | null {
  if (instant === undefined) return null;
  const hours = isSummer(instant) ? 3 : 2;
  const local = new Date(instant + hours * 3_600_000).toISOString();
  // Our moments have milliseconds; the further digits are made up, but always the same.
  const digits = String((Math.abs(Math.trunc(instant / 7)) % 9000) + 1000);
  return `${local.slice(0, 23)}${digits}+0${hours}:00`;
}

/** A moment in UTC, as `ListedOnUTC` has it: without an offset. */
export function writeUtc(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19);
}

/** Reads what the API lets callers send: a date, or a moment with or without an offset (Tallinn time then). */
export function parseInstant(text: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?)?$/.exec(
    text.trim(),
  );
  if (!match) return undefined;
  const [, date, time = '00:00:00', zone] = match;
  const utc = Date.parse(`${date}T${time}${zone ?? 'Z'}`);
  if (Number.isNaN(utc)) return undefined;
  return zone === undefined ? utc - (isSummer(utc) ? 3 : 2) * 3_600_000 : utc;
}

/** European summer time: from the last Sunday of March to the last of October, at 01:00 UTC. */
function isSummer(instant: number): boolean {
  const year = new Date(instant).getUTCFullYear();
  return instant >= lastSunday(year, 2) && instant < lastSunday(year, 9);
}

function lastSunday(year: number, month: number): number {
  const end = new Date(Date.UTC(year, month + 1, 0, 1));
  return end.getTime() - end.getUTCDay() * 86_400_000;
}
