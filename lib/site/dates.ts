import { createDay, type Day } from '#lib/base/day.ts';

/** A date as the page writes it: a day, or two numbers whose order is not yet settled. */
export type DateText =
  | { kind: 'day'; day: Day }
  | { kind: 'numbers'; first: number; second: number; year: number; mark: string };

type ToldOrder = 'day-month-year' | 'month-day-year' | 'year-month-day';

/** What the dates of one table have shown of the order of day and month. Grows with each date learned from. */
export interface DateOrder {
  dayFirst: boolean;
  monthFirst: boolean;
  firsts: Set<number>;
  seconds: Set<number>;
  /** The order that a person told; what is seen does not matter then. */
  told: ToldOrder | null;
}

const time = '(?:[T ,]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?';
const yearFirst = new RegExp(`^(\\d{4})[-./] ?(\\d{1,2})[-./] ?(\\d{1,2})\\.?${time}$`);
const yearLast = new RegExp(`^(\\d{1,2})([-./]) ?(\\d{1,2})\\2 ?(\\d{4})${time}$`);
const dayName = new RegExp(`^(\\d{1,2})\\.? (?:de )?(\\p{L}{3,})\\.?,? (?:de )?(\\d{4})${time}$`, 'u');
const nameDay = new RegExp(`^(\\p{L}{3,})\\.? (\\d{1,2}),? (\\d{4})${time}$`, 'u');

/**
 * Reads `2026-11-22`, `22.11.2026`, `11/22/2026`, `22 Nov 2026`, `22. November 2026`, `Nov 22, 2026`, each also with a time
 * after it. `languages` (BCP 47) say in which languages month names may be. Undefined for anything else.
 */
export function parseDate(text: string, languages: readonly string[]): DateText | undefined {
  const lines = text.includes('\n') ? text.split('\n') : [text];
  // A number beside a date may be a part of it.
  if (
    lines.length > 1 &&
    lines.some((line) => /^[\d.\-/ ]{1,4}$/.test(line) && !parseLine(line.trim(), languages))
  )
    return undefined;
  const dates = lines.map((line) => parseLine(line.trim(), languages)).filter((date) => date !== undefined);
  return dates.length === 1 ? dates[0] : undefined;
}

function parseLine(line: string, languages: readonly string[]): DateText | undefined {
  const iso = yearFirst.exec(line);
  if (iso) return asDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));

  const numbers = yearLast.exec(line);
  if (numbers) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])];
    const exists = isPlausible(createDay(year, second, first)) || isPlausible(createDay(year, first, second));
    return exists ? { kind: 'numbers', first, second, year, mark: numbers[2] ?? '' } : undefined;
  }

  const named = dayName.exec(line);
  if (named) return asDay(Number(named[3]), findMonth(named[2] ?? '', languages), Number(named[1]));
  const american = nameDay.exec(line);
  return american
    ? asDay(Number(american[3]), findMonth(american[1] ?? '', languages), Number(american[2]))
    : undefined;
}

function asDay(year: number, month: number | undefined, dayOfMonth: number): DateText | undefined {
  const day = month === undefined ? undefined : createDay(year, month, dayOfMonth);
  return day !== undefined && isPlausible(day) ? { kind: 'day', day } : undefined;
}

// Bondora's first loans are of 2009; schedules end before 2100.
function isPlausible(day: Day | undefined): boolean {
  return day !== undefined && day >= 13_149 && day < 47_482;
}

/** An order of which nothing is known yet but what a person may have told. */
export function createDateOrder(told: ToldOrder | null = null): DateOrder {
  return { dayFirst: false, monthFirst: false, firsts: new Set(), seconds: new Set(), told };
}

/** Takes note of what a date shows about the order of day and month in its table. */
export function learnDateOrder(order: DateOrder, date: DateText): void {
  if (date.kind !== 'numbers') return;
  if (date.first > 12) order.dayFirst = true;
  if (date.second > 12) order.monthFirst = true;
  order.firsts.add(date.first);
  order.seconds.add(date.second);
}

