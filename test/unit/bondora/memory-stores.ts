import type { QuotaStore } from '#lib/bondora/quota-store.ts';
import type { TokenGrant, TokenStore } from '#lib/bondora/token-grant.ts';

/** Stores in memory that behave as those on disk: every step takes a moment, and what comes out is a copy. */
export interface MemoryStores {
  quotas: QuotaStore;
  tokens: TokenStore & { write(grant: TokenGrant | undefined): void; current(): TokenGrant | undefined };
  /** The records of the quotas as they stand. */
  records: Map<string, unknown>;
}

export function createMemoryStores(grant?: TokenGrant): MemoryStores {
  const records = new Map<string, unknown>();
  let stored = grant;
  return {
    records,
    quotas: {
      async read(key) {
        await Promise.resolve();
        return structuredClone(records.get(key));
      },
      async update(key, change) {
        await Promise.resolve();
        const { record, result } = change(structuredClone(records.get(key)));
        // What is stored must be JSON.
        records.set(key, JSON.parse(JSON.stringify(record)));
        await Promise.resolve();
        return result;
      },
    },
    tokens: {
      write(next) {
        stored = next;
      },
      current: () => stored,
      async read() {
        await Promise.resolve();
        return stored;
      },
      async replace(seen, next) {
        await Promise.resolve();
        if (stored?.accessToken !== seen) return false;
        stored = next;
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
