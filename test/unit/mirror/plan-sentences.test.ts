import { describe, expect, it } from 'vitest';
import { planCalls } from '#lib/mirror/plan-calls.ts';
import type { Knowledge } from '#lib/mirror/plan-knowledge.ts';
import { describeTime } from '#lib/mirror/plan-sentences.ts';
import { allFresh, hour, minute, openQuota, start } from './plan-circumstances.ts';

const readAt = { ...allFresh.readAt, listings: start - 46 * minute };
const market = { ...openQuota, left: 3 };
const atWork: Knowledge = { ...allFresh, readAt, quotas: { ...allFresh.quotas, secondarymarket: market } };

function tell(change: Partial<Knowledge>): readonly string[] {
  return planCalls({ ...atWork, ...change }).sentences;
}

describe('the sentences of a plan', () => {
  it('tell when the market comes next and what is left', () => {
    expect(tell({})).toEqual(['Next full market in 9 minutes, 3 of 5 calls left this hour.']);
  });

  it.each<[string, Partial<Knowledge>, string]>([
    [
      'the market is due',
      { readAt: { ...readAt, listings: null } },
      'The full market is next, 3 of 5 calls left this hour.',
    ],
    [
      'nobody looks',
      { lookedAt: start - hour },
      'Next full market in 12 hours, sooner if you look at a market page, 3 of 5 calls left this hour.',
    ],
    [
      'nobody ever looked',
      { lookedAt: null },
      'The full market is read again once you look at a market page, 3 of 5 calls left this hour.',
    ],
    [
      'it was asked for and waits',
      {
        asked: ['listings'],
        quotas: {
          ...atWork.quotas,
          secondarymarket: {
            ...market,
            left: 0,
            freeForUserAt: start + 20 * minute,
            freeForSyncAt: start + 20 * minute,
          },
        },
      },
      'The full market is next, when a call is free in 20 minutes.',
    ],
    [
      'a person stopped it',
      { stoppedUntil: start + hour },
      'You stopped the mirror: nothing is read by itself for another 60 minutes.',
    ],
    [
      'a permission is missing',
      { scopes: ['BidsRead'] },
      'Your investments are not read: the permission Investments was not granted.',
    ],
    [
      'details are wanted',
      { details: { ...atWork.details, rest: Array.from({ length: 14_500 }, (_, n) => `part${n}`) } },
      'Details of 14,500 loan parts are wanted: 15 calls, in about 2 hours.',
    ],
    [
      'something vanished',
      { vanished: { listings: ['a', 'b'], auctions: ['c'] } },
      'What became of 2 listings and 1 auction is still to be looked up.',
    ],
    ['no account is linked', { linked: false }, 'Nothing is read from Bondora until an account is linked.'],
  ])('tell that %s', (_, change, sentence) => {
    expect(tell(change)).toContain(sentence);
  });

  it.each([
    [1, '1 minute'],
    [90 * minute, '2 hours'],
    [47 * hour, '47 hours'],
    [49 * hour, '3 days'],
  ])('round a wait of %d ms up to %s', (ms, words) => {
    expect(describeTime(ms)).toBe(words);
  });
});
