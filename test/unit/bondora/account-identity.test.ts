import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createEvidence,
  joinEvidence,
  readEvidence,
  type AccountEvidence,
  type IdSample,
} from '#lib/bondora/account-evidence.ts';
import { identifyAccount } from '#lib/bondora/account-identity.ts';
import type { Bid } from '#lib/bondora/bids.ts';
import type { Investment } from '#lib/bondora/investment.ts';
import type { Page } from '#lib/bondora/operation.ts';

const nothing: AccountEvidence = { bids: null, reports: null, purchases: null, goGrowNames: null };
const all = (...ids: string[]): IdSample => ({ ids, covers: 'all' });
const some = (...ids: string[]): IdSample => ({ ids, covers: 'some' });
const anna = { id: 'anna', evidence: { ...nothing, bids: some('b1', 'b2'), goGrowNames: ['Rainy days'] } };
const bert = { id: 'bert', evidence: { ...nothing, bids: some('b7', 'b8'), reports: some('r7') } };

describe('the account behind a token', () => {
  it('is new when none is known', () => {
    expect(identifyAccount([], nothing)).toEqual({ kind: 'new' });
  });

  it('is the one whose bid, report or purchase it shares', () => {
    expect(identifyAccount([anna, bert], { ...nothing, bids: all('b2', 'b3') })).toEqual({
      kind: 'known',
      id: 'anna',
    });
    expect(identifyAccount([anna, bert], { ...nothing, reports: some('r7') })).toEqual({
      kind: 'known',
      id: 'bert',
    });
    const carl = { id: 'carl', evidence: { ...nothing, purchases: some('p1 1600000000000') } };
    expect(identifyAccount([anna, carl], { ...nothing, purchases: all('p1 1600000000000') })).toEqual({
      kind: 'known',
      id: 'carl',
    });
  });

  it('is new when all its bids are told and none is of those known', () => {
    expect(identifyAccount([anna, bert], { ...nothing, bids: all('b3') })).toEqual({ kind: 'new' });
    expect(identifyAccount([anna, bert], { ...nothing, bids: all() })).toEqual({ kind: 'new' });
  });

  it('is not the seller of a part it bought', () => {
    const seller = { id: 'seller', evidence: { ...nothing, purchases: some('p1 1600000000000') } };
    const buyer = { ...nothing, purchases: all('p1 1700000000000') };
    expect(identifyAccount([seller], buyer)).toMatchObject({
      kind: 'ask',
      candidates: [{ id: 'seller', against: ['purchases'] }],
    });
  });

  it.each<[string, AccountEvidence, string[]]>([
    ['nothing is told', nothing, ['anna', 'bert']],
    ['only some bids are told, and they are others', { ...nothing, bids: some('b3') }, ['anna', 'bert']],
    [
      'only a name of a Go & Grow account is the same',
      { ...nothing, goGrowNames: ['Rainy days'] },
      ['anna', 'bert'],
    ],
    ['two accounts are proved', { ...nothing, bids: all('b1', 'b7') }, ['anna', 'bert']],
    ['the proofs speak against each other', { ...nothing, bids: all('b3'), reports: all('r7') }, ['bert']],
    ['reports known before are missing', { ...nothing, reports: all('r1') }, ['anna', 'bert']],
  ])('is for the user to tell when %s', (_, seen, candidates) => {
    const identity = identifyAccount([anna, bert], seen);
    expect(identity).toMatchObject({ kind: 'ask' });
    expect(identity.kind === 'ask' ? identity.candidates.map(({ id }) => id) : []).toEqual(candidates);
  });

  it('is asked about with the likeliest first', () => {
    const seen = { ...nothing, goGrowNames: ['Car'] };
    const carl = { id: 'carl', evidence: { ...nothing, goGrowNames: ['Car', 'House'] } };
    expect(identifyAccount([anna, bert, carl], seen)).toMatchObject({
      candidates: [
        { id: 'carl', for: ['goGrowNames'] },
        { id: 'bert' },
        { id: 'anna', against: ['goGrowNames'] },
      ],
    });
  });
});

describe('evidence', () => {
  const page = <Item>(items: Item[], totalCount: number | null = items.length): Page<Item> => ({
    items,
    totalCount,
    pageNr: 1,
    pageSize: 20_000,
    problems: [],
  });
  const bid = (bidId: string | null): Bid => ({ bidId }) as Bid;

  it('is taken from what the API answers', () => {
    const part = { loanPartId: 'p1', purchaseDate: 1_600_000_000_000 } as Investment;
    const evidence = createEvidence({
      bids: page([bid('b2'), bid('b1')]),
      investments: page([part, { ...part, purchaseDate: null }]),
      balance: {
        balance: 1,
        reserved: 0,
        bidRequestAmount: 0,
        totalAvailable: 1,
        goGrowAccounts: [{ name: 'Rainy days', netDeposits: 1, netProfit: 0, totalSaved: 1 }],
      },
    });
    expect(evidence).toEqual({
      bids: { ids: ['b1', 'b2'], covers: 'all' },
      reports: null,
      purchases: { ids: ['p1 1600000000000'], covers: 'some' },
      goGrowNames: ['Rainy days'],
    });
    expect(readEvidence(JSON.parse(JSON.stringify(evidence)))).toEqual(evidence);
    expect(readEvidence({ bids: 7 })).toBeUndefined();
  });

  it('covers only some when there are further pages', () => {
    expect(createEvidence({ bids: page([bid('b1')], 2) }).bids?.covers).toBe('some');
    expect(createEvidence({ bids: page([bid('b1')], null) }).bids?.covers).toBe('some');
  });

  it('stays small, and a sample of many still proves both ways', () => {
    const ids = (letter: string): string[] =>
      Array.from(
        { length: 20_000 },
        (_, nth) => `${String((nth * 7919) % 20_000).padStart(5, '0')}${letter}`,
      );
    const mine = createEvidence({ bids: page(ids('a').map(bid)) });
    expect(mine.bids).toMatchObject({
      covers: 'smallest',
      ids: expect.toSatisfy((kept: string[]) => kept.length === 5000),
    });
    const known = [{ id: 'me', evidence: joinEvidence(nothing, mine) }];
    const later = createEvidence({ bids: page([...ids('a'), ...ids('c')].map(bid)) });
    expect(identifyAccount(known, later)).toEqual({ kind: 'known', id: 'me' });
    expect(identifyAccount(known, createEvidence({ bids: page(ids('b').map(bid)) }))).toEqual({
      kind: 'new',
    });
  });

  it('grows with each look, and an account that grows is always found again and never taken for another', () => {
    const samples = fc.uniqueArray(fc.uuid(), { minLength: 6, maxLength: 40 });
    fc.assert(
      fc.property(samples, fc.nat(), (ids, cut) => {
        const half = 1 + (cut % (ids.length - 2));
        const [mine, others] = [ids.slice(0, half), ids.slice(half)];
        const first = createEvidence({ bids: page(mine.slice(0, 1).map(bid)) });
        const second = createEvidence({ bids: page(mine.map(bid)) });
        const me = { id: 'me', evidence: joinEvidence(first, second) };
        const other = createEvidence({ bids: page(others.map(bid)) });
        expect(identifyAccount([me], second)).toEqual({ kind: 'known', id: 'me' });
        expect(identifyAccount([me], other)).toEqual({ kind: 'new' });
        expect(identifyAccount([me, { id: 'you', evidence: other }], second)).toEqual({
          kind: 'known',
          id: 'me',
        });
      }),
    );
  });
});
