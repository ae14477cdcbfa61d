import { describe, expect, it } from 'vitest';
import { createTestClient } from './client-rig.ts';
import { createMemoryStores, lastingGrant } from './memory-stores.ts';
import { createOwnedClock } from './owned-clock.ts';
import { answer, createScriptedFetch, payload, refusal, type Step } from './scripted-fetch.ts';

const id = '0a0b0c0d-1111-2222-3333-444455556666';
const other = '1a0b0c0d-1111-2222-3333-444455556666';
const taken = { Success: true, Errors: null };

function setUp(...steps: Step[]) {
  const clock = createOwnedClock();
  const stores = createMemoryStores(lastingGrant);
  const script = createScriptedFetch(...steps);
  const client = createTestClient({ fetch: script.fetch, clock, stores });
  return { clock, stores, client, sent: script.sent };
}

describe('an order', () => {
  it('is sent as the API wants it', async () => {
    const { client, sent } = setUp(
      answer(taken, 202),
      payload([{ Id: other, LoanPartId: id, DesiredDiscountRate: -12 }], {}, 202),
      answer(taken, 202),
      answer(taken, 202),
      payload([{ Id: other, AuctionId: id, Amount: 5, MinAmount: null }], {}, 202),
      answer(taken, 202),
      payload({ ReportId: other }, {}, 202),
    );
    await client.buySecondaryMarket({ ids: [id, other] });
    const sale = { items: [{ loanPartId: id, discount: -0.12 }], cancelOnPayment: true };
    const { value: sales } = await client.sellSecondaryMarket(sale);
    await client.cancelSecondaryMarketItem({ id });
    await client.cancelSecondaryMarketItems({ ids: [id] });
    const { value: bids } = await client.makeBids({ bids: [{ auctionId: id, amount: 5 }] });
    await client.cancelBid({ id });
    const { value: report } = await client.createReport({
      kind: 'account-statement',
      periodStart: 17_897 as never,
      periodEnd: 18_261 as never,
    });
    expect(sales).toEqual([{ listingId: other, loanPartId: id, discount: -0.12 }]);
    expect(bids).toEqual([{ bidId: other, auctionId: id, amount: 5, minAmount: null }]);
    expect(report).toEqual({ reportId: other });
    expect(
      sent.map(({ url, body }) => [url.pathname.slice(8), body && (JSON.parse(body) as unknown)]),
    ).toEqual([
      ['secondarymarket/buy', { ItemIds: [id, other] }],
      [
        'secondarymarket/sell',
        { Items: [{ LoanPartId: id, DesiredDiscountRate: -12 }], CancelItemOnPaymentReceived: true },
      ],
      [`secondarymarket/${id}/cancel`, undefined],
      ['secondarymarket/cancel', { ItemIds: [id] }],
      ['bid', { Bids: [{ AuctionId: id, Amount: 5 }] }],
      [`bid/${id}/cancel`, undefined],
      ['report', { ReportType: 7, PeriodStart: '2019-01-01T00:00:00', PeriodEnd: '2019-12-31T00:00:00' }],
    ]);
  });

  it.each([
    ['the connection breaks', new TypeError('fetch failed'), 'network'],
    ['the server fails', refusal(500, 'oops'), 'server'],
    ['a gateway gives up', answer('<html>', 504, { 'content-type': 'text/html' }), 'server'],
    ['the server gave up waiting', refusal(408, 'Request Timeout'), 'bad-request'],
    ['the answer is HTML', answer('<html>', 200, { 'content-type': 'text/html' }), 'nonsense'],
    ['the answer is cut off', answer('{"Success": tr', 202), 'nonsense'],
    ['the answer is a redirect', new Response(null, { status: 302 }), 'nonsense'],
    [
      'the envelope says 500',
      answer({ Success: false, Errors: [{ Code: 500, Message: 'x' }] }, 202),
      'server',
    ],
  ])('is never repeated: its outcome is unknown when %s', async (_, step, why) => {
    const { client, sent } = setUp(step);
    await expect(client.buySecondaryMarket({ ids: [id] })).rejects.toMatchObject({
      code: 'unknown-outcome',
      data: { why },
    });
    expect(sent).toHaveLength(1);
  });

  it('has an unknown outcome when its answer lacks the payload that it must have', async () => {
    const { client } = setUp(payload(null, {}, 202));
    await expect(client.makeBids({ bids: [{ auctionId: id, amount: 5 }] })).rejects.toMatchObject({
      code: 'unknown-outcome',
    });
  });

  it('has an unknown outcome when the head of the answer, or the rest of it, does not come in time', async () => {
    const still = (): Response =>
      new Response(new ReadableStream({ start: () => undefined }), {
        status: 202,
        headers: { 'content-type': 'application/json' },
      });
    for (const step of [() => new Promise<never>(() => undefined), still]) {
      const { client, clock, sent } = setUp(step);
      await expect(clock.runUntil(client.buySecondaryMarket({ ids: [id] }))).rejects.toMatchObject({
        code: 'unknown-outcome',
      });
      expect(sent).toHaveLength(1);
    }
  });

  it.each([
    [400, 'bad-request'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'rate-limited'],
  ])('was surely not carried out at status %i, and is not repeated', async (status, code) => {
    const { client, sent } = setUp(refusal(status, 'no'));
    await expect(client.buySecondaryMarket({ ids: [id] })).rejects.toMatchObject({ code });
    expect(sent).toHaveLength(1);
  });

  it('tells which item blocks a batch', async () => {
    const { client } = setUp(refusal(409, 'Investment cannot be sold', other.toUpperCase()));
    await expect(client.buySecondaryMarket({ ids: [id, other] })).rejects.toMatchObject({
      code: 'conflict',
      data: { blockingId: other },
    });
  });

  it('names the permission that it lacks', async () => {
    const { client } = setUp(refusal(403, 'User has no rights'));
    await expect(client.buySecondaryMarket({ ids: [id] })).rejects.toMatchObject({
      message: 'The permission SmBuy is missing. Grant it by linking the account again.',
      data: { scope: 'SmBuy' },
    });
  });

  it('is not sent again after a 401, though the token is renewed for the next', async () => {
    const renewed = { access_token: 'second-access-token', token_type: 'bearer', expires_in: 3600 };
    const { client, clock, stores, sent } = setUp(
      refusal(401, 'Invalid token'),
      answer(renewed),
      answer(taken, 202),
    );
    stores.tokens.write({ ...lastingGrant, refreshToken: 'refresh', expiresAt: clock.now() + 3_600_000 });
    await expect(client.buySecondaryMarket({ ids: [id] })).rejects.toMatchObject({
      code: 'unauthorized',
      message: 'The sign-in had run out and has been renewed. Nothing was ordered, so order again.',
    });
    expect(sent).toHaveLength(2);
    await clock.runUntil(client.buySecondaryMarket({ ids: [id] }));
    expect(sent[2]?.headers.get('authorization')).toBe('Bearer second-access-token');
  });

  it('that is stopped while it waits was not sent, and on its way may have been carried out', async () => {
    const { client, clock, sent } = setUp(answer(taken, 202), () => new Promise(() => undefined));
    await client.buySecondaryMarket({ ids: [id] });
    const stop = new AbortController();
    const waiting = client.buySecondaryMarket({ ids: [id] }, { signal: stop.signal });
    await clock.settle();
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
    expect(sent).toHaveLength(1);

    const late = new AbortController();
    const under = client.buySecondaryMarket({ ids: [id] }, { signal: late.signal });
    await clock.advance(1100);
    expect(sent).toHaveLength(2);
    late.abort();
    await expect(under).rejects.toMatchObject({ code: 'unknown-outcome', data: { why: 'aborted' } });
  });
});

