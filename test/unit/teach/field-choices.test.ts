import { describe, expect, it } from 'vitest';
import { findChoices, nameExpected } from '#components/teach/field-choices.ts';

const plain = { guise: null, believed: [] } as const;

describe('what a column can be said to hold', () => {
  it('begins with what the column looks like', () => {
    const first = (guise: Parameters<typeof findChoices>[1]['guise']): string | undefined =>
      findChoices('', { guise, believed: [] })[0]?.id;
    expect(first('rating')).toBe('rating');
    expect(first('country')).toBe('country');
    expect(first('cost')).toBe('price-discount');
    expect(first('pair')).toBe('nextPaymentNr-nrOfScheduledPayments');
    expect(first('investment-number')).toBe('investmentNumber-auctionNumber-auctionBidNumber');
    const percents = findChoices('', { guise: 'percent', believed: [] });
    expect(percents.slice(0, 3).every(({ fits }) => fits)).toBe(true);
    expect(percents.find(({ id }) => id === 'rating')?.fits).toBe(false);
  });

  it('puts what Bondlens believes before all else', () => {
    expect(findChoices('', { guise: 'percent', believed: ['xirr'] })[0]?.id).toBe('xirr');
    expect(findChoices('', { guise: 'date', believed: ['price', 'discount'] })[0]?.id).toBe('price-discount');
  });

  it('is searched by name, id and meaning', () => {
    expect(findChoices('interest', plain)[0]?.label).toContain('interest');
    expect(findChoices('outstandingPayments', plain).map(({ id }) => id)).toContain('outstandingPayments');
    expect(findChoices('no such thing at all', plain)).toEqual([]);
  });

  it('says what was expected of cells that cannot be read', () => {
    expect(nameExpected(['interest'])).toBe('a rate in percent');
    expect(nameExpected(['price', 'discount'])).toBe('a price with a discount in brackets');
    expect(nameExpected([])).toBe('a value');
  });
});
