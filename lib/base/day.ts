/** A calendar date without time or zone, as days since 1970-01-01. Compares and subtracts as a number. */
export type Day = number & { readonly __brand: 'Day' };

const DAY_MS = 86_400_000;

/** The day for a year, month (1–12) and day of month, or undefined when there is no such date. */
export function createDay(year: number, month: number, dayOfMonth: number): Day | undefined {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, dayOfMonth);
  const exists =
    at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === dayOfMonth;
  return exists ? ((at.getTime() / DAY_MS) as Day) : undefined;
}

/** Reads `2026-11-22`, also as the start of a longer ISO text; undefined for anything else. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  return match ? createDay(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** `2026-11-22`. */
export function formatDay(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The calendar date at an instant (epoch ms) in Tallinn, where Bondora counts its days. */
export function dayInTallinn(instant: number): Day {
  // Made when first needed: it takes longer than all else at the start of the background.
  // sv-SE writes dates as ISO does.
  tallinn ??= new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Tallinn' });
  return parseDay(tallinn.format(instant)) as Day;
}

/** The same for many instants at once; NaN stays NaN. Zones turn at full hours, so an hour is looked up once. */
export function daysInTallinn(instants: Float64Array): Float64Array {
  const days = new Map<number, Day>();
  return instants.map((instant) => {
    const hour = Math.floor(instant / 3_600_000);
    if (Number.isNaN(hour)) return Number.NaN;
    const known = days.get(hour) ?? dayInTallinn(hour * 3_600_000);
    days.set(hour, known);
    return known;
  });
}

let tallinn: Intl.DateTimeFormat | undefined;

/** The same day of the month `months` later; the month's last day where it has fewer days. */
export function addMonths(day: Day, months: number): Day {
  const from = new Date(day * DAY_MS);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(from.getUTCDate(), last));
  return (first.getTime() / DAY_MS) as Day;
}