describe('an order that cannot be meant', () => {
  const many = (count: number): string[] =>
    Array.from({ length: count }, (_, nth) => `0a0b0c0d-1111-2222-3333-${String(nth).padStart(12, '0')}`);
  type Client = ReturnType<typeof setUp>['client'];
  const sell = (discount: number) => (client: Client) =>
    client.sellSecondaryMarket({ items: [{ loanPartId: id, discount }] });

  it.each<[string, (client: Client) => Promise<unknown>]>([
    ['buys nothing', (client) => client.buySecondaryMarket({ ids: [] })],
    ['buys 101 listings', (client) => client.buySecondaryMarket({ ids: many(101) })],
    ['buys one listing twice', (client) => client.buySecondaryMarket({ ids: [id, id] })],
    ['names what is no id', (client) => client.cancelSecondaryMarketItem({ id: '../bid' })],
    ['sells for half a percent off', sell(-0.005)],
    ['sells above 40 % on top', sell(0.41)],
    ['sells for less than nothing', sell(-1.01)],
    ['sells for no number', sell(Number.NaN)],
    ['bids 4 euros', (client) => client.makeBids({ bids: [{ auctionId: id, amount: 4 }] })],
    ['bids no number', (client) => client.makeBids({ bids: [{ auctionId: id, amount: Number.NaN }] })],
    [
      'wants a report of three years',
      (client) =>
        client.createReport({ kind: 'repayments', periodStart: 17_000 as never, periodEnd: 18_100 as never }),
    ],
    [
      'wants a report of 2008',
      (client) =>
        client.createReport({ kind: 'repayments', periodStart: 14_000 as never, periodEnd: 14_100 as never }),
    ],
  ])('is not sent when it %s', async (_, order) => {
    const { client, sent } = setUp();
    await expect(order(client)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(sent).toHaveLength(0);
    expect((await client.quotaStatus('secondarymarket/buy')).left).toBe(1);
  });
});
