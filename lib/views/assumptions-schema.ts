import * as v from 'valibot';
import type { Assumptions } from '#lib/finance/assumptions.ts';
import { ratings, type Rating } from '#lib/loan/rating.ts';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const whole = (least: number, most: number): v.GenericSchema<number> =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** What the user assumes of loans, and the yield they want (`lib/finance/assumptions.ts`). Shares are fractions. */
export const assumptionsSchema: v.GenericSchema<Assumptions> = v.object({
  mine: v.object({
    name: v.literal('mine'),
    defaults: v.object(
      Object.fromEntries(ratings.map((rating) => [rating, share])) as Record<Rating, typeof share>,
    ),
    defaultsElse: share,
    recovery: share,
    recoveryMonths: whole(1, 240),
    delayDays: whole(0, 365),
    lateness: v.pipe(
      v.array(
        v.object({
          upToDays: whole(0, 3650),
          times: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
        }),
      ),
      v.minLength(1),
      v.maxLength(8),
      v.check(
        (steps) => steps.every(({ upToDays }, i) => i === 0 || upToDays > (steps[i - 1]?.upToDays ?? 0)),
        'The steps of lateness rise.',
      ),
    ),
  }),
  wantedYield: v.pipe(v.number(), v.minValue(-0.9), v.maxValue(10)),
});
