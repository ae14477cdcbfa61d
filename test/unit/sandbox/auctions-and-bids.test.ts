import { describe, expect, it } from 'vitest';
import { book, bookingTexts } from '#test/sandbox/world/bookings.ts';
import { checkAnswer, checkFields } from './check-answer.ts';
import { getPayload, getText, nobody, useSandbox, type Answer, type Item } from './use-sandbox.ts';

const box = useSandbox({ seed: 11, listings: 400, holdings: 60, now: () => Date.UTC(2026, 10, 22, 12) });

describe('auctions and bids', () => {
  const getAuctions = async (query = ''): Promise<Item[]> => {
    return (await box.call('listAuctions', `/api/v1/auctions?${query}`)).body.Payload;
  };

  it('show what is open, with filters, and more of each one', async () => {
    const open = await getAuctions();
    expect(open.length).toBeGreaterThan(5);
    for (const item of open) checkFields('Auction', item);
    const finnish = await getAuctions('Countries=FI&InterestMin=1');
    expect(finnish.every((item) => item['Country'] === 'FI')).toBe(true);
    const one = getPayload(await box.call('getAuction', `/api/v1/auction/${getText(open[0], 'AuctionId')}`));
    checkFields('AuctionExtended', one);
    expect(one).toMatchObject(open[0] ?? {});
    const old = (await box.getMarket())[0];
    const ended = getPayload(await box.call('getAuction', `/api/v1/auction/${getText(old, 'AuctionId')}`));
    expect(ended).toMatchObject({
      LoanNumber: old?.['AuctionNumber'],
      Fullfilled: 100,
      ActualCloseDate: expect.any(String),
    });
  });

  it('take bids through their states to a loan part', async () => {
    const open = (await getAuctions()).toSorted(
      (one, other) => Number(one['RemainingAmount']) - Number(other['RemainingAmount']),
    );
    const wanted = open.find((item) => Number(item['RemainingAmount']) > 5);
    const investor = box.sandbox.world.investors[0];
    if (!wanted || !investor) throw new Error('nothing to bid on');
    book(box.sandbox.world, investor, 20_000, bookingTexts.deposit);
    const rest = Number(wanted['RemainingAmount']);
    const bids = [{ AuctionId: wanted['AuctionId'], Amount: Math.min(10_000, Math.ceil(rest)) }];
    box.sandbox.clock.advance(2000);
    const before = await box.getBalance();
    const made = await box.call('makeBids', '/api/v1/bid', { Bids: bids });
    expect(made.status).toBe(202);
    checkFields('BidResponse', made.body.Payload[0]);
    const id = getText(made.body.Payload[0], 'Id');
    const getBid = async (): Promise<Item> => {
      return getPayload(await box.call('getBid', `/api/v1/bid/${id}`));
    };
    checkFields('BidSummary', await getBid());
    expect(await getBid()).toMatchObject({
      StatusCode: 0,
      IsRequestBeingProcessed: true,
      ActualBidAmount: null,
    });
    expect((await box.getBalance())['BidRequestAmount']).toBe(
      Number(before['BidRequestAmount']) + Number(bids[0]?.Amount),
    );
    box.sandbox.clock.advance(2000);
    expect(await getBid()).toMatchObject({
      StatusCode: 1,
      ActualBidAmount: rest,
      IsRequestBeingProcessed: false,
    });
    expect(await box.getBalance()).toMatchObject({
      BidRequestAmount: 0,
      Reserved: Number(before['Reserved']) + rest,
    });
    box.sandbox.clock.advance(25_000);
    const ended = await getBid();
    expect([3, 5]).toContain(ended['StatusCode']);
    box.sandbox.clock.advance(60_000);
    const last = await getBid();
    expect((await box.getBalance())['Reserved']).toBeCloseTo(Number(before['Reserved']), 9);
    if (last['StatusCode'] === 2) {
      const part = (await box.getInvestments()).find((item) => item['AuctionId'] === wanted['AuctionId']);
      expect(part).toMatchObject({ Amount: rest, PurchasePrice: rest, AuctionBidType: 2 });
    } else {
      expect(last).toMatchObject({ StatusCode: 3, FailureReason: 13 });
    }
    const listed = await box.call('listBids', `/api/v1/bids?BidStatusCode=${Number(last['StatusCode'])}`);
    expect(listed.body.Payload).toContainEqual(last);
  });

  it('let bids be taken back while they are open, and fail those that cannot be', async () => {
    // The second investor has no more than some hundred euros.
    const second = box.sandbox.tokens.pasted[1];
    const [auction] = (await getAuctions()).toSorted(
      (one, other) => Number(other['RemainingAmount']) - Number(one['RemainingAmount']),
    );
    const bid = async (amount: unknown): Promise<Answer> => {
      return box.call(
        'makeBids',
        '/api/v1/bid',
        {
          Bids: [{ AuctionId: auction?.['AuctionId'], Amount: amount }],
        },
        second,
      );
    };
    const before = { ...box.sandbox.world.investors[1] };
    const id = getText((await bid(5)).body.Payload[0], 'Id');
    const small = getText((await bid(2)).body.Payload[0], 'Id');
    const rich = getText((await bid(9999)).body.Payload[0], 'Id');
    box.sandbox.clock.advance(2000);
    expect((await box.call('cancelBid', `/api/v1/bid/${id}/cancel`, undefined, second)).status).toBe(202);
    expect((await box.call('cancelBid', `/api/v1/bid/${id}/cancel`, undefined, second)).status).toBe(409);
    const states: unknown[] = [];
    for (const one of [id, small, rich]) {
      const { StatusCode, FailureReason } = getPayload(
        await box.call('getBid', `/api/v1/bid/${one}`, undefined, second),
      );
      states.push([StatusCode, FailureReason]);
    }
    expect(states).toEqual([
      [4, 0],
      [3, 4],
      [3, 5],
    ]);
    expect(box.sandbox.world.investors[1]).toEqual(before);
    expect((await bid('much')).status).toBe(400);
    expect((await box.call('makeBids', '/api/v1/bid', { Bids: [] }, second)).status).toBe(400);
    expect(
      (await box.call('makeBids', '/api/v1/bid', { Bids: [{ AuctionId: nobody, Amount: 5 }] }, second))
        .status,
    ).toBe(404);
  });

  it('take forms as ASP.NET does', async () => {
    const [auction] = await getAuctions();
    const answer = await box.ask('https://api.bondora.com/api/v1/bid', {
      method: 'POST',
      headers: { authorization: `Bearer ${box.sandbox.pastedToken}` },
      body: new URLSearchParams({
        'Bids[0][AuctionId]': getText(auction, 'AuctionId'),
        'Bids[0][Amount]': '5',
      }),
    });
    expect(answer.status).toBe(202);
    checkAnswer('makeBids', 202, await answer.json());
    box.sandbox.quotas.reset();
    const plain = await box.ask('https://api.bondora.com/api/v1/bid', {
      method: 'POST',
      headers: { authorization: `Bearer ${box.sandbox.pastedToken}` },
      body: 'Bids',
    });
    expect(plain.status).toBe(415);
  });
});
