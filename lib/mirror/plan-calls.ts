import { findNextOld, pickDetails, type DetailsBatch } from './plan-details.ts';
import { auctionsAtOnce, batchSize, findDueTime, isForbidden, sourceRules } from './plan-freshness.ts';
import { sources, type Knowledge, type Plan, type PlannedCall, type Source } from './plan-knowledge.ts';
import { describePlan } from './plan-sentences.ts';

/** A call that is wanted, and from when on. */
interface Wish {
  call: PlannedCall;
  /** Epoch ms. */
  dueAt: number;
  /** Calls that must be free for it to be worth beginning. */
  calls: number;
  /** Whether a person asked for just this: neither a stop nor an earlier failure holds it up then. */
  isAsked: boolean;
}

/**
 * The next call to Bondora, when it may leave, and what to tell of it. What was asked for and what broke off come
 * first, then what a person has open, own holdings, the market, the ends of what vanished, and details by worth. Of
 * these the first that is due and has a call free is made; one that waits for its quota holds up no other.
 */
export function planCalls(knowledge: Knowledge): Plan {
  const batch = pickDetails(knowledge);
  const sentences = describePlan(knowledge, batch);
  if (!knowledge.linked) return { next: null, at: null, sentences };
  const { now } = knowledge;
  let at: number | null = null;
  for (const wanted of listWishes(knowledge, batch)) {
    const startsAt = findStart(wanted, knowledge);
    if (startsAt <= now) return { next: wanted.call, at: now, sentences };
    at = earlier(at, startsAt);
  }
  return { next: null, at: earlier(at, findNextOld(knowledge)), sentences };
}

function listWishes(knowledge: Knowledge, batch: DetailsBatch): Wish[] {
  const { now, asked, unfinished, vanished } = knowledge;
  const details: Wish[] =
    batch.wanted === 0
      ? []
      : [
          wish(
            {
              task: 'details',
              quota: 'loanpart/list',
              priority: batch.isSeen ? 'user' : 'sync',
              loanPartIds: batch.loanPartIds,
            },
            now,
          ),
        ];
  const ends: Wish[] = [];
  if (vanished.listings.length > 0) {
    const listingIds = vanished.listings.slice(0, batchSize);
    ends.push(
      wish({ task: 'ended-listings', quota: 'secondarymarket/list', priority: 'sync', listingIds }, now),
    );
  }
  if (vanished.auctions.length > 0) {
    const auctionIds = vanished.auctions.slice(0, auctionsAtOnce);
    ends.push(wish({ task: 'ended-auctions', quota: 'auction', priority: 'sync', auctionIds }, now));
  }
  return [
    // Some of its pages are there already, and would be too old soon.
    ...(unfinished === null ? [] : [{ ...wishFor(unfinished, knowledge, 'sync', now), calls: 1 }]),
    ...asked
      .filter((source) => !isForbidden(source, knowledge))
      .map((source) => wishFor(source, knowledge, 'user', now)),
    ...(batch.isSeen ? details : []),
    ...sources.flatMap((source) => {
      const dueAt = findDueTime(source, knowledge);
      return dueAt === null ? [] : [wishFor(source, knowledge, 'sync', dueAt)];
    }),
    ...ends,
    ...(batch.isSeen ? [] : details),
  ];
}

function wish(call: PlannedCall, dueAt: number): Wish {
  return { call, dueAt, calls: 1, isAsked: false };
}

function wishFor(source: Source, { pages }: Knowledge, priority: 'user' | 'sync', dueAt: number): Wish {
  const call: PlannedCall = { task: source, quota: sourceRules[source].quota, priority };
  // Of the sources, only what a person asked for has a person's priority.
  return { call, dueAt, calls: pages[source] ?? 1, isAsked: priority === 'user' };
}

function findStart({ call, dueAt, calls, isAsked }: Wish, knowledge: Knowledge): number {
  const { now, notBefore, stoppedUntil, quotas } = knowledge;
  const quota = quotas[call.quota];
  const free = call.priority === 'user' ? quota.freeForUserAt : quota.freeForSyncAt;
  // Pages of a pull that has to stop half way for want of calls would be too old when it may go on.
  const isEnough = quota.left >= Math.min(calls, quota.limit);
  return Math.max(
    dueAt,
    free ?? now,
    isEnough ? now : free !== null && free > now ? free : now + quota.windowMs,
    isAsked ? now : (notBefore[call.task] ?? now),
    isAsked ? now : (stoppedUntil ?? now),
  );
}

function earlier(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
