import { describe, expect, it } from 'vitest';
import { checkPrices, findPossibleSigns, type PriceClaim } from '#lib/site/check-price.ts';
import { parseCost } from '#lib/site/cost.ts';
import { findConvention } from '#lib/site/discount-sign.ts';
import type { PageIdentity } from '#lib/site/page-reading.ts';

const market: PageIdentity = { kind: 'secondary-market', generation: 'B' };
const investments: PageIdentity = { kind: 'investments', generation: 'B' };
const former: PageIdentity = { kind: 'secondary-market', generation: 'A' };

describe('parseCost', () => {
  it.each([
    '4.12 € (15%)',
    '4.12€(15 %)',
    '€4.12 (15%)',
    '4.12 €\n(15%)',
    '4.12 € [15%]',
    '4.12 €\n15%',
    '4.12 € (15%)\nBuy',
  ])('takes %j apart', (text) => {
    expect(parseCost(text)).toMatchObject({
      amount: { unit: 'euro' },
      percent: { sign: null, unit: 'percent', shape: { digits: '15' } },
      word: null,
    });
  });

  it('reads a sign or a word with the percent', () => {
    expect(parseCost('(-5%)')).toMatchObject({ amount: null, percent: { sign: '-' } });
    expect(parseCost('4 (+5%)')).toMatchObject({ amount: { unit: null }, percent: { sign: '+' } });
    expect(parseCost('4 € (5% discount)')).toMatchObject({ word: 'discount', percent: { sign: null } });
    expect(parseCost('4 € (Aufschlag 5 %)')).toMatchObject({ word: 'markup' });
    expect(parseCost('4 € (-%)')).toMatchObject({ amount: { unit: 'euro' }, percent: null });
  });

  it.each([
    '4.12 €',
    '15%',
    '4 € (5)',
    '4 € (5% of 3%)',
    '4% (5%)',
    '4 € (5% foo)',
    '4 € (5%) 3 €',
    '4 € (5%) (6%)',
    '(15%',
  ])('takes %j for something else', (text) => {
    expect(parseCost(text)).toBeUndefined();
  });
});

describe('findConvention', () => {
  const none = { minus: 0, plus: 0, unsigned: 9 };
  it.each([
    ['no sign anywhere on the market', none, [], market, 'discount'],
    ['minus signs only', { ...none, minus: 1 }, [], market, 'markup'],
    ['plus signs only', { ...none, plus: 1 }, [], market, 'discount'],
    ['both signs', { minus: 1, plus: 1, unsigned: 1 }, [], market, null],
    ['generation A', none, [], former, 'markup'],
    ['generation C', none, [], { ...market, generation: 'C' }, null],
    ['generation C and a header "discount"', none, ['discount'], { ...market, generation: 'C' }, 'discount'],
    ['generation C and minus signs', { ...none, minus: 1 }, [], { ...market, generation: 'C' }, 'markup'],
    ['a header "mark-up"', none, ['markup'], market, 'markup'],
    ['a header "mark-up" and plus signs', { ...none, plus: 1 }, ['markup'], market, null],
    ['a header "discount"', none, ['discount'], market, 'discount'],
    ['a header "discount / mark-up" on the market', none, ['discount', 'markup'], market, null],
    ['a header "discount / mark-up" among investments', none, ['discount', 'markup'], investments, 'markup'],
  ] as const)('knows what an unsigned percent means with %s', (_, counts, header, identity, meaning) => {
    expect(findConvention(counts, new Set(header), identity)).toBe(meaning);
  });
});

describe('checking prices', () => {
  const claim = (
    price: number,
    principal: number,
    size: number,
    sign: '+' | '-' | null = null,
  ): PriceClaim => ({
    price,
    principal,
    percent: { size, precision: 0.005, sign },
  });

  it('finds the sign that makes the sums right', () => {
    expect([...findPossibleSigns(claim(4.12, 4.85, 0.15))]).toEqual(['-']);
    expect([...findPossibleSigns(claim(5.58, 4.85, 0.15))]).toEqual(['+']);
    expect([...findPossibleSigns(claim(0.1, 0.1, 0.05))]).toEqual(['+', '-']);
    expect([...findPossibleSigns(claim(9, 4.85, 0.15))]).toEqual([]);
  });

  it('takes what all telling rows agree on for the convention', () => {
    expect(checkPrices([claim(4.12, 4.85, 0.15), claim(95, 100, 0.05)]).convention).toBe('discount');
    expect(checkPrices([claim(105, 100, 0.05)]).convention).toBe('markup');
    expect(checkPrices([claim(105, 100, 0.05), claim(95, 100, 0.05)]).convention).toBeNull();
    expect(checkPrices([claim(95, 100, 0.05, '-')]).convention).toBeNull();
  });

  it('does not take a column for the principal that most prices contradict', () => {
    expect(checkPrices([claim(95, 100, 0.05), claim(95, 200, 0.05), claim(95, 300, 0.05)]).isPrincipal).toBe(
      false,
    );
    expect(checkPrices([claim(95, 100, 0.05), claim(95, 100, 0.05), claim(95, 300, 0.05)]).isPrincipal).toBe(
      true,
    );
  });
});
