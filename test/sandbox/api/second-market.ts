import type { SandboxContext } from '../context.ts';
import { getOffer } from '../world/offer.ts';
import type { Endpoint } from './endpoints.ts';
import { parseMarketSearch } from './market-search.ts';
import { readPaging } from './query.ts';
import { streamMarketPage } from './stream-market.ts';

/** The tag SecondMarket of the API, but for loan parts. */
export function listSecondMarketEndpoints({ world }: SandboxContext): Endpoint[] {
  return [
    {
      method: 'GET',
      path: 'secondarymarket',
      handle({ query, token }) {
        const { pageSize, pageNr } = readPaging(query, 100_000);
        const matches = parseMarketSearch(query, world, token.investor);
        const found = world.listOpen().filter((listing) => matches(getOffer(world, listing)));
        const page = found.slice((pageNr - 1) * pageSize, pageNr * pageSize);
        return streamMarketPage(world, page, { pageSize, pageNr, totalCount: found.length });
      },
    },
  ];
}
