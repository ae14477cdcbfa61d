import { createDay, parseDay, type Day } from '#lib/base/day.ts';
import { instantInTallinn, offsetInTallinn } from './tallinn-time.ts';

const dayMs = 86_400_000;
const midnight = 'T00:00:00';

/** A moment as the API tells it, before it is known whether the date or the instant is wanted. */
interface Told {
  /** The date as written. */
  day: Day;
  /** Milliseconds since that date's midnight. */
  time: number;
  /** Minutes ahead of UTC; undefined when the text does not say. */
  offset: number | undefined;
}

/**
 * Reads a moment as epoch ms: the shape of .NET (0 to 7 fraction digits and more, with `Z`, an offset or none),
 * a plain date, or RFC 1123. Without an offset it is Tallinn's time. Undefined for anything else.
 */
export function readInstant(text: string): number | undefined {
  const told = readTold(text);
  if (told === undefined) return undefined;
  const asWritten = told.day * dayMs + told.time;
  return told.offset === undefined ? instantInTallinn(asWritten) : asWritten - told.offset * 60_000;
}

/**
 * Reads a calendar date from the same shapes. A text at midnight means the date as it is written; one with another
 * time and an offset means the date that Tallinn's calendar shows at that moment.
 */
export function readDay(text: string): Day | undefined {
  // Most dates of a market are bare and stand in it many times.
  if (text.endsWith(midnight) && text.length === 10 + midnight.length) return findDay(text.slice(0, 10));
  const told = readTold(text);
  if (told === undefined || told.time === 0 || told.offset === undefined) return told?.day;
  const instant = told.day * dayMs + told.time - told.offset * 60_000;
  return Math.floor((instant + offsetInTallinn(instant)) / dayMs) as Day;
}

/** Whether a text is the date .NET writes for "not set". */
export function isNoDate(text: string): boolean {
  return text.startsWith('0001-01-01');
}

const iso =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s?(?:(Z)|([+-])(\d\d):?(\d\d))?)?$/i;

function readTold(text: string): Told | undefined {
  const match = iso.exec(text);
  if (match === null) return readRfc1123(text);
  const day = findDay(match[1] ?? '');
  if (day === undefined) return undefined;
  const hours = Number(match[2] ?? 0);
  const minutes = Number(match[3] ?? 0);
  const seconds = Number(match[4] ?? 0);
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const milliseconds = match[5] === undefined ? 0 : Number(match[5].padEnd(3, '0').slice(0, 3));
  return {
    day,
    time: hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + milliseconds,
    offset: readOffset(match),
  };
}

function readOffset(match: RegExpExecArray): number | undefined {
  if (match[6] !== undefined) return 0;
  if (match[7] === undefined) return undefined;
  const minutes = Number(match[8]) * 60 + Number(match[9]);
  return match[7] === '-' ? -minutes : minutes;
}

// The same few thousand dates stand in a hundred thousand listings.
const days = new Map<string, Day | undefined>();

function findDay(date: string): Day | undefined {
  let day = days.get(date);
  if (day === undefined) {
    if (days.size > 20_000) days.clear();
    day = parseDay(date);
    days.set(date, day);
  }
  return day;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function readRfc1123(text: string): Told | undefined {
  const match = /^[a-z]{3}, (\d\d) ([a-z]{3}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/i.exec(text);
  const month = match === null ? -1 : months.indexOf((match[2] ?? '').toLowerCase());
  if (match === null || month < 0) return undefined;
  const day = createDay(Number(match[3]), month + 1, Number(match[1]));
  const [hours, minutes, seconds] = [Number(match[4]), Number(match[5]), Number(match[6])];
  if (day === undefined || hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return { day, time: hours * 3_600_000 + minutes * 60_000 + seconds * 1000, offset: 0 };
}
