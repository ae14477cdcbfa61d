import { describe, expect, it } from 'vitest';
import { describePermissions, describeRefused } from '#components/account/permissions.ts';

describe('granted permissions in words', () => {
  it('say that nothing beyond reading is allowed', () => {
    expect(describePermissions([])).toBe('May read your balance and the market, nothing else.');
  });

  it('name each, the least first, and those that are not known as Bondora calls them', () => {
    expect(describePermissions(['SmBuy', 'Other', 'Investments'])).toBe(
      'May read your balance and the market, and: see your investments, buy on the secondary market, Other.',
    );
  });

  it('assume the most where the token does not tell', () => {
    expect(describePermissions(null)).toContain('allows everything');
  });
});

describe('permissions that were asked for and not granted', () => {
  it('are told in plain words, the least first', () => {
    expect(describeRefused(['SmBuy', 'SmSell', 'Other'], ['SmBuy'])).toBe(
      'Bondora granted less than asked: sell your loan parts, Other.',
    );
  });

  it('are not spoken of when all was granted, or nobody knows', () => {
    expect(describeRefused(['SmBuy'], ['SmBuy', 'Investments'])).toBeNull();
    expect(describeRefused([], [])).toBeNull();
    expect(describeRefused(null, ['SmBuy'])).toBeNull();
    expect(describeRefused(['SmBuy'], null)).toBeNull();
  });
});
