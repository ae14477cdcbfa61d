import type { Day } from '#lib/base/day.ts';
import type { Loan } from './loan.ts';
import { scatter } from './random.ts';

/** A step of debt collection: numbers of the API (DebtManagementEventType, …SubStage, …StageType). */
export interface CollectionStep {
  on: Day;
  event: number;
  subStage: number;
  /** 1 collection, 2 recovery, 3 write-off. */
  type: 1 | 2 | 3;
}

/** Steps by days since the first missed payment, before and after the default. */
const beforeDefault: readonly (readonly [days: number, event: number, subStage: number])[] = [
  [1, 15, 1],
  [3, 24, 2],
  [7, 23, 3],
  [10, 30, 10],
  [35, 31, 21],
];
const afterDefault: readonly (readonly [days: number, event: number, subStage: number, type: 1 | 2 | 3])[] = [
  [0, 16, 30, 2],
  [14, 33, 31, 2],
  [75, 35, 40, 2],
  [160, 36, 45, 2],
  [260, 37, 52, 2],
  [1100, 42, 70, 3],
];

/** All steps that collection has taken up to `today` against a loan that is overdue since `since`. */
export function listCollectionSteps(loan: Loan, since: Day, today: Day): CollectionStep[] {
  const steps: CollectionStep[] = [];
  const defaultOn = getDefaultDay(loan, since);
  for (const [days, event, subStage] of beforeDefault) {
    const on = (since + days) as Day;
    if (on <= today && on < defaultOn) steps.push({ on, event, subStage, type: 1 });
  }
  for (const [days, event, subStage, type] of afterDefault) {
    // Courts and bailiffs are not equally quick.
    const on = (defaultOn + days + (days === 0 ? 0 : scatter(loan.number, event) % 30)) as Day;
    if (on <= today) steps.push({ on, event, subStage, type });
  }
  return steps;
}

/** The day on which a loan that stays unpaid goes into default: 61 to 95 days after the first missed payment. */
export function getDefaultDay(loan: Loan, since: Day): Day {
  return (since + 61 + (scatter(loan.number, 'default') % 35)) as Day;
}
