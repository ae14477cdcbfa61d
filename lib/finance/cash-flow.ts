import type { Day } from '#lib/base/day.ts';

/** Money that moves on a day: negative when the investor pays, positive when the investor receives. Euros. */
export interface CashFlow {
  day: Day;
  amount: number;
}
