import type { Day } from '#lib/base/day.ts';
import type { ExpectedPayments } from './expected-payments.ts';
import { projectSchedule, type PartTerms } from './schedule.ts';
import { yearDays } from './xirr.ts';

/** The price at which payments yield what is wanted, and what that is against the open principal. */
export interface BreakEven {
  /** Euros that the seller gets. */
  price: number;
  /** Negative is a discount, positive a mark-up. */
  discount: number;
}

/**
 * The price at which payments bring a wanted yearly return: each is worth today what would grow into it, amount / (1 + wanted)^(days / 365).
 * `feeRate` is what the buyer pays on top of the price, as a fraction of it. Undefined where the principal is not known,
 * or the wanted return is not above −100 %, or a payment lies before today.
 */
export function findBreakEven(
  { days, amounts }: ExpectedPayments,
  principal: number | null,
  wanted: number,
  today: Day,
  feeRate = 0,
): BreakEven | undefined {
  if (principal === null || !(principal > 0 && wanted > -1 && feeRate >= 0) || (days[0] ?? today) < today)
    return undefined;
  let worth = 0;
  for (const [i, day] of days.entries())
    worth += (amounts[i] ?? 0) * (1 + wanted) ** -((day - today) / yearDays);
  const price = worth / (1 + feeRate);
  return Number.isFinite(price) ? { price, discount: (price - principal) / principal } : undefined;
}

/** The payments of a part if all of them come on schedule; undefined where they do not follow from what is known. */
export function schedulePayments(terms: PartTerms): ExpectedPayments | undefined {
  const schedule = projectSchedule(terms);
  if (schedule === undefined) return undefined;
  return { days: schedule.days, amounts: new Float64Array(schedule.days.length).fill(schedule.payment) };
}
