import type { SandboxContext } from '../context.ts';
import type { Bid } from '../orders/bids.ts';
import { createGuid, findGuidIndex } from '../world/guid.ts';
import type { Auction } from '../world/auction.ts';
import { createBidSummary } from './bid-summary.ts';
import { isGuid, readBody } from './body.ts';
import { parseInstant } from './dot-net-dates.ts';
import type { ApiCall, Endpoint } from './endpoints.ts';
import { answer, answerPage, answerProblem, answerTaken, notFound } from './envelope.ts';
import { logCall } from './log-call.ts';
import { readPaging } from './query.ts';

/** The tag Bid of the API. */
export function listBidEndpoints(context: SandboxContext): Endpoint[] {
  const { world, bids } = context;
  return [
    {
      method: 'GET',
      path: 'bids',
      scope: 'BidsRead',
      handle({ query, token }) {
        const state = query.findNumber('BidStatusCode');
        const from = parseInstant(query.find('StartDate') ?? '');
        const to = parseInstant(query.find('EndDate') ?? '');
        const own = bids.bids.filter(
          (bid) =>
            bid.investor === token.investor &&
            (state === undefined || bid.state === state) &&
            (from === undefined || bid.requestedAt >= from) &&
            (to === undefined || bid.requestedAt <= to),
        );
        return answerPage(own, readPaging(query, 20_000), (bid) => createBidSummary(world, bid));
      },
    },
    { method: 'POST', path: 'bid', scope: 'BidsEdit', handle: (call) => makeBids(context, call) },
    {
      method: 'GET',
      path: 'bid/{id}',
      scope: 'BidsRead',
      handle(call) {
        const bid = findBid(context, call);
        return bid instanceof Response ? bid : answer(createBidSummary(world, bid));
      },
    },
    {
      method: 'POST',
      path: 'bid/{id}/cancel',
      scope: 'BidsEdit',
      handle(call) {
        const bid = findBid(context, call);
        if (bid instanceof Response) return bid;
        if (!bids.cancel(bid)) {
          return answerProblem({
            status: 409,
            message: 'Bid cannot be cancelled',
            details: createGuid(world.seed, 'bid', bid.index),
          });
        }
        logCall(context, call, 2, { BidId: call.param('id') });
        return answerTaken();
      },
    },
  ];
}

async function makeBids(context: SandboxContext, call: ApiCall): Promise<Response> {
  const { world, bids } = context;
  const body = await readBody(call.http);
  if (body instanceof Response) return body;
  const wanted: unknown[] = Array.isArray(body['Bids']) ? body['Bids'] : [];
  if (wanted.length === 0) return answerProblem({ status: 400, message: 'No bids given' });
  if (wanted.length > 100) return answerProblem({ status: 400, message: 'Too many bids' });
  const investor = world.investors[call.token.investor];
  const orders: { auction: Auction; amount: number }[] = [];
  for (const one of wanted) {
    const { AuctionId: id, Amount: sum } = (one ?? {}) as { AuctionId?: unknown; Amount?: unknown };
    const amount = Number(sum);
    if (!isGuid(id) || !Number.isFinite(amount) || amount <= 0 || amount > 10_000) {
      return answerProblem({ status: 400, message: 'The request is invalid.', details: 'Bids' });
    }
    const loan = world.findLoanOfAuction(id);
    const auction = loan && world.auctions.find((open) => open.loan === loan.index);
    if (!auction) return notFound(id);
    orders.push({ auction, amount });
  }
  if (!investor) return answerProblem({ status: 403, message: 'User has no rights' });
  logCall(context, call, 1, body);
  return answer(
    orders.map(({ auction, amount }) => ({
      Id: createGuid(world.seed, 'bid', bids.make(investor, auction, amount).index),
      AuctionId: world.getAuctionId(world.getLoan(auction.loan)),
      Amount: amount,
      MinAmount: null,
    })),
    202,
  );
}

/** The caller's bid with the id of the path, or the answer that says why there is none. */
function findBid({ world, bids }: SandboxContext, { param, token }: ApiCall): Bid | Response {
  const id = param('id');
  if (!isGuid(id)) return answerProblem({ status: 400, message: 'The request is invalid.', details: 'id' });
  const bid = bids.bids[findGuidIndex(world.seed, 'bid', id) ?? -1];
  if (!bid) return notFound(id);
  return bid.investor === token.investor
    ? bid
    : answerProblem({ status: 403, message: 'User has no rights', details: id });
}
