import type { SandboxContext } from '../context.ts';
import type { Obstacle, SaleTerms } from '../orders/trades.ts';
import type { Investor } from '../world/investor.ts';
import type { Listing } from '../world/listing.ts';
import type { Part } from '../world/part.ts';
import { isGuid, readBody, readItemIds } from './body.ts';
import type { ApiCall, Endpoint } from './endpoints.ts';
import { answer, answerProblem, answerTaken, notFound } from './envelope.ts';
import { logCall } from './log-call.ts';

/** Buying, selling and taking down. A batch is carried out whole or not at all. */
export function listTradeEndpoints(context: SandboxContext): Endpoint[] {
  return [
    { method: 'POST', path: 'secondarymarket/buy', scope: 'SmBuy', handle: (call) => buy(context, call) },
    { method: 'POST', path: 'secondarymarket/sell', scope: 'SmSell', handle: (call) => sell(context, call) },
    {
      method: 'POST',
      path: 'secondarymarket/cancel',
      scope: 'SmSell',
      handle: (call) => cancelMany(context, call),
    },
    {
      method: 'POST',
      path: 'secondarymarket/{id}/cancel',
      scope: 'SmSell',
      handle: (call) => cancelOne(context, call),
    },
  ];
}

async function buy(context: SandboxContext, call: ApiCall): Promise<Response> {
  const body = await readBody(call.http);
  if (body instanceof Response) return body;
  const ids = readItemIds(body, 100);
  if (ids instanceof Response) return ids;
  const listings: Listing[] = [];
  for (const id of new Set(ids.map((one) => one.toLowerCase()))) {
    const listing = context.world.findListing(id);
    if (!listing) return notFound(id);
    listings.push(listing);
  }
  const obstacle = context.trades.buy(getInvestor(context, call), listings);
  if (obstacle) return answerObstacle(obstacle);
  logCall(context, call, 4, body);
  return answerTaken();
}

async function sell(context: SandboxContext, call: ApiCall): Promise<Response> {
  const { world, trades } = context;
  const body = await readBody(call.http);
  if (body instanceof Response) return body;
  const wanted: unknown[] = Array.isArray(body['Items']) ? body['Items'] : [];
  if (wanted.length === 0) return answerProblem({ status: 400, message: 'No items given' });
  if (wanted.length > 100) return answerProblem({ status: 400, message: 'Too many items' });
  const items: { part: Part; terms: SaleTerms }[] = [];
  for (const one of wanted) {
    const { LoanPartId: id, DesiredDiscountRate: rate } = (one ?? {}) as Record<string, unknown>;
    const discount = Number(rate);
    if (
      !isGuid(id) ||
      rate === undefined ||
      !Number.isInteger(discount) ||
      discount < -100 ||
      discount > 40
    ) {
      return answerProblem({ status: 400, message: 'The request is invalid.', details: 'Items' });
    }
    const part = world.findPart(id);
    if (!part) return notFound(id);
    if (items.some((item) => item.part === part)) {
      return answerProblem({ status: 409, message: 'Investment cannot be sold', details: id });
    }
    items.push({
      part,
      terms: {
        discount,
        cancelOnPayment: isTrue(body['CancelItemOnPaymentReceived']),
        cancelOnReschedule: isTrue(body['CancelItemOnReschedule']),
      },
    });
  }
  const sold = trades.sell(getInvestor(context, call), items);
  if (!Array.isArray(sold)) return answerObstacle(sold);
  logCall(context, call, 3, body);
  return answer(
    sold.map((listing) => ({
      Id: world.getListingId(listing),
      LoanPartId: world.getPartId(world.getPart(listing.part)),
      DesiredDiscountRate: listing.discount,
    })),
    202,
  );
}

async function cancelMany(context: SandboxContext, call: ApiCall): Promise<Response> {
  const body = await readBody(call.http);
  if (body instanceof Response) return body;
  const ids = readItemIds(body, 100);
  if (ids instanceof Response) return ids;
  return cancel(context, call, ids, body);
}

function cancelOne(context: SandboxContext, call: ApiCall): Response {
  const id = call.param('id');
  return isGuid(id)
    ? cancel(context, call, [id], { ItemIds: [id] })
    : answerProblem({ status: 400, message: 'The request is invalid.', details: 'id' });
}

function cancel(
  context: SandboxContext,
  call: ApiCall,
  ids: string[],
  body: Record<string, unknown>,
): Response {
  const listings = ids.map((id) => context.world.findListing(id));
  const known = listings.filter((listing) => listing !== undefined);
  const missing = ids.find((_, at) => listings[at] === undefined);
  // The documents know no 404 here.
  if (missing !== undefined)
    return answerProblem({ status: 400, message: 'Item is not found', details: missing });
  const obstacle = context.trades.cancel(getInvestor(context, call), known);
  if (obstacle) return answerObstacle(obstacle);
  logCall(context, call, 5, body);
  return answerTaken();
}

function answerObstacle({ status, message, id }: Obstacle): Response {
  return answerProblem({ status, message, details: id });
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

function getInvestor({ world }: SandboxContext, { token }: ApiCall): Investor {
  const investor = world.investors[token.investor];
  if (!investor) throw new RangeError(`There is no investor ${token.investor}.`);
  return investor;
}
