import { createClient, type BondoraClient } from '#lib/bondora/client.ts';
import type { Fetch } from '#lib/bondora/exchange.ts';
import { createTokenKeeper } from '#lib/bondora/token-keeper.ts';
import type { Application } from '#lib/bondora/token-grant.ts';
import type { MemoryStores } from './memory-stores.ts';
import type { OwnedClock } from './owned-clock.ts';

export const testApplication: Application = {
  clientId: '0123456789abcdef0123456789abcdef',
  clientSecret: 'SecretOfTheApplicationOfATest1234567890abcdefghi',
};

/** A client over the given stores, as the background makes one each time it starts. */
export function createTestClient(setting: {
  fetch: Fetch;
  clock: OwnedClock;
  stores: MemoryStores;
  random?: () => number;
  application?: Application;
  isOrderExpected?: () => Promise<boolean>;
}): BondoraClient {
  const { fetch, clock, stores, random = () => 0.5, application = testApplication } = setting;
  const { isOrderExpected = () => Promise.resolve(false) } = setting;
  const keeper = createTokenKeeper({
    fetch,
    clock,
    tokens: stores.tokens,
    readApplication: async () => application,
  });
  return createClient({ fetch, clock, quotaStore: stores.quotas, random, isOrderExpected, ...keeper });
}
