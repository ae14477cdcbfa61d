import { describe, expect, it } from 'vitest';
import { mergeRecords } from '#components/overlay/merge-records.ts';

describe('merging what page and mirror know of a row', () => {
  it('fills in what the page does not show', () => {
    expect(mergeRecords({ price: 4.12 }, { principalRemaining: 4.8512, rating: 'C' })).toEqual({
      price: 4.12,
      principalRemaining: 4.8512,
      rating: 'C',
    });
  });

  it('takes the exact value where the page shows it rounded', () => {
    expect(mergeRecords({ discount: -0.15, price: 4.12 }, { discount: -0.1523, price: 4.1183 })).toEqual({
      discount: -0.1523,
      price: 4.1183,
    });
  });

  it('keeps the page’s price and drops the mirror’s whole offer when it was made at another price', () => {
    const merged = mergeRecords({ price: 4.1 }, { price: 4.13, discount: -0.2, fee: 0.1, xirr: 0.11 });
    expect(merged).toEqual({ price: 4.1, xirr: 0.11 });
  });

  it('makes no number of a schedule before and after a payment', () => {
    const merged = mergeRecords(
      { nextPaymentNr: 8, price: 4.1 },
      { nextPaymentNr: 7, principalRemaining: 5, outstandingPayments: 6, country: 'EE' },
    );
    expect(merged).toEqual({ nextPaymentNr: 8, price: 4.1, country: 'EE' });
  });

  it('is nothing when the two tell of different loans', () => {
    expect(mergeRecords({ auctionNumber: 1 }, { auctionNumber: 2, price: 3 })).toBeUndefined();
    expect(mergeRecords({ rating: 'A' }, { rating: 'B' })).toBeUndefined();
    expect(mergeRecords({ interest: 0.2 }, { interest: 0.25 })).toBeUndefined();
  });

  it('keeps a null that says that nothing is overdue', () => {
    const merged = mergeRecords({ price: 1 }, { debtOccurredOnForSecondary: null, loanStatusCode: 2 });
    expect(merged).toEqual({ price: 1, debtOccurredOnForSecondary: null, loanStatusCode: 2 });
  });

  it('takes a known value over one that the page shows but nobody understood', () => {
    expect(mergeRecords({ xirr: null }, { xirr: 0.1 })).toEqual({ xirr: 0.1 });
    expect(mergeRecords({ xirr: 0.1 }, { xirr: null })).toEqual({ xirr: 0.1 });
  });
});
