import { describe, expect, it } from 'vitest';
import { describePermissions } from '#components/account/permissions.ts';

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