/**
 * The day that a date means in a table of this order; null when that is not settled. Users choose the order themselves, so
 * `07/01/2016` is settled by another date of the table that can be read one way only. With points between the numbers the
 * day comes first everywhere, but for one doubt: where the second number takes many values and the first few.
 */
export function settleDate(date: DateText, order: DateOrder): Day | null {
  if (date.kind === 'day') return date.day;
  const { first, second, year, mark } = date;
  if (order.told !== null) return settleAsTold(date, order.told);
  if (first > 12 || first === second) return createDay(year, second, first) ?? null;
  if (second > 12) return createDay(year, first, second) ?? null;
  if (order.dayFirst && order.monthFirst) return null;
  if (order.monthFirst) return createDay(year, first, second) ?? null;
  const isDayFirst = order.dayFirst || (mark === '.' && !looksTurned(order));
  return isDayFirst ? (createDay(year, second, first) ?? null) : null;
}

/** Whether the second number looks like the day, since it takes many values and the first few. */
export function looksTurned({ firsts, seconds }: DateOrder): boolean {
  return seconds.size >= 3 && firsts.size * 2 <= seconds.size;
}

function settleAsTold({ first, second, year }: DateText & { kind: 'numbers' }, told: ToldOrder): Day | null {
  if (told === 'year-month-day') return null;
  return (
    (told === 'day-month-year' ? createDay(year, second, first) : createDay(year, first, second)) ?? null
  );
}

const monthNumbers = /^(?:(\d{1,2})[-./](\d{4})|(\d{4})[-./](\d{1,2}))$/;
const monthName = /^(\p{L}{3,})\.?,? (?:de )?(\d{4})$/u;

/** `2018-10` for `Okt 2018`, `October 2018`, `10.2018`, `2018-10`; undefined for anything else. */
export function parseMonth(text: string, languages: readonly string[]): string | undefined {
  const named = monthName.exec(text);
  const numbers = monthNumbers.exec(text);
  const month = named ? findMonth(named[1] ?? '', languages) : Number(numbers?.[1] ?? numbers?.[4]);
  const year = Number(named?.[2] ?? numbers?.[2] ?? numbers?.[3]);
  const day = month === undefined ? undefined : createDay(year, month, 1);
  return isPlausible(day) ? `${year}-${String(month).padStart(2, '0')}` : undefined;
}

/** The names of a language's months, and what is left of the long ones when they are cut to three letters. */
interface MonthNames {
  whole: ReadonlyMap<string, number>;
  cut: ReadonlyMap<string, number>;
}

const months = new Map<string, MonthNames>();

// "Mar" is March in four languages, and not the Finnish "marraskuu" cut short: whole names go first.
function findMonth(name: string, languages: readonly string[]): number | undefined {
  const wanted = normalize(name);
  for (const kind of ['whole', 'cut'] as const) {
    const found = new Set(languages.map((language) => monthsOf(language)[kind].get(wanted)));
    found.delete(undefined);
    const [only, ...others] = found;
    if (found.size > 0) return others.length === 0 ? only : undefined;
  }
  return undefined;
}

function monthsOf(language: string): MonthNames {
  let names = months.get(language);
  if (!names) {
    names = listMonths(language);
    months.set(language, names);
  }
  return names;
}

// Long, short and inflected names, as the browser knows them, and long ones cut to three letters.
function listMonths(language: string): MonthNames {
  const whole = new Map<string, number>();
  const formats = (['long', 'short'] as const).flatMap((month) => [
    new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }),
    new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' }),
  ]);
  for (let month = 1; month <= 12; month += 1) {
    for (const format of formats) {
      const part = format
        .formatToParts(Date.UTC(2026, month - 1, 15))
        .find((found) => found.type === 'month' && /\p{L}/u.test(found.value));
      if (part) whole.set(normalize(part.value), month);
    }
  }
  // What older German pages of the site write.
  if (language.startsWith('de')) whole.set('mrz', 3);
  const cut = new Map<string, number>();
  for (const [name, month] of whole) {
    const short = name.slice(0, 3);
    if ([...whole].every(([other, of]) => of === month || !other.startsWith(short))) cut.set(short, month);
  }
  return { whole, cut };
}

function normalize(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^\p{L}]/gu, '');
}
