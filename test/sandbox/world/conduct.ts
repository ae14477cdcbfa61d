import type { Day } from '#lib/base/day.ts';
import { getDue } from './schedule.ts';
import type { Loan } from './loan.ts';
import { scatter } from './random.ts';

/** Late charge a day on overdue principal, as a fraction. */
export const lateFeePerDay = 0.0006;

/**
 * Days by which the payment with this number came late: most come on the day, some a few days after.
 * What came in while the sandbox ran is remembered; what came before follows from the loan's own numbers.
 */
export function getPaymentDelay(loan: Loan, phase: number, number: number): number {
  const at = loan.phases[phase];
  const arrived = at?.arrivals?.get(number);
  if (at && arrived !== undefined) return Math.max(0, arrived - getDue(at.schedule, number));
  const lot = scatter(loan.number, phase, number) % 1000;
  if (lot < 760) return 0;
  if (lot < 900) return 1 + (lot % 3);
  if (lot < 970) return 4 + (lot % 7);
  return 11 + (lot % 15);
}

/** The day on which the payment with this number came in. Meant for payments that were made. */
export function getPaymentDay(loan: Loan, phase: number, number: number): Day {
  const schedule = loan.phases[phase]?.schedule;
  if (!schedule) throw new Error(`Loan ${loan.number} has no schedule ${phase}.`);
  const arrived = loan.phases[phase]?.arrivals?.get(number);
  return arrived ?? ((getDue(schedule, number) + getPaymentDelay(loan, phase, number)) as Day);
}
