import type { Day } from '#lib/base/day.ts';

/**
 * `count` days a month apart, the first `months` after `start`: the same day of each month as `start`, or the month's last day where it
 * has fewer. Whole-number arithmetic instead of `Date`, since a market has millions of them.
 * Method: the calendar's 400-year cycle with years that begin in March.
 */
export function addMonthsTo(start: Day, months: number, count: number): Int32Array {
  const days = new Int32Array(count);
  const { month, dayOfMonth } = splitDay(start);
  for (let i = 0; i < count; i++) {
    const first = firstOfMonth(month + months + i);
    const length = firstOfMonth(month + months + i + 1) - first;
    days[i] = first + Math.min(dayOfMonth, length) - 1;
  }
  return days;
}

/** Whether a number is a day of the years 1900 to 2199, and so can be the day of a loan. */
export function isSaneDay(value: number): boolean {
  return Number.isInteger(value) && value >= -25_567 && value < 84_006;
}

/** Months since year 0 (January of year 0 is 0), and the day of the month from 1. */
export function splitDay(day: Day): { month: number; dayOfMonth: number } {
  // A guess that is at most a month off.
  let month = Math.floor((day + 719_528) / 30.436875);
  while (firstOfMonth(month) > day) month--;
  while (firstOfMonth(month + 1) <= day) month++;
  return { month, dayOfMonth: day - firstOfMonth(month) + 1 };
}

/** The day number of the first of a month, which is counted from January of year 0. */
function firstOfMonth(month: number): number {
  // Months and years since March of year 0, so that the leap day ends a year.
  const fromMarch = month - 2;
  const year = Math.floor(fromMarch / 12);
  const monthOfYear = fromMarch - year * 12;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor((153 * monthOfYear + 2) / 5) - 719_468;
}
