import type { Day } from '#lib/base/day.ts';
import { addMonths } from '#lib/base/day.ts';
import { lateFeePerDay } from './conduct.ts';
import type { Loan } from './loan.ts';
import { getPhase } from './loan.ts';
import type { Random } from './random.ts';
import { countDue, createSchedule, getDue, roundCents, walkSchedule } from './schedule.ts';

/**
 * Puts a new schedule in place of the one in force on a day. Open principal is spread over more months; missed
 * interest and late charges are carried over.
 */
export function addRescheduling(random: Random, loan: Loan, startedOn: Day): void {
  const { schedule, paid } = getPhase(loan);
  const due = countDue(schedule, startedOn);
  let principal = schedule.principal;
  let carriedInterest = 0;
  let carriedPenalty = 0;
  walkSchedule(schedule, (number, part, interest, left) => {
    if (number <= paid) principal = left;
    if (number <= paid || number > due) return;
    carriedInterest += interest;
    carriedPenalty += part * lateFeePerDay * (startedOn - getDue(schedule, number));
  });
  loan.phases.push({
    paid: 0,
    schedule: createSchedule({
      startedOn,
      principal: roundCents(principal),
      interest: loan.interest,
      payments: Math.min(84, schedule.payments - paid + random.int(6, 24)),
      firstDue: addMonths(schedule.firstDue, due),
      carriedInterest: roundCents(carriedInterest),
      carriedPenalty: roundCents(carriedPenalty),
    }),
  });
}
