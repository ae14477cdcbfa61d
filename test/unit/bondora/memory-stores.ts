import type { QuotaStore } from '#lib/bondora/quota-store.ts';
import type { TokenGrant, TokenStore } from '#lib/bondora/token-grant.ts';

/** Stores in memory that behave as those on disk: every step takes a moment, and what comes out is a copy. */
export interface MemoryStores {
  quotas: QuotaStore;
  tokens: TokenStore & { write(grant: TokenGrant | undefined): void; current(): TokenGrant | undefined };
  /** The records of the quotas as they stand. */
  records: Map<string, unknown>;
}

/** @param pause how long a step takes, before and after what it does */
export function createMemoryStores(
  grant?: TokenGrant,
  pause: () => Promise<void> = () => Promise.resolve(),
): MemoryStores {
  const records = new Map<string, unknown>();
  let stored = grant;
  return {
    records,
    quotas: {
      async read(key) {
        await pause();
        return structuredClone(records.get(key));
      },
      async update(key, change) {
        await pause();
        const { record, result } = change(structuredClone(records.get(key)));
        // What is stored must be JSON.
        records.set(key, JSON.parse(JSON.stringify(record)));
        await pause();
        return result;
      },
    },
    tokens: {
      write(next) {
        stored = next;
      },
      current: () => stored,
      async read() {
        await pause();
        return stored;
      },
      async replace(seen, next) {
        await pause();
        if (stored?.accessToken !== seen) return false;
        stored = next;
        await pause();
        return true;
      },
    },
  };
}

/** A grant with a token that lasts. */
export const lastingGrant: TokenGrant = {
  accessToken: 'token-of-a-test-that-nobody-may-see',
  refreshToken: null,
  expiresAt: null,
  scopes: null,
};
