import type { Day } from '#lib/base/day.ts';
import { describeScenario, type Assumptions } from '#lib/finance/assumptions.ts';
import { describeYieldReason } from '#lib/finance/yield-reason.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { findAssumedPart } from '../derive.ts';
import { chooseScenario, findAssumedYield, type ScenarioFieldId } from '../scenario-fields.ts';
import type { AddedColumn } from './column.ts';
import { createFieldColumn } from './field-column.ts';

const needs: readonly FieldId[] = [
  'price',
  'totalCost',
  'outstandingPayments',
  'principalRemaining',
  'interest',
  'nextPaymentNr',
  'nrOfScheduledPayments',
  'nextPaymentDate',
  'rating',
  'daysLate',
  'debtOccurredOnForSecondary',
  'loanStatusCode',
  'lateAmountTotal',
];

/**
 * A column of a field that rests on assumptions: its header says all of them, and each row what was taken for it.
 * @param meaning what it shows, in one sentence
 */
export function createScenarioColumn(
  id: ScenarioFieldId,
  title: string,
  meaning: string,
  assumptions: Assumptions,
): AddedColumn {
  const scenario = chooseScenario(id, assumptions);
  const column = createFieldColumn(id, title, `${meaning} ${describeScenario(scenario)}`, [id, ...needs]);
  return {
    ...column,
    ...(scenario === assumptions.mine ? { isPrivate: true } : {}),
    explain(record: LoanRecord, today: Day): string {
      const { rating, daysLate } = record;
      if (column.value(record) !== null)
        return describeScenario(scenario, {
          rating: typeof rating === 'string' ? rating : null,
          daysLate: typeof daysLate === 'number' ? daysLate : null,
        });
      const part = findAssumedPart(record, today, assumptions);
      if (part === null) return describeYieldReason('no-schedule');
      const result = findAssumedYield(id, part);
      // Where only the price is wrong, a break-even discount has an answer: then this is not reached.
      return describeYieldReason('reason' in result ? result.reason : 'payment-day-passed');
    },
  };
}
