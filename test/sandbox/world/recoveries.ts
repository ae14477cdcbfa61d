import type { Day } from '#lib/base/day.ts';
import type { Loan } from './loan.ts';
import { createRandom } from './random.ts';
import { roundCents } from './schedule.ts';

/** Principal that collection brought in after the default. Euros for the whole loan. */
export interface Recovery {
  on: Day;
  principal: number;
}

/** What was recovered up to `today` from a loan in default: nothing from most, small sums at odd times from others. */
export function listRecoveries(loan: Loan, defaultedOn: Day, open: number, today: Day): Recovery[] {
  const random = createRandom(loan.number, 'recoveries');
  if (!random.chance(0.4)) return [];
  const recoveries: Recovery[] = [];
  let on = defaultedOn + random.int(20, 120);
  for (let left = random.int(1, 12); left > 0 && on <= today; left--) {
    recoveries.push({ on: on as Day, principal: roundCents(open * (0.005 + 0.03 * random.next())) });
    on += random.int(25, 70);
  }
  return recoveries;
}
