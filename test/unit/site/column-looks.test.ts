import { describe, expect, it } from 'vitest';
import type { FieldId } from '#lib/loan/fields.ts';
import { findColumnLook } from '#lib/site/column-looks.ts';
import { believeLook, readHeader } from '#lib/site/headers.ts';
import type { PageKind } from '#lib/site/page-reading.ts';
import { parsePage, pick } from './parse-page.ts';

const price: FieldId[] = ['price', 'discount'];
const pair: FieldId[] = ['nextPaymentNr', 'nrOfScheduledPayments'];

describe('believeLook', () => {
  function byLook(
    cells: readonly string[],
    header = 'Ξένο',
    isCost = false,
    kind: PageKind = 'secondary-market',
  ): readonly FieldId[] {
    const cell = pick(parsePage(`<table><tr><th>${header}</th></tr></table>`), 'th');
    return believeLook(readHeader(cell), findColumnLook(cells, ['en']), kind, isCost)?.fields ?? [];
  }

  it('proves ratings, pairs, countries, prices and investment numbers', () => {
    expect(byLook(['AA', 'HR', 'C', ''])).toEqual(['rating']);
    expect(byLook(['12 / 60', '3/36'])).toEqual(pair);
    expect(byLook(['EE', 'FI'])).toEqual(['country']);
    expect(byLook(['Finland', 'Spain'])).toEqual(['country']);
    expect(byLook(['4.12 € (15%)', '(-5%)'])).toEqual(price);
    expect(byLook(['1234567-11223344'])).toEqual(['investmentNumber', 'auctionNumber', 'auctionBidNumber']);
  });

  it('proves nothing from looks that fit several things', () => {
    expect(byLook(['A', 'B', 'C'])).toEqual([]);
    expect(byLook(['AA'])).toEqual([]);
    expect(byLook(['AA', 'HR', 'x'])).toEqual([]);
    expect(byLook(['FI', 'ES'])).toEqual([]);
    expect(byLook(['12 / 60'], 'Payments left')).toEqual([]);
    expect(byLook(['12 / 60'], 'Foo received')).toEqual([]);
    expect(byLook(['4.12 € (15%)'], 'Interest repaid')).toEqual([]);
    expect(byLook(['4.12 € (15%)'], 'Ξένο', true, 'investments')).toEqual([]);
    expect(byLook(['12%', '4%'])).toEqual([]);
    expect(byLook(['4 €'])).toEqual([]);
    expect(byLook(['12', '14'])).toEqual([]);
    expect(byLook(['22.11.2026'])).toEqual([]);
    expect(byLook([])).toEqual([]);
  });
});
