import type { DetailsBatch } from './plan-details.ts';
import { batchSize, findDueTime, findPresence, isForbidden, sourceRules } from './plan-freshness.ts';
import { sources, type Knowledge } from './plan-knowledge.ts';

/** What the plan tells a person: what comes next and why something does not. */
export function describePlan(knowledge: Knowledge, batch: DetailsBatch): string[] {
  const { now, linked, stoppedUntil } = knowledge;
  if (!linked) return ['Nothing is read from Bondora until an account is linked.'];
  const stopped = stoppedUntil !== null && stoppedUntil > now;
  return [
    ...(stopped
      ? [`You stopped the mirror: nothing is read by itself for another ${describeTime(stoppedUntil - now)}.`]
      : []),
    describeMarket(knowledge),
    ...describeDetails(knowledge, batch),
    ...describeVanished(knowledge),
    ...sources
      .filter((source) => isForbidden(source, knowledge))
      .map((source) => {
        const { title, scope } = sourceRules[source];
        return `${title} are not read: the permission ${scope} was not granted.`;
      }),
  ];
}

function describeMarket(knowledge: Knowledge): string {
  const { now, stoppedUntil, notBefore, asked, quotas } = knowledge;
  const { left, limit, freeForSyncAt, freeForUserAt } = quotas.secondarymarket;
  const calls = `${left} of ${limit} calls left this hour`;
  if (asked.includes('listings')) {
    return freeForUserAt === null || freeForUserAt <= now
      ? `The full market is next, ${calls}.`
      : `The full market is next, when a call is free in ${describeTime(freeForUserAt - now)}.`;
  }
  const due = findDueTime('listings', knowledge);
  if (due === null) return `The full market is read again once you look at a market page, ${calls}.`;
  const at = Math.max(due, freeForSyncAt ?? now, stoppedUntil ?? now, notBefore.listings ?? now);
  if (at <= now) return `The full market is next, ${calls}.`;
  const rest = findPresence(knowledge) === 'looking' ? '' : ', sooner if you look at a market page';
  return `Next full market in ${describeTime(at - now)}${rest}, ${calls}.`;
}

function describeDetails({ now, quotas }: Knowledge, { wanted }: DetailsBatch): string[] {
  if (wanted === 0) return [];
  const { left, limit, windowMs, freeForSyncAt } = quotas['loanpart/list'];
  const calls = Math.ceil(wanted / batchSize);
  const soon = freeForSyncAt === null ? Math.min(left, calls) : 0;
  const windows = Math.ceil((calls - soon) / limit);
  const done = windows === 0 ? 'at once' : `in about ${describeTime(windows * windowMs)}`;
  const when =
    freeForSyncAt === null || freeForSyncAt <= now ? done : `from ${describeTime(freeForSyncAt - now)} on`;
  return [`Details of ${count(wanted, 'loan part')} are wanted: ${count(calls, 'call')}, ${when}.`];
}

function describeVanished({ vanished }: Knowledge): string[] {
  const { listings, auctions } = vanished;
  const gone = [
    ...(listings.length > 0 ? [count(listings.length, 'listing')] : []),
    ...(auctions.length > 0 ? [count(auctions.length, 'auction')] : []),
  ];
  return gone.length === 0 ? [] : [`What became of ${gone.join(' and ')} is still to be looked up.`];
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

const minute = 60_000;

/** A time to wait in words, rounded up. @param ms milliseconds */
export function describeTime(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / minute));
  if (minutes < 90) return count(minutes, 'minute');
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? count(hours, 'hour') : count(Math.ceil(hours / 24), 'day');
}
