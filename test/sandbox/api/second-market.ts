import type { SandboxContext } from '../context.ts';
import type { Listing } from '../world/listing.ts';
import { getOffer } from '../world/offer.ts';
import type { World } from '../world/world.ts';
import { isGuid, readBody, readItemIds } from './body.ts';
import { writeInstant } from './dot-net-dates.ts';
import type { ApiCall, Endpoint } from './endpoints.ts';
import { answer, answerProblem, notFound } from './envelope.ts';
import { parseMarketSearch } from './market-search.ts';
import { readPaging } from './query.ts';
import { streamMarketPage } from './stream-market.ts';

/** Looking at the secondary market: the list, and the state of single listings. */
export function listSecondMarketEndpoints({ world }: SandboxContext): Endpoint[] {
  const list = async ({ http }: ApiCall): Promise<Response> => {
    const body = await readBody(http);
    if (body instanceof Response) return body;
    const ids = readItemIds(body, 1000);
    if (ids instanceof Response) return ids;
    return answer(
      ids.map((id) => {
        const listing = world.findListing(id);
        return listing ? createListingSummary(world, listing) : null;
      }),
    );
  };
  return [
    {
      method: 'GET',
      path: 'secondarymarket',
      handle({ query, token, http }) {
        const paging = readPaging(query, 100_000);
        const matches = parseMarketSearch(query, world, token.investor);
        const found = world.listOpen().filter((listing) => matches(getOffer(world, listing)));
        const search = `${token.investor} ${new URL(http.req.url).search}`;
        return streamMarketPage(world, found, paging, search);
      },
    },
    { method: 'GET', path: 'secondarymarket/list', handle: list },
    { method: 'POST', path: 'secondarymarket/list', handle: list },
    {
      method: 'GET',
      path: 'secondarymarket/{id}',
      handle({ param }) {
        const id = param('id');
        if (!isGuid(id))
          return answerProblem({ status: 400, message: 'The request is invalid.', details: 'id' });
        const listing = world.findListing(id);
        return listing ? answer(createListingSummary(world, listing)) : notFound(id);
      },
    },
  ];
}

/** `SecondMarketItemSummary` of the API: a listing, open or ended. */
function createListingSummary(world: World, listing: Listing) {
  const { ended } = listing;
  return {
    Id: world.getListingId(listing),
    Number: 1_200_000 + listing.index,
    StartDate: writeInstant(listing.listedAt),
    PlannedCloseDate: writeInstant(listing.closesAt),
    ActualCloseDate: writeInstant(ended?.at),
    UserCancelledOn: ended?.how === 'cancelled' ? writeInstant(ended.at) : null,
    LoanPart_id: world.getPartId(world.getPart(listing.part)),
    DesiredDiscountRate: listing.discount,
    DesiredDiscountRateDecimalFraction: listing.discount / 100,
    // 1 open, 2 successful, 3 failed.
    StatusCode: ended === undefined ? 1 : ended.how === 'sold' ? 2 : 3,
  };
}
