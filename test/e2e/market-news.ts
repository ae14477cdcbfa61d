import type { MarketEvent } from '#test/sandbox/world/market-event.ts';

/** What two looks at the secondary market can tell of what happened in between, by the words of the popup. */
export type SeenNews = Record<'listed' | 'sold' | 'cancelled' | 'cheaper' | 'dearer', number>;

/**
 * Counts what truly happened between two looks, as far as both together can show it: what came and went in between was
 * never seen, and of several prices only the first and the last.
 * @param events of the sandbox's world
 * @param from the first look, epoch ms of the sandbox's clock
 * @param to the second one
 */
export function countNews(events: readonly MarketEvent[], from: number, to: number): SeenNews {
  const opened = new Set<string>();
  const ended = new Map<string, string>();
  const prices = new Map<string, { first: number; last: number }>();
  for (const event of events) {
    if (event.at <= from || event.at > to) continue;
    if (event.kind === 'listing-opened') opened.add(event.listingId);
    if (event.kind === 'listing-ended') ended.set(event.listingId, event.how);
    if (event.kind === 'listing-repriced') {
      const first = prices.get(event.listingId)?.first ?? event.from;
      prices.set(event.listingId, { first, last: event.to });
    }
  }
  const gone = [...ended].filter(([id]) => !opened.has(id)).map(([, how]) => how);
  const repriced = [...prices]
    .filter(([id]) => !opened.has(id) && !ended.has(id))
    .map(([, { first, last }]) => last - first);
  return {
    listed: [...opened].filter((id) => !ended.has(id)).length,
    sold: gone.filter((how) => how === 'sold').length,
    // Of a listing that ran out the API says the same as of one that was taken off.
    cancelled: gone.filter((how) => how !== 'sold').length,
    cheaper: repriced.filter((step) => step < 0).length,
    dearer: repriced.filter((step) => step > 0).length,
  };
}
