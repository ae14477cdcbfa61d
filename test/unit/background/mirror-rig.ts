import { createLookout, isOrderExpected, type Lookout } from '../../../entrypoints/background/lookout.ts';
import { createAlone, type Alone } from '../../../entrypoints/background/alone.ts';
import { createMirror, type Mirror } from '../../../entrypoints/background/mirror.ts';
import { createQuotaStore } from '../../../entrypoints/background/stores.ts';
import type { Clock } from '#lib/base/clock.ts';
import { createClient, type BondoraClient } from '#lib/bondora/client.ts';
import type { Fetch } from '#lib/bondora/exchange.ts';
import type { AccountId } from '#lib/loan/ids.ts';
import { createMirrorCache, type MirrorCache } from '#lib/mirror/mirror-cache.ts';
import { createDatabase } from '#lib/store/database.ts';
import { createMirrorStore, type MirrorStore } from '#lib/store/mirror-store.ts';
import { createRecords, type Records } from '#lib/store/records.ts';

/** A background's mirror, as far as it needs no browser. */
export interface MirrorRig {
  mirror: Mirror;
  store: MirrorStore;
  cache: MirrorCache;
  lookout: Lookout;
  client: BondoraClient;
  /** Who is signed in, and with which token; null when nobody is. */
  account: { id: AccountId; token: string | null; scopes: readonly string[] | null };
  /** When it wants to be woken. */
  wakes: (number | null)[];
}

/** What a background has of the world. */
export interface RigSetting {
  /** Of the database, which outlives the background. */
  name: string;
  fetch: Fetch;
  clock: Clock;
  token: string;
  /** What it keeps things in; a database of that name when left out. */
  kept?: { store: MirrorStore; states: Records };
  /** The lock; that of the database's name when left out. */
  alone?: Alone;
}

export const testAccount = '11111111-1111-4111-8111-111111111111' as AccountId;

/** Starts a background over a database that may have been another's before. */
export function createMirrorRig(setting: RigSetting): MirrorRig {
  const { name, fetch, clock, token, kept = openKept(name) } = setting;
  // Backgrounds over one database share the lock, as contexts of one extension do.
  const { alone = createAlone(`mirror of ${name}`) } = setting;
  const { store, states } = kept;
  const cache = createMirrorCache(store.tables);
  const lookout = createLookout({ clock, states });
  const account: MirrorRig['account'] = { id: testAccount, token, scopes: null };
  const wakes: (number | null)[] = [];
  const client = createClient({
    fetch,
    clock,
    quotaStore: createQuotaStore(states),
    random: () => 0.5,
    isOrderExpected: () => isOrderExpected({ clock, states }),
    getToken: async () => account.token ?? '',
    refreshToken: async () => false,
  });
  const mirror = createMirror({
    clock,
    states,
    store,
    cache,
    client,
    lookout,
    account: async () => ({
      id: account.id,
      linked: account.token !== null,
      scopes: account.scopes,
      balanceAt: (await states.get<number>('balance-at')) ?? null,
    }),
    activeAccount: async () => account.id,
    knownAccounts: async () => [account.id],
    async readBalance() {
      await client.getAccountBalance({}, { when: 'now' });
      await states.put('balance-at', clock.now());
    },
    limits: async () => ({ bytes: 1e9, ageMs: 1e12 }),
    wakeAt: async (at) => void wakes.push(at),
    changed: async () => undefined,
    showProgress: async () => undefined,
    alone,
    keepAwake: (work) => work(),
  });
  return { mirror, store, cache, lookout, client, account, wakes };
}

/** The mirror and the states in a database. */
export function openKept(name: string): { store: MirrorStore; states: Records } {
  const open = createDatabase(name);
  return { store: createMirrorStore(open), states: createRecords(open, 'states') };
}
