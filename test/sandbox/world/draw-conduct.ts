import type { Day } from '#lib/base/day.ts';
import { getPaymentDay } from './conduct.ts';
import { daysLate } from './figures.ts';
import type { Loan } from './loan.ts';
import { getPhase } from './loan.ts';
import type { Random } from './random.ts';
import { addRescheduling } from './reschedule.ts';
import { countDue, getDue } from './schedule.ts';

/** Writes a loan's history up to today: what was paid, where payments stopped, whether it was rescheduled. */
export function drawConduct(random: Random, loan: Loan, isLate: boolean, today: Day): void {
  if (random.chance(isLate ? 0.22 : 0.06)) rescheduleBefore(random, loan, today);
  const phase = getPhase(loan);
  const due = countDue(phase.schedule, today);
  if (isLate) {
    const [from, to] = random.pick(daysLate);
    const missed = Math.floor(random.int(from, to) / 30.4) + 1;
    phase.paid = Math.max(0, due - missed);
  } else {
    phase.paid = countArrived(loan, due, today);
  }
}

/** How many payments of the schedule in force came in before today when the borrower pays, if not always in time. */
function countArrived(loan: Loan, due: number, today: Day): number {
  let paid = due;
  while (paid > 0 && getPaymentDay(loan, loan.phases.length - 1, paid) >= today) paid--;
  return paid;
}

function rescheduleBefore(random: Random, loan: Loan, today: Day): void {
  const phase = getPhase(loan);
  const due = countDue(phase.schedule, today);
  if (due < 5) return;
  const at = random.int(3, due - 1);
  phase.paid = Math.max(0, at - random.int(0, 3));
  addRescheduling(random, loan, (getDue(phase.schedule, at) + random.int(3, 12)) as Day);
}
