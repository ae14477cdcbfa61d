import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planCalls } from '#lib/mirror/plan-calls.ts';
import { detailsFreshFor, findDueTime, isForbidden } from '#lib/mirror/plan-freshness.ts';
import {
  callQuotas,
  sources,
  type CallQuota,
  type Knowledge,
  type QuotaOutlook,
  type Source,
} from '#lib/mirror/plan-knowledge.ts';
import { hour, start } from './plan-circumstances.ts';

const around = fc.option(fc.integer({ min: start - 10 * 24 * hour, max: start + 2 * hour }));
const before = fc.option(fc.integer({ min: start - 10 * 24 * hour, max: start }));
const partId = fc.integer({ min: 0, max: 40 }).map((n) => `part${n}`);
const parts = fc.uniqueArray(partId, { maxLength: 30 });

const outlook: fc.Arbitrary<QuotaOutlook> = fc.record({
  left: fc.integer({ min: 0, max: 5 }),
  limit: fc.constant(5),
  windowMs: fc.constant(hour),
  freeForUserAt: around,
  freeForSyncAt: around,
});

const anyKnowledge: fc.Arbitrary<Knowledge> = fc.record({
  now: fc.constant(start),
  linked: fc.boolean(),
  scopes: fc.option(fc.subarray(['Investments', 'BidsRead', 'SmBuy'])),
  readAt: recordOf(sources, before),
  pages: fc.record({ listings: fc.integer({ min: 1, max: 7 }) }, { requiredKeys: [] }),
  onSale: fc.option(fc.boolean()),
  lookedAt: before,
  asked: fc.subarray([...sources]),
  unfinished: fc.option(fc.constantFrom(...sources)),
  notBefore: fc.record(
    { listings: fc.constant(start + 1), details: fc.constant(start + 1) },
    { requiredKeys: [] },
  ),
  stoppedUntil: around,
  vanished: fc.record({ listings: parts, auctions: parts }),
  details: fc.record({
    open: parts,
    holdings: parts,
    rest: parts,
    knownAt: fc
      .array(fc.tuple(partId, fc.integer({ min: start - 10 * 24 * hour, max: start })))
      .map((entries) => new Map(entries)),
  }),
  quotas: recordOf<CallQuota, QuotaOutlook>(callQuotas, outlook),
});

function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Record<Key, Value>> {
  return fc
    .tuple(...keys.map(() => value))
    .map((values) => Object.fromEntries(keys.map((key, n) => [key, values[n]])) as Record<Key, Value>);
}

const holds = (check: (knowledge: Knowledge, plan: ReturnType<typeof planCalls>) => void): void =>
  fc.assert(
    fc.property(anyKnowledge, (knowledge) => check(knowledge, planCalls(knowledge))),
    { numRuns: 2000 },
  );

describe('planCalls, whatever is known', () => {
  it('plans no call that has no quota', () => {
    holds(({ quotas }, { next }) => {
      if (next === null) return;
      const { left, freeForUserAt, freeForSyncAt } = quotas[next.quota];
      expect((next.priority === 'user' ? freeForUserAt : freeForSyncAt) ?? start).toBeLessThanOrEqual(start);
      expect(left).toBeGreaterThan(0);
    });
  });

  it('asks for nothing that is fresh, and for no source twice as often as its rule says', () => {
    holds((knowledge, { next }) => {
      if (next === null) return;
      if (next.task === 'details') {
        const { knownAt, ...groups } = knowledge.details;
        for (const id of next.loanPartIds) {
          const why = (['open', 'holdings', 'rest'] as const).filter((group) => groups[group].includes(id));
          const age = start - (knownAt.get(id) ?? Number.NEGATIVE_INFINITY);
          expect(why.some((group) => age >= detailsFreshFor[group])).toBe(true);
        }
      } else if ((sources as readonly string[]).includes(next.task)) {
        const source = next.task as Source;
        const isWanted = knowledge.asked.includes(source) || knowledge.unfinished === source;
        expect(isWanted || (findDueTime(source, knowledge) ?? Infinity) <= start).toBe(true);
        expect(isForbidden(source, knowledge) && knowledge.unfinished !== source).toBe(false);
      }
    });
  });

  it('asks for what is open before holdings, and for those before the rest', () => {
    holds(({ details }, { next }) => {
      if (next?.task !== 'details') return;
      const rank = (id: string): number =>
        details.open.includes(id) ? 0 : details.holdings.includes(id) ? 1 : 2;
      const isOld = (id: string, age: number): boolean =>
        start - (details.knownAt.get(id) ?? -Infinity) >= age;
      // A part that is fresh enough for the one use may still be too old for another.
      const ranks = next.loanPartIds.filter((id) => isOld(id, detailsFreshFor.rest)).map(rank);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      expect(new Set(next.loanPartIds).size).toBe(next.loanPartIds.length);
    });
  });

  it('does nothing by itself while it is stopped or not linked, and says when it goes on', () => {
    holds((knowledge, { next, at, sentences }) => {
      expect(sentences.length).toBeGreaterThan(0);
      if (!knowledge.linked) expect(next).toBeNull();
      if (next !== null && (knowledge.stoppedUntil ?? 0) > start) {
        expect(next.priority).toBe('user');
        expect(knowledge.asked).toContain(next.task);
      }
      expect(next === null ? at === null || at > start : at === start).toBe(true);
    });
  });
});
