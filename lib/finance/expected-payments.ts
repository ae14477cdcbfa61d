import type { Day } from '#lib/base/day.ts';
import { addMonthsTo } from './monthly-days.ts';
import type { Scenario } from './scenario.ts';
import { projectSchedule, type PartTerms } from './schedule.ts';

/** What a part is expected to bring: ascending days, and euros on each. */
export interface ExpectedPayments {
  days: Int32Array;
  amounts: Float64Array;
}

/** What is known of the borrower's standing. */
export interface Standing {
  rating: string | null;
  /** Days late; null when not known, which is taken as on schedule. */
  daysLate: number | null;
}

/**
 * The payments of a part as a scenario expects them. With s the share of loans that live through a month, payment k comes with s^k;
 * of the loans that default in month k, s^(k−1) − s^k, a share of the principal that is open then comes back over the months that follow.
 * A loan beyond the scenario's last lateness has defaulted already: only the recovery of its open principal comes, from a month after today.
 * Undefined where the schedule does not follow from what is known.
 */
export function expectPayments(
  terms: PartTerms,
  { rating, daysLate }: Standing,
  scenario: Scenario,
  today: Day,
): ExpectedPayments | undefined {
  const { principalRemaining: principal, paymentsLeft, interest } = terms;
  if (principal === null || !(principal > 0)) return undefined;
  const { recovery, recoveryMonths, delayDays, defaultsElse } = scenario;
  const late = scenario.lateness.find(({ upToDays }) => (daysLate ?? 0) <= upToDays);
  const recovered = (recovery * principal) / recoveryMonths;
  if (late === undefined) {
    const amounts = new Float64Array(recoveryMonths).fill(recovered);
    return { days: addMonthsTo(today, 1, recoveryMonths), amounts };
  }
  const schedule = projectSchedule(terms);
  if (schedule === undefined) return undefined;
  const yearly = Math.min(1, (scenario.defaults[rating ?? ''] ?? defaultsElse) * late.times);
  const survival = (1 - yearly) ** (1 / 12);
  const amounts = new Float64Array(paymentsLeft + recoveryMonths);
  let alive = 1;
  for (let month = 0; month < paymentsLeft; month++) {
    const before = alive;
    alive *= survival;
    amounts[month] = (amounts[month] as number) + alive * schedule.payment;
    const back = (before - alive) * recovered * shareOpen(month, paymentsLeft, (interest ?? 0) / 12);
    for (let later = 1; later <= recoveryMonths; later++) {
      amounts[month + later] = (amounts[month + later] as number) + back;
    }
  }
  const days = addMonthsTo(terms.nextPaymentDate, 0, amounts.length).map((day) => day + delayDays);
  return { days, amounts };
}

/** The share of the principal that an annuity of `count` payments leaves open after `paid` of them. */
function shareOpen(paid: number, count: number, rate: number): number {
  if (rate === 0) return 1 - paid / count;
  return Math.expm1((paid - count) * Math.log1p(rate)) / Math.expm1(-count * Math.log1p(rate));
}
