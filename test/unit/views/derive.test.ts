import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay, type Day } from '#lib/base/day.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { deriveFields, withDerivedFields } from '#lib/views/derive.ts';

const day = (text: string): Day => parseDay(text) as Day;
const today = day('2026-11-22');

describe('deriveFields', () => {
  it('counts the payments that are left, the next one included', () => {
    const derived = deriveFields({ nextPaymentNr: 13, nrOfScheduledPayments: 60 }, today);
    expect(derived).toEqual({ paymentsLeft: 48, shareOfTermPaid: 0.2 });
  });

  it('knows no payment left when the last one is behind', () => {
    expect(deriveFields({ nextPaymentNr: 61, nrOfScheduledPayments: 60 }, today)).toEqual({
      paymentsLeft: 0,
      shareOfTermPaid: 1,
    });
  });

  it.each([
    { nextPaymentNr: 62, nrOfScheduledPayments: 60 },
    { nextPaymentNr: 0, nrOfScheduledPayments: 60 },
    { nextPaymentNr: 1.5, nrOfScheduledPayments: 60 },
    { nextPaymentNr: 1, nrOfScheduledPayments: 0 },
    { nextPaymentNr: null, nrOfScheduledPayments: 60 },
  ])('derives no payments from numbers that do not fit together: %j', (record) => {
    expect(deriveFields(record, today)).toEqual({});
  });

  it('derives the discount from price and principal only where the record has none', () => {
    expect(deriveFields({ price: 90, principalRemaining: 100 }, today)).toMatchObject({ discount: -0.1 });
    expect(deriveFields({ price: 90, principalRemaining: 100, discount: null }, today)).toMatchObject({
      discount: -0.1,
    });
    expect(deriveFields({ price: 90, principalRemaining: 100, discount: -0.11 }, today)).not.toHaveProperty(
      'discount',
    );
  });

  it('sets price against principal and payments against price', () => {
    expect(deriveFields({ price: 8, principalRemaining: 10, outstandingPayments: 12 }, today)).toMatchObject({
      discount: -0.2,
      pricePerPrincipal: 0.8,
      paymentsPerPrice: 1.5,
    });
  });

  it('divides by nothing that is zero', () => {
    const nothing = { price: 0, principalRemaining: 0, outstandingPayments: 0 };
    expect(deriveFields(nothing, today)).toEqual({});
  });

  it('counts days from the dates', () => {
    const record = {
      nextPaymentDate: day('2026-12-01'),
      listedOnDate: day('2026-11-20'),
      signedDate: day('2024-11-23'),
    };
    expect(deriveFields(record, today)).toEqual({ daysToNextPayment: 9, daysListed: 2, monthsOnBook: 23 });
  });

  it('derives no age from a date that is still to come', () => {
    expect(deriveFields({ listedOnDate: day('2026-11-23'), signedDate: day('2026-12-01') }, today)).toEqual(
      {},
    );
  });

  it('does not touch what the record gives', () => {
    const record = {
      daysLate: 3,
      debtOccurredOnForSecondary: day('2026-11-01'),
      paymentsLeft: 7,
      nextPaymentNr: 1,
      nrOfScheduledPayments: 2,
    };
    expect(withDerivedFields(record, today)).toMatchObject({ daysLate: 3, paymentsLeft: 7 });
  });

  it('gives finite numbers, yes, no or unknown, whatever the record holds', () => {
    const odd = fc.oneof(
      fc.double(),
      fc.integer({ min: -3, max: 700 }),
      fc.constant(null),
      fc.constantFrom(0, -0, 1e308, 5e-324, 20_000, 20_779, 20_780),
    );
    const record = fc.record(
      {
        price: odd,
        totalCost: odd,
        fee: odd,
        principalRemaining: odd,
        outstandingPayments: odd,
        interest: odd,
        nextPaymentNr: odd,
        nrOfScheduledPayments: odd,
        nextPaymentDate: odd,
        signedDate: odd,
        listedOnDate: odd,
        debtOccurredOnForSecondary: odd,
        loanStatusCode: odd,
        lateAmountTotal: odd,
        rating: fc.constantFrom('A', 'HR', 'X', null),
        lateAmountPaid: odd,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(record, (one) => {
        for (const value of Object.values(deriveFields(one as LoanRecord, today)))
          expect(value).toSatisfy(
            (given: unknown) => given === null || given === true || given === false || Number.isFinite(given),
          );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('days late', () => {
  const late = (record: LoanRecord) => deriveFields(record, today).daysLate;

  it('counts from the day since when anything is overdue', () => {
    expect(late({ debtOccurredOnForSecondary: day('2026-11-01'), loanStatusCode: 100 })).toBe(21);
    expect(late({ debtOccurredOnForSecondary: day('2026-11-01') })).toBe(21);
  });

  it('is none when the source says that nothing is overdue and the loan is current', () => {
    expect(late({ debtOccurredOnForSecondary: null, loanStatusCode: 2 })).toBe(0);
  });

  it('is unknown when the source does not have the field', () => {
    expect(late({ loanStatusCode: 2 })).toBeUndefined();
  });

  it('is unknown when the field is empty but the loan is not said to be current', () => {
    expect(late({ debtOccurredOnForSecondary: null })).toBeUndefined();
    expect(late({ debtOccurredOnForSecondary: null, loanStatusCode: 100 })).toBeUndefined();
    expect(late({ debtOccurredOnForSecondary: null, loanStatusCode: null })).toBeUndefined();
  });

  it('is none when the overdue amount is given as zero, unless the status contradicts', () => {
    expect(late({ lateAmountTotal: 0 })).toBe(0);
    expect(late({ lateAmountTotal: 0, loanStatusCode: 5 })).toBeUndefined();
  });
});

describe('yield to maturity of a record', () => {
  const base = { nextPaymentNr: 1, nrOfScheduledPayments: 1, nextPaymentDate: (today + 365) as Day };

  it('follows from price and outstanding payments', () => {
    expect(
      deriveFields({ ...base, price: 100, outstandingPayments: 112 }, today).yieldToMaturity,
    ).toBeCloseTo(0.12, 12);
  });

  it('counts the fee where it is known', () => {
    const known = { ...base, outstandingPayments: 112 };
    expect(deriveFields({ ...known, price: 100, fee: 2 }, today).yieldToMaturity).toBeCloseTo(
      112 / 102 - 1,
      12,
    );
    expect(deriveFields({ ...known, totalCost: 102 }, today).yieldToMaturity).toBeCloseTo(112 / 102 - 1, 12);
  });

  it('falls back on principal and interest', () => {
    // One payment of 100 with a twelfth of 24 % interest, a year ahead.
    const record = { ...base, price: 100, principalRemaining: 100, interest: 0.24 };
    expect(deriveFields(record, today).yieldToMaturity).toBeCloseTo(0.02, 12);
  });

  it('is unknown when the next payment lies behind', () => {
    const record = { ...base, nextPaymentDate: (today - 1) as Day, price: 100, outstandingPayments: 112 };
    expect(deriveFields(record, today)).not.toHaveProperty('yieldToMaturity');
  });
});
