import type { Clock } from '#lib/base/clock.ts';
import type { BondoraClient } from '#lib/bondora/client.ts';
import type { AccountId } from '#lib/loan/ids.ts';
import type { MarketNews } from '#lib/messages/market-news.ts';
import type { MarketStatus } from '#lib/messages/market-status.ts';
import type { MirrorCache } from '#lib/mirror/mirror-cache.ts';
import type { StoredDetail } from '#lib/mirror/mirror-disk.ts';
import type { Source } from '#lib/mirror/plan-knowledge.ts';
import type { PulledTable } from '#lib/mirror/table-specs.ts';
import type { MirrorLimits } from '#lib/mirror/trim.ts';
import type { MirrorStore } from '#lib/store/mirror-store.ts';
import type { Records } from '#lib/store/records.ts';
import type { Alone } from './alone.ts';
import type { Lookout } from './lookout.ts';
import { eventLogKey, makeCall, type KeptEventLog } from './mirror-calls.ts';
import { createKnowledgeReader, type AccountKnowledge } from './mirror-knowledge.ts';
import { createNews } from './mirror-news.ts';
import { createMirrorRunner } from './mirror-runner.ts';
import { createMirrorRecord } from './mirror-state.ts';
import { findProgress, readStatus } from './mirror-status.ts';

/** What the mirror needs of the world around it. */
export interface MirrorPorts {
  clock: Clock;
  states: Records;
  store: MirrorStore;
  cache: MirrorCache;
  client: BondoraClient;
  lookout: Lookout;
  /** The active account. */
  account(): Promise<Omit<AccountKnowledge, 'eventLogAt'>>;
  activeAccount: () => Promise<AccountId>;
  /** All accounts that this browser knows. */
  knownAccounts: () => Promise<readonly AccountId[]>;
  readBalance: () => Promise<unknown>;
  /** How much of the mirror the person wants to be kept. */
  limits: () => Promise<MirrorLimits>;
  /** Has `run` called at that time (epoch ms), whatever becomes of this background; null for never. */
  wakeAt: (at: number | null) => Promise<void>;
  /** Tells open pages that something changed. */
  changed: (what: 'market' | 'events') => Promise<void>;
  /** Shows how far the call has come that is being made; null when none is. */
  showProgress: (progress: MarketStatus['progress']) => Promise<void>;
  alone: Alone;
  /** Keeps the background from being ended while the work goes on. */
  keepAwake: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The local mirror: what fills it, and what it tells. */
export interface Mirror {
  /** Makes the calls that are due; resolves when nothing is. */
  run(): Promise<void>;
  /** As a person wishes: these first, and now. */
  ask(sources: readonly Source[]): Promise<void>;
  stop(): Promise<void>;
  status(): Promise<MarketStatus>;
  /** When the oldest of the pulls was made that tell of loans (epoch ms); null when there was none. */
  age(): Promise<number | null>;
  news(): Promise<MarketNews>;
  markSeen(upTo: number): Promise<MarketNews>;
  /** Empties it; whatever is under way is ended first. */
  clear(): Promise<void>;
}

const tables: readonly PulledTable[] = ['listings', 'auctions', 'investments', 'bids', 'own-listings'];

export function createMirror(ports: MirrorPorts): Mirror {
  const { clock, states, store, cache, client, alone } = ports;
  const { tables: disk, details } = store;
  const record = createMirrorRecord(states);
  const news = createNews(states, cache);
  const now = (): number => clock.now();

  const readEventLog = async (account: AccountId): Promise<KeptEventLog | undefined> =>
    states.get<KeptEventLog>(eventLogKey(account));
  const account = async (): Promise<AccountKnowledge> => {
    const known = await ports.account();
    return { ...known, eventLogAt: (await readEventLog(known.id))?.at ?? null };
  };
  const look = createKnowledgeReader({
    clock,
    record,
    lookout: ports.lookout,
    disk,
    cache,
    account,
    readDetailAges: () => details.readAges(),
    quotaStatus: client.quotaStatus,
  });
  const callPorts = {
    client,
    disk,
    now,
    states,
    activeAccount: ports.activeAccount,
    readBalance: ports.readBalance,
    writeDetails: (read: readonly StoredDetail[]) => details.write(read),
    notePull: (at: number, isFirst: boolean) => news.notePull(at, isFirst),
  };
  const discard = async (): Promise<void> => {
    for (const table of tables) await disk.unstage(table);
  };
  const runner = createMirrorRunner({
    clock,
    record,
    look,
    async make(call, circumstances) {
      await makeCall(call, circumstances, callPorts);
      // Nearly all that grows grows by this.
      if (call.task === 'listings') await store.trim(await ports.limits(), now());
      await ports.changed('events');
    },
    discard,
    wakeAt: ports.wakeAt,
    async changed() {
      await ports.changed('market');
      await ports.showProgress(findProgress(await record.read()));
    },
    alone: (work) => alone.run(() => ports.keepAwake(work)),
    afterwards: (work) => alone.afterwards(work),
  });

  return {
    run: () => runner.run(),
    ask: (sources) => runner.ask(sources),
    stop: () => runner.stop(),
    status: () =>
      readStatus({
        clock,
        record,
        disk,
        look,
        account,
        isRunning: () => alone.isRunning(),
        measureDetails: () => details.measure(),
        countEventLog: async () => (await readEventLog(await ports.activeAccount()))?.events.length ?? 0,
        quotaStatus: client.quotaStatus,
      }),
    async age() {
      const heads = await disk.readHeads();
      const pulled = (['listings', 'auctions', 'investments'] as const).flatMap(
        (table) => heads.get(table)?.at ?? [],
      );
      return pulled.length === 0 ? null : Math.min(...pulled);
    },
    news: () => news.read(),
    async markSeen(upTo) {
      await news.markSeen(upTo, now());
      await ports.changed('events');
      return news.read();
    },
    async clear() {
      await runner.interrupt(async () => {
        await store.clear();
        await news.forget();
        for (const id of await ports.knownAccounts()) await states.put(eventLogKey(id), undefined);
      });
      await ports.changed('market');
      await ports.changed('events');
    },
  };
}
