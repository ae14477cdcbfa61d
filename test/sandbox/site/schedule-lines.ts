import type { Day } from '#lib/base/day.ts';
import { getPaymentDelay, lateFeePerDay } from '../world/conduct.ts';
import type { Loan } from '../world/loan.ts';
import { countDue, listRows } from '../world/schedule.ts';
import type { Standing } from '../world/standing.ts';

/** Sums in euros. */
export interface ScheduleSums {
  principal: number;
  interest: number;
  late: number;
}

/** One payment as the pages show it. */
export interface ScheduleLine extends ScheduleSums {
  due: Day;
  state: 'paid' | 'late' | 'planned';
}

/** Payments made under earlier schedules, then the schedule in force. `share` is the part's share of the loan. */
export function listScheduleLines(loan: Loan, standing: Standing, share: number): ScheduleLine[] {
  const lines: ScheduleLine[] = [];
  loan.phases.forEach(({ schedule, paid }, phase) => {
    const isLast = phase === loan.phases.length - 1;
    const due = isLast ? countDue(schedule, standing.day) : 0;
    for (const row of listRows(schedule)) {
      if (!isLast && row.number > paid) break;
      const late =
        row.number <= paid
          ? row.principal * lateFeePerDay * getPaymentDelay(loan, phase, row.number) + row.carriedPenalty
          : row.carriedPenalty;
      lines.push({
        due: row.due,
        state: row.number <= paid ? 'paid' : row.number <= due ? 'late' : 'planned',
        principal: row.principal * share,
        interest: (row.interest + row.carriedInterest) * share,
        late: late * share,
      });
    }
  });
  return lines;
}

/** The sums of all payments. */
export function sumSchedule(lines: readonly ScheduleLine[]): ScheduleSums {
  const sum: ScheduleSums = { principal: 0, interest: 0, late: 0 };
  for (const line of lines) {
    sum.principal += line.principal;
    sum.interest += line.interest;
    sum.late += line.late;
  }
  return sum;
}
