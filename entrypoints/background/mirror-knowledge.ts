import type { Clock } from '#lib/base/clock.ts';
import type { BondoraClient } from '#lib/bondora/client.ts';
import { getQuota } from '#lib/bondora/quota-table.ts';
import type { AccountId } from '#lib/loan/ids.ts';
import type { MirrorCache } from '#lib/mirror/mirror-cache.ts';
import type { MirrorReader, MirrorWriter, VanishedRow } from '#lib/mirror/mirror-disk.ts';
import {
  callQuotas,
  sources,
  tasks,
  type CallQuota,
  type Knowledge,
  type QuotaOutlook,
  type Source,
} from '#lib/mirror/plan-knowledge.ts';
import { stagedFor } from '#lib/mirror/pull-table.ts';
import type { PulledTable } from '#lib/mirror/table-specs.ts';
import { countRows, type TableHead, type TableName } from '#lib/mirror/table.ts';
import type { Lookout } from './lookout.ts';
import { findNotBefore, type MirrorRecord } from './mirror-state.ts';
import { createWantedParts } from './mirror-wanted.ts';

/** What the plan needs to know of the active account. */
export interface AccountKnowledge {
  id: AccountId;
  linked: boolean;
  scopes: readonly string[] | null;
  /** When its balance and its event log were read; epoch ms, null never. */
  balanceAt: number | null;
  eventLogAt: number | null;
}

export interface KnowledgePorts {
  clock: Clock;
  record: MirrorRecord;
  lookout: Lookout;
  disk: MirrorReader & Pick<MirrorWriter, 'readStaged'>;
  cache: MirrorCache;
  account(): Promise<AccountKnowledge>;
  /** When the details that are on disk were read, by loan part. */
  readDetailAges(): Promise<ReadonlyMap<string, number>>;
  quotaStatus: BondoraClient['quotaStatus'];
}

/** Sources that are tables of the mirror. */
const pulledTables = [
  'investments',
  'own-listings',
  'bids',
  'listings',
  'auctions',
] as const satisfies readonly PulledTable[];

/** Tables whose rows are the person's own: another account's are as good as none. */
export const ownTables: ReadonlySet<TableName> = new Set(['investments', 'own-listings', 'bids']);

/** A row of which nothing clear was told is looked up again after so long. */
const askAgainAfter = 6 * 3_600_000;

/** Gives all that the plan depends on, from disk. */
export function createKnowledgeReader(ports: KnowledgePorts): () => Promise<Knowledge> {
  const { clock, record, lookout, disk } = ports;
  const findWanted = createWantedParts(ports.cache);
  return async () => {
    const now = clock.now();
    const [state, account, heads, lookedAt, open, knownAt, quotas, unfinished, listings, auctions] =
      await Promise.all([
        record.read(),
        ports.account(),
        disk.readHeads(),
        lookout.lookedAt(),
        lookout.open(),
        ports.readDetailAges(),
        readQuotas(ports.quotaStatus),
        findUnfinished(disk, now),
        disk.readVanished('listings'),
        disk.readVanished('auctions'),
      ]);
    const find = (table: TableName): TableHead | null => {
      const head = heads.get(table);
      return head === undefined || (ownTables.has(table) && head.owner !== account.id) ? null : head;
    };
    const wanted = await findWanted(find('investments'), find('listings'));
    const readAt = (source: Source): number | null => {
      if (source === 'balance') return account.balanceAt;
      if (source === 'event-log') return account.eventLogAt;
      return find(source)?.at ?? null;
    };
    return {
      now,
      linked: account.linked,
      scopes: account.scopes,
      readAt: Object.fromEntries(sources.map((source) => [source, readAt(source)])) as Knowledge['readAt'],
      pages: Object.fromEntries(pulledTables.map((table) => [table, countPages(table, find(table))])),
      onSale: wanted.onSale,
      lookedAt,
      asked: state.asked,
      unfinished,
      notBefore: findNotBefore(state, tasks),
      stoppedUntil: state.stoppedUntil,
      vanished: { listings: listUnasked(listings, now), auctions: listUnasked(auctions, now) },
      details: { open, holdings: wanted.holdings, rest: wanted.cheapest, knownAt },
      quotas,
    };
  };
}

const pullQuotas = {
  listings: 'secondarymarket',
  'own-listings': 'secondarymarket',
  auctions: 'auctions',
  investments: 'account/investments',
  bids: 'bids',
} as const satisfies Record<PulledTable, CallQuota>;

function countPages(table: PulledTable, head: TableHead | null): number {
  if (head === null) return 1;
  return Math.max(1, Math.ceil(countRows(head) / (getQuota(pullQuotas[table]).largestPage ?? 1)));
}

async function readQuotas(status: BondoraClient['quotaStatus']): Promise<Knowledge['quotas']> {
  const entries = callQuotas.map(async (key): Promise<[CallQuota, QuotaOutlook]> => {
    const [user, sync] = await Promise.all([status(key, 'user'), status(key, 'sync')]);
    const { left, limit, windowMs } = user;
    return [key, { left, limit, windowMs, freeForUserAt: user.nextFreeAt, freeForSyncAt: sync.nextFreeAt }];
  });
  return Object.fromEntries(await Promise.all(entries)) as Knowledge['quotas'];
}

async function findUnfinished(disk: KnowledgePorts['disk'], now: number): Promise<PulledTable | null> {
  for (const table of pulledTables) {
    const pages = await disk.readStaged(table);
    if (pages.some(({ at }) => now - at < stagedFor)) return table;
  }
  return null;
}

function listUnasked(rows: readonly VanishedRow[], now: number): string[] {
  return rows.filter(({ askedAt }) => askedAt === null || now - askedAt > askAgainAfter).map(({ id }) => id);
}
