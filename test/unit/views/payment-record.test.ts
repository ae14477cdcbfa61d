import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/base/day.ts';
import { debtStageLabels } from '#lib/loan/code-labels.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { deriveFields } from '#lib/views/derive.ts';

const today = 20_779 as Day;
const spotless: LoanRecord = {
  loanStatusCode: 2,
  debtOccurredOnForSecondary: null,
  lateAmountPaid: 0,
  latestDebtManagementDate: null,
  latestDebtManagementStageType: null,
};

describe('never late', () => {
  const never = (record: LoanRecord) => deriveFields(record, today).neverLate;

  it('is yes when every source of lateness says so', () => {
    expect(never(spotless)).toBe(true);
    expect(never({ ...spotless, latestDebtManagementStageType: -1 })).toBe(true);
  });

  it.each<LoanRecord>([
    { lateAmountPaid: 0.01 },
    { lateAmountTotal: 3 },
    { debtOccurredOnForSecondary: 20_700 },
    { latestDebtManagementDate: 19_000 },
    { latestDebtManagementStageType: 1 },
    { worseLateCategory: '8-15' },
    { defaultDate: 19_000 },
    { currentDebtDaysPrimary: 2 },
  ])('is no when one sign of lateness is there: %j', (sign) => {
    expect(never({ ...spotless, ...sign })).toBe(false);
    expect(never(sign)).toBe(false);
  });

  it.each(['lateAmountPaid', 'latestDebtManagementDate', 'loanStatusCode'] as const)(
    'is unknown when %s is not told',
    (id) => {
      const { [id]: _, ...rest } = spotless;
      expect(never(rest)).toBeUndefined();
    },
  );
});

describe('debt stage', () => {
  it.each<[LoanRecord, string | undefined]>([
    [spotless, 'None'],
    [{ ...spotless, latestDebtManagementStageType: 1 }, 'None'],
    [{ debtOccurredOnForSecondary: 20_770, latestDebtManagementStageType: null }, 'Overdue'],
    [{ loanStatusCode: 100 }, 'Overdue'],
    [{ loanStatusCode: 5, latestDebtManagementStageType: 1 }, 'Collection'],
    [{ daysLate: 90, latestDebtManagementStageType: 2 }, 'Recovery'],
    [{ latestDebtManagementStageType: 3 }, 'Write-off'],
    [{ loanStatusCode: 2 }, undefined],
    [{}, undefined],
  ])('of %j is %s', (record, word) => {
    const { debtStage } = deriveFields(record, today);
    expect(typeof debtStage === 'number' ? debtStageLabels[debtStage] : debtStage).toBe(word);
  });
});
