import type { Clock } from '#lib/base/clock.ts';
import type { Records } from '#lib/store/records.ts';

/** Knows when the market was last looked at, and which loan parts are on the pages that are open. */
export interface Lookout {
  /**
   * A market page asked for its rows. Resolves with whether nobody had looked for a while.
   * @param loanPartIds of the rows, where they are known
   */
  noteLook(loanPartIds: readonly string[]): Promise<boolean>;
  /** Epoch ms; null when nobody ever looked. */
  lookedAt(): Promise<number | null>;
  /** Loan parts that a person had before the eyes a moment ago, the latest first. */
  open(): Promise<readonly string[]>;
}

interface OpenParts {
  at: number;
  loanPartIds: readonly string[];
}

const lookKey = 'looked-at';
const openKey = 'open-parts';
// Looks come with every page and scroll; a rough time is enough.
const grain = 60_000;
// Who has just looked at a market page may be about to order from it.
const orderWithin = 5 * 60_000;
/** A page is taken to be open for so long after it asked. */
const openLasts = 10 * 60_000;
const mostOpen = 1000;

/** Whether a market page was looked at so lately that an order may follow. */
export async function isOrderExpected({
  clock,
  states,
}: {
  clock: Clock;
  states: Records;
}): Promise<boolean> {
  const lookedAt = await states.get<number>(lookKey);
  return lookedAt !== undefined && clock.now() - lookedAt < orderWithin;
}

/** @param states where the looks are kept */
export function createLookout({ clock, states }: { clock: Clock; states: Records }): Lookout {
  const readOpen = async (): Promise<readonly string[]> => {
    const kept = await states.get<OpenParts>(openKey);
    return kept === undefined || clock.now() - kept.at > openLasts ? [] : kept.loanPartIds;
  };
  return {
    async noteLook(loanPartIds) {
      const now = clock.now();
      const [before = 0, open] = await Promise.all([states.get<number>(lookKey), readOpen()]);
      const isNew = now - before > grain;
      if (isNew) await states.put(lookKey, now);
      if (loanPartIds.length > 0) {
        const kept = new Set(open);
        // A page that asks again for what it has costs no write.
        if (isNew || loanPartIds.some((id) => !kept.has(id))) {
          const all = [...new Set([...loanPartIds, ...open])].slice(0, mostOpen);
          await states.put(openKey, { at: now, loanPartIds: all } satisfies OpenParts);
        }
      }
      return isNew;
    },
    lookedAt: async () => (await states.get<number>(lookKey)) ?? null,
    open: readOpen,
  };
}
