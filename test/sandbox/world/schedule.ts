import type { Day } from '#lib/base/day.ts';
import { addMonths } from '#lib/base/day.ts';

/** What a schedule of equal instalments follows from. */
export interface ScheduleTerms {
  startedOn: Day;
  /** Euros. */
  principal: number;
  /** Percent a year. */
  interest: number;
  payments: number;
  /** Due day of the first payment, before it is moved off a weekend. */
  firstDue: Day;
  /** Unpaid interest and late charges of an older schedule, spread evenly over this one. Euros. */
  carriedInterest: number;
  carriedPenalty: number;
}

export interface Schedule extends ScheduleTerms {
  /** Principal and interest of every payment but the last. Euros. */
  instalment: number;
}

/** One payment of a schedule. Money is in euros, whole cents but for what was carried over. */
export interface ScheduleRow {
  number: number;
  due: Day;
  principal: number;
  interest: number;
  carriedInterest: number;
  carriedPenalty: number;
  /** Open principal after this payment. */
  principalLeft: number;
}

/** The schedule of equal instalments for these terms: p·i / (1 − (1 + i)^−n) with i a twelfth of the yearly rate. */
export function createSchedule(terms: ScheduleTerms): Schedule {
  const monthly = terms.interest / 1200;
  const instalment =
    monthly === 0
      ? terms.principal / terms.payments
      : (terms.principal * monthly) / (1 - (1 + monthly) ** -terms.payments);
  return { ...terms, instalment: roundCents(instalment) };
}

/** Calls `visit` for each payment in turn, without making objects. */
export function walkSchedule(
  schedule: Schedule,
  visit: (number: number, principal: number, interest: number, principalLeft: number) => void,
): void {
  let left = schedule.principal;
  for (let number = 1; number <= schedule.payments; number++) {
    const interest = roundCents((left * schedule.interest) / 1200);
    const principal =
      number === schedule.payments ? left : Math.min(left, roundCents(schedule.instalment - interest));
    left = number === schedule.payments ? 0 : roundCents(left - principal);
    visit(number, principal, interest, left);
  }
}

/** All payments of a schedule. */
export function listRows(schedule: Schedule): ScheduleRow[] {
  const rows: ScheduleRow[] = [];
  const carriedInterest = schedule.carriedInterest / schedule.payments;
  const carriedPenalty = schedule.carriedPenalty / schedule.payments;
  walkSchedule(schedule, (number, principal, interest, principalLeft) => {
    const due = getDue(schedule, number);
    rows.push({ number, due, principal, interest, carriedInterest, carriedPenalty, principalLeft });
  });
  return rows;
}

/** The day on which the payment with this number (from 1) is due; weekends move to Monday. */
export function getDue(schedule: Schedule, number: number): Day {
  const day = addMonths(schedule.firstDue, number - 1);
  // 1970-01-01 was a Thursday.
  const weekday = (day + 3) % 7;
  return (weekday > 4 ? day + 7 - weekday : day) as Day;
}

/** How many payments of a schedule were due before `today`. */
export function countDue(schedule: Schedule, today: Day): number {
  const guess = Math.floor((today - schedule.firstDue) / 30.4375) + 1;
  let count = Math.max(0, Math.min(schedule.payments, guess));
  while (count > 0 && getDue(schedule, count) >= today) count--;
  while (count < schedule.payments && getDue(schedule, count + 1) < today) count++;
  return count;
}

export function roundCents(euros: number): number {
  return Math.round(euros * 100) / 100;
}
