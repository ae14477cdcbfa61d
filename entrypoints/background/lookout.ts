import type { Clock } from '#lib/base/clock.ts';
import type { MarketStatus } from '#lib/messages/market-status.ts';
import { isPullDue } from '#lib/mirror/plan-pull.ts';
import type { Records } from '#lib/store/records.ts';

/** Knows when the market was last looked at, and whether it is time to pull it again. */
export interface Lookout {
  /** A market page asked for its rows. */
  noteLook(): Promise<void>;
  isPullDue(): Promise<boolean>;
}

const key = 'looked-at';
// Looks come with every page and scroll; a rough time is enough.
const grain = 60_000;
// Who has just looked at a market page may be about to order from it.
const orderWithin = 5 * 60_000;

/** Whether a market page was looked at so lately that an order may follow. */
export async function isOrderExpected({
  clock,
  states,
}: {
  clock: Clock;
  states: Records;
}): Promise<boolean> {
  const lookedAt = await states.get<number>(key);
  return lookedAt !== undefined && clock.now() - lookedAt < orderWithin;
}

export function createLookout(ports: {
  clock: Clock;
  states: Records;
  isLinked(): Promise<boolean>;
  market(): Promise<MarketStatus>;
}): Lookout {
  const { clock, states } = ports;
  return {
    async noteLook() {
      const before = (await states.get<number>(key)) ?? 0;
      if (clock.now() - before > grain) await states.put(key, clock.now());
    },
    async isPullDue() {
      const [linked, market, lookedAt] = await Promise.all([
        ports.isLinked(),
        ports.market(),
        states.get<number>(key),
      ]);
      return isPullDue({
        now: clock.now(),
        linked,
        pulledAt: market.pulledAt,
        lookedAt: lookedAt ?? null,
        callsLeft: market.callsLeft,
      });
    },
  };
}
