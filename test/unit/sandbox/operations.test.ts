import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describedOperations } from '#test/contract/api-description.ts';
import { createSandboxFetch } from '#test/sandbox/sandbox-fetch.ts';
import { startSandbox, type Sandbox } from '#test/sandbox/server.ts';
import { scopes } from '#test/sandbox/tokens.ts';
import { quotas, generalQuota } from '#test/sandbox/quotas.ts';
import { book, bookingTexts } from '#test/sandbox/world/bookings.ts';
import { checkAnswer, checkFields } from './check-answer.ts';

let sandbox: Sandbox;
let ask: ReturnType<typeof createSandboxFetch>;
const start = Date.UTC(2026, 10, 22, 12);

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 11, listings: 400, holdings: 60, now: () => start });
  ask = createSandboxFetch(sandbox);
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.quotas.reset());

type Item = Record<string, unknown>;
interface Answer {
  status: number;
  body: Record<string, unknown> & {
    Payload: Item[];
    Errors: { Code: number; Message: string; Details: string }[];
  };
}

/** Calls an operation and checks the answer against the description. */
async function call(operationId: string, path: string, body?: unknown, token?: string): Promise<Answer> {
  const operation = describedOperations.find((one) => one.operationId === operationId);
  const answer = await ask(`https://api.bondora.com${path}`, {
    method: operation?.method ?? 'GET',
    headers: {
      authorization: `Bearer ${token ?? sandbox.pastedToken}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json = (await answer.json()) as Answer['body'];
  checkAnswer(operationId, answer.status, json);
  return { status: answer.status, body: json };
}

const nobody = '00000000-0000-4000-8000-000000000000';
const payload = ({ body }: Answer): Item => body.Payload as unknown as Item;
const text = (item: Item | undefined, name: string): string => String(item?.[name]);

async function getMarket(query = ''): Promise<Item[]> {
  sandbox.quotas.reset();
  return (await call('listSecondaryMarket', `/api/v1/secondarymarket?PageSize=100000${query}`)).body.Payload;
}
async function getInvestments(query = ''): Promise<Item[]> {
  sandbox.quotas.reset();
  return (await call('listInvestments', `/api/v1/account/investments?${query}`)).body.Payload;
}
async function getBalance(): Promise<Item> {
  sandbox.quotas.reset();
  return payload(await call('getAccountBalance', '/api/v1/account/balance'));
}

describe('the quotas', () => {
  it('are those of the description, endpoint by endpoint', () => {
    const windows: Record<string, number> = { '1h': 3_600_000, '1s': 1000 };
    for (const { path, limit } of describedOperations) {
      if (limit.window === null || !path.startsWith('/api/v1/')) continue;
      const quota = quotas[path.slice('/api/v1/'.length)] ?? generalQuota;
      expect(quota, path).toEqual({ calls: limit.limit, windowMs: windows[limit.window] });
    }
  });
});

describe('every operation', () => {
  it('refuses callers without a token, without the permission, and past the quota', async () => {
    const guarded = describedOperations.filter(({ path }) => path.startsWith('/api/v1/'));
    expect(guarded).toHaveLength(24);
    for (const { operationId, path, method, scope } of guarded) {
      const address = path.replace('{id}', nobody);
      const init = { method, headers: { 'content-type': 'application/json' } };
      const without = await ask(`https://api.bondora.com${address}`, init);
      expect([without.status, await without.json()], operationId).toMatchObject([
        401,
        { Success: false, Errors: [{ Code: 401, Message: 'Missing token' }] },
      ]);
      if (scope !== null) {
        const code = sandbox.tokens.createCode({
          clientId: sandbox.application.clientId,
          investor: 0,
          scopes: scopes.filter((one) => one !== scope),
          redirectUri: sandbox.application.callback,
        });
        const token = sandbox.tokens.redeem(code, sandbox.application.clientId, undefined, true);
        const answer = await call(operationId, address, method === 'POST' ? {} : undefined, token?.value);
        expect(answer.status, operationId).toBe(403);
      }
      sandbox.faults.add({
        path: address,
        times: 1,
        fault: { kind: 'status', status: 429, retryAfterSeconds: 3 },
      });
      expect((await call(operationId, address, method === 'POST' ? {} : undefined)).status).toBe(429);
    }
  });
});

describe('the account', () => {
  it('tells its cash, which is what the statement adds up to', async () => {
    const balance = await getBalance();
    checkFields('MyAccountBalance', balance);
    expect(balance['TotalAvailable']).toBeCloseTo(
      Number(balance['Balance']) - Number(balance['Reserved']) - Number(balance['BidRequestAmount']),
      9,
    );
    const sum = sandbox.world.investors[0]?.bookings.reduce((total, { amount }) => total + amount, 0);
    expect(sum).toBeCloseTo(Number(balance['Balance']), 6);
  });

  it('lists investments with all fields, repaid ones among them, sold ones only when asked', async () => {
    const held = await getInvestments();
    expect(held.length).toBeGreaterThan(30);
    for (const item of held) checkFields('MyInvestmentItem', item);
    expect(held.some((item) => item['LoanStatusCode'] === 4)).toBe(true);
    expect(held.every((item) => item['SoldDate'] === null)).toBe(true);
    const sold = await getInvestments('SalesStatus=1');
    expect(sold.length).toBeGreaterThan(0);
    expect(sold.every((item) => item['SoldDate'] !== null && Number(item['SalePrice']) > 0)).toBe(true);
    const onSale = await getInvestments('request.salesStatus=2');
    expect(onSale.length).toBeGreaterThan(0);
    const mine = await getMarket('&ShowMyItems=true');
    expect(new Set(onSale.map((item) => item['LoanPartId']))).toEqual(
      new Set(mine.map((item) => item['LoanPartId'])),
    );
    const running = await getInvestments('IsInRepayment=true&Countries=FI&Countries=EE');
    expect(running.every((item) => item['LoanStatusCode'] !== 4 && item['Country'] !== 'NL')).toBe(true);
  });

  it('pays holders what came in since they bought, and no more', async () => {
    for (const item of await getInvestments()) {
      const received = Number(item['NoteLoanTransfersMainAmount']);
      expect(received).toBeLessThanOrEqual(Number(item['PrincipalRepaid']) + 1e-8);
      expect(item['NoteLoanTransfersTotalRepaimentsAmount']).toBeCloseTo(
        received + Number(item['NoteLoanTransfersInterestAmount']) + Number(item['NoteLoanLateChargesPaid']),
        8,
      );
    }
  });
});

describe('loan parts', () => {
  it('come with payments and schedules that add up', async () => {
    const market = await getMarket();
    const ids = market.slice(0, 150).map((item) => text(item, 'LoanPartId'));
    const { body } = await call('listLoanParts', '/api/v1/loanpart/list', { ItemIds: [...ids, nobody] });
    expect(body.Payload).toHaveLength(151);
    expect(body.Payload.at(-1)).toBeNull();
    body.Payload.slice(0, 150).forEach((part, at) => {
      checkFields('LoanPartDetails', part);
      expect(part['LoanPartId']).toBe(ids[at]);
      expect(part['PrincipalRemaining']).toBe(market[at]?.['PrincipalRemaining']);
      const sum = (list: unknown, name: string): number =>
        (list as Item[]).reduce((total, entry) => total + Number(entry[name]), 0);
      const { LoanTransfers: transfers, ScheduledPayments: rows } = part;
      expect(sum(transfers, 'PrincipalAmount')).toBeCloseTo(Number(part['PrincipalRepaid']), 6);
      expect(sum(transfers, 'InterestAmount') + sum(transfers, 'InterestAmountCarriedOver')).toBeCloseTo(
        Number(part['InterestRepaid']),
        6,
      );
      expect(sum(transfers, 'PenaltyAmountCarriedOver')).toBeCloseTo(Number(part['LateAmountPaid']), 6);
      expect(sum(transfers, 'TotalAmount')).toBeCloseTo(Number(part['TotalRepaid']), 6);
      if (part['ReScheduledOn'] === null) {
        expect(sum(rows, 'PrincipalAmount')).toBeCloseTo(Number(part['Amount']), 6);
      }
    });
    const one = payload(await call('getLoanPart', `/api/v1/loanpart/${ids[0]}`));
    expect(one).toEqual(body.Payload[0]);
    sandbox.quotas.reset();
    expect((await call('getLoanPart', `/api/v1/loanpart/${nobody}`)).status).toBe(404);
    sandbox.quotas.reset();
    expect((await call('getLoanPart', '/api/v1/loanpart/nonsense')).status).toBe(400);
  });

  it('are listed by GET with a body too, and not by more than a thousand', async () => {
    const id = text((await getMarket())[0], 'LoanPartId');
    const { body } = await call('listLoanParts', '/api/v1/loanpart/list', { ItemIds: [id] });
    expect(body.Payload[0]?.['LoanPartId']).toBe(id);
    const many = await call('listLoanParts', '/api/v1/loanpart/list', { ItemIds: Array(1001).fill(id) });
    expect(many).toMatchObject({ status: 400, body: { Errors: [{ Message: 'Too many items' }] } });
    expect((await call('listLoanParts', '/api/v1/loanpart/list', { ItemIds: [] })).status).toBe(400);
  });
});

describe('buying', () => {
  it('is taken over, carried out a moment later, and booked', async () => {
    const offer = (await getMarket('&ShowMyItems=false&PriceMin=1&PriceMax=9'))[0];
    const id = text(offer, 'Id');
    const before = await getBalance();
    expect(await call('buySecondaryMarket', '/api/v1/secondarymarket/buy', { ItemIds: [id] })).toMatchObject({
      status: 202,
      body: { Success: true },
    });
    const again = await call('buySecondaryMarket', '/api/v1/secondarymarket/buy', { ItemIds: [id] });
    expect(again.status).toBe(429);
    sandbox.clock.advance(3000);
    sandbox.quotas.reset();
    const late = await call('buySecondaryMarket', '/api/v1/secondarymarket/buy', { ItemIds: [id] });
    expect(late).toMatchObject({ status: 409, body: { Errors: [{ Code: 409, Details: id }] } });
    const bought = (await getInvestments()).find((item) => item['LoanPartId'] === offer?.['LoanPartId']);
    expect(bought).toMatchObject({ PurchasePrice: offer?.['Price'], SoldDate: null });
    expect(Number(before['Balance']) - Number((await getBalance())['Balance'])).toBeCloseTo(
      Number(offer?.['Price']),
      9,
    );
    const summary = payload(await call('getSecondaryMarketItem', `/api/v1/secondarymarket/${id}`));
    checkFields('SecondMarketItemSummary', summary);
    expect(summary['StatusCode']).toBe(2);
    expect((await getMarket()).some((item) => item['Id'] === id)).toBe(false);
  });

  it('can be lost to somebody faster after it was taken over', async () => {
    const offer = (await getMarket('&ShowMyItems=false&PriceMin=1&PriceMax=9'))[0];
    const before = await getBalance();
    sandbox.trades.lostRaces = 1;
    const taken = await call('buySecondaryMarket', '/api/v1/secondarymarket/buy', {
      ItemIds: [offer?.['Id']],
    });
    sandbox.clock.advance(3000);
    sandbox.trades.lostRaces = 0;
    expect(taken.status).toBe(202);
    expect((await getInvestments()).some((item) => item['LoanPartId'] === offer?.['LoanPartId'])).toBe(false);
    expect((await getBalance())['Balance']).toBe(before['Balance']);
    expect(
      payload(await call('getSecondaryMarketItem', `/api/v1/secondarymarket/${text(offer, 'Id')}`)),
    ).toMatchObject({
      StatusCode: 2,
    });
  });

  it('is refused for own items, unknown ones, and without the money', async () => {
    const buy = async (ids: unknown[]): Promise<Answer> => {
      sandbox.quotas.reset();
      return call('buySecondaryMarket', '/api/v1/secondarymarket/buy', { ItemIds: ids });
    };
    const own = (await getMarket('&ShowMyItems=true'))[0];
    const cheap = (await getMarket('&ShowMyItems=false&PriceMax=5'))[0];
    expect(await buy([cheap?.['Id'], own?.['Id']])).toMatchObject({
      status: 409,
      body: { Errors: [{ Details: own?.['Id'] }] },
    });
    expect((await buy([nobody])).status).toBe(404);
    expect((await buy([])).status).toBe(400);
    expect((await buy(Array(101).fill(cheap?.['Id']))).status).toBe(400);
    const investor = sandbox.world.investors[0];
    if (!investor) throw new Error('no investor');
    const { reserved } = investor;
    investor.reserved = investor.balance;
    expect((await buy([cheap?.['Id']])).body.Errors[0]?.Message).toBe('Not enough available funds');
    investor.reserved = reserved;
    expect((await getMarket()).some((item) => item['Id'] === cheap?.['Id'])).toBe(true);
  });
});

describe('selling', () => {
  const sell = async (items: unknown, more: Item = {}): Promise<Answer> => {
    sandbox.quotas.reset();
    return call('sellSecondaryMarket', '/api/v1/secondarymarket/sell', { Items: items, ...more });
  };

  it('is all or nothing, and names the part that is in the way', async () => {
    const free = await getInvestments('SalesStatus=3&IsInRepayment=true');
    const onSale = (await getInvestments('SalesStatus=2'))[0];
    const items = [...free.slice(0, 3), onSale].map((item) => ({
      LoanPartId: item?.['LoanPartId'],
      DesiredDiscountRate: -5,
    }));
    const refused = await sell(items);
    expect(refused).toMatchObject({
      status: 409,
      body: { Errors: [{ Message: 'Investment cannot be sold', Details: onSale?.['LoanPartId'] }] },
    });
    expect(await getInvestments('SalesStatus=2')).toHaveLength((await getMarket('&ShowMyItems=true')).length);
    const done = await sell(items.slice(0, 3), { CancelItemOnPaymentReceived: true });
    expect(done.status).toBe(202);
    expect(done.body.Payload).toHaveLength(3);
    for (const item of done.body.Payload) checkFields('SecondMarketSaleResponse', item);
    const listed = await getMarket('&ShowMyItems=true');
    for (const { Id } of done.body.Payload) expect(listed.some((item) => item['Id'] === Id)).toBe(true);
    const cancel = async (path: string, body?: unknown): Promise<Answer> => {
      sandbox.quotas.reset();
      return call(body ? 'cancelSecondaryMarketItems' : 'cancelSecondaryMarketItem', path, body);
    };
    const [one, two, three] = done.body.Payload.map(({ Id }) => String(Id));
    expect((await cancel(`/api/v1/secondarymarket/${one}/cancel`)).status).toBe(202);
    expect((await cancel(`/api/v1/secondarymarket/${one}/cancel`)).status).toBe(409);
    const batch = await cancel('/api/v1/secondarymarket/cancel', { ItemIds: [two, one] });
    expect(batch).toMatchObject({ status: 409, body: { Errors: [{ Details: one }] } });
    expect((await cancel('/api/v1/secondarymarket/cancel', { ItemIds: [two, three] })).status).toBe(202);
    expect((await cancel('/api/v1/secondarymarket/cancel', { ItemIds: [nobody] })).status).toBe(400);
    const others = (await getMarket('&ShowMyItems=false'))[0];
    expect((await cancel(`/api/v1/secondarymarket/${text(others, 'Id')}/cancel`)).status).toBe(403);
    sandbox.quotas.reset();
    const states = await call('listSecondaryMarketItems', '/api/v1/secondarymarket/list', {
      ItemIds: [one, nobody],
    });
    expect(states.body.Payload[0]).toMatchObject({ StatusCode: 3, UserCancelledOn: expect.any(String) });
    expect(states.body.Payload[1]).toBeNull();
  });

  it('refuses discounts that are none, and parts of others', async () => {
    const [free] = await getInvestments('SalesStatus=3&IsInRepayment=true');
    const part = free?.['LoanPartId'];
    for (const rate of [-101, 41, 2.5, 'x']) {
      expect((await sell([{ LoanPartId: part, DesiredDiscountRate: rate }])).status, String(rate)).toBe(400);
    }
    expect((await sell([])).status).toBe(400);
    const [other] = await getMarket('&ShowMyItems=false');
    expect((await sell([{ LoanPartId: other?.['LoanPartId'], DesiredDiscountRate: 0 }])).status).toBe(403);
    expect((await sell([{ LoanPartId: nobody, DesiredDiscountRate: 0 }])).status).toBe(404);
  });
});

describe('auctions and bids', () => {
  const getAuctions = async (query = ''): Promise<Item[]> => {
    sandbox.quotas.reset();
    return (await call('listAuctions', `/api/v1/auctions?${query}`)).body.Payload;
  };

  it('show what is open, with filters, and more of each one', async () => {
    const open = await getAuctions();
    expect(open.length).toBeGreaterThan(5);
    for (const item of open) checkFields('Auction', item);
    const finnish = await getAuctions('Countries=FI&InterestMin=1');
    expect(finnish.every((item) => item['Country'] === 'FI')).toBe(true);
    const one = payload(await call('getAuction', `/api/v1/auction/${text(open[0], 'AuctionId')}`));
    checkFields('AuctionExtended', one);
    expect(one).toMatchObject(open[0] ?? {});
    sandbox.quotas.reset();
    const old = (await getMarket())[0];
    const ended = payload(await call('getAuction', `/api/v1/auction/${text(old, 'AuctionId')}`));
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
    const investor = sandbox.world.investors[0];
    if (!wanted || !investor) throw new Error('nothing to bid on');
    book(sandbox.world, investor, 20_000, bookingTexts.deposit);
    const rest = Number(wanted['RemainingAmount']);
    const bids = [{ AuctionId: wanted['AuctionId'], Amount: Math.min(10_000, Math.ceil(rest)) }];
    sandbox.clock.advance(2000);
    const before = await getBalance();
    sandbox.quotas.reset();
    const made = await call('makeBids', '/api/v1/bid', { Bids: bids });
    expect(made.status).toBe(202);
    checkFields('BidResponse', made.body.Payload[0]);
    const id = text(made.body.Payload[0], 'Id');
    const getBid = async (): Promise<Item> => {
      sandbox.quotas.reset();
      return payload(await call('getBid', `/api/v1/bid/${id}`));
    };
    checkFields('BidSummary', await getBid());
    expect(await getBid()).toMatchObject({
      StatusCode: 0,
      IsRequestBeingProcessed: true,
      ActualBidAmount: null,
    });
    expect((await getBalance())['BidRequestAmount']).toBe(
      Number(before['BidRequestAmount']) + Number(bids[0]?.Amount),
    );
    sandbox.clock.advance(2000);
    expect(await getBid()).toMatchObject({
      StatusCode: 1,
      ActualBidAmount: rest,
      IsRequestBeingProcessed: false,
    });
    expect(await getBalance()).toMatchObject({
      BidRequestAmount: 0,
      Reserved: Number(before['Reserved']) + rest,
    });
    sandbox.clock.advance(25_000);
    const ended = await getBid();
    expect([3, 5]).toContain(ended['StatusCode']);
    sandbox.clock.advance(60_000);
    const last = await getBid();
    expect((await getBalance())['Reserved']).toBeCloseTo(Number(before['Reserved']), 9);
    if (last['StatusCode'] === 2) {
      const part = (await getInvestments()).find((item) => item['AuctionId'] === wanted['AuctionId']);
      expect(part).toMatchObject({ Amount: rest, PurchasePrice: rest, AuctionBidType: 2 });
    } else {
      expect(last).toMatchObject({ StatusCode: 3, FailureReason: 13 });
    }
    sandbox.quotas.reset();
    const listed = await call('listBids', `/api/v1/bids?BidStatusCode=${Number(last['StatusCode'])}`);
    expect(listed.body.Payload).toContainEqual(last);
  });

  it('let bids be taken back while they are open, and fail those that cannot be', async () => {
    // The second investor has no more than some hundred euros.
    const second = sandbox.tokens.pasted[1];
    const [auction] = (await getAuctions()).toSorted(
      (one, other) => Number(other['RemainingAmount']) - Number(one['RemainingAmount']),
    );
    const bid = async (amount: unknown): Promise<Answer> => {
      sandbox.quotas.reset();
      return call(
        'makeBids',
        '/api/v1/bid',
        {
          Bids: [{ AuctionId: auction?.['AuctionId'], Amount: amount }],
        },
        second,
      );
    };
    const before = { ...sandbox.world.investors[1] };
    const id = text((await bid(5)).body.Payload[0], 'Id');
    const small = text((await bid(2)).body.Payload[0], 'Id');
    const rich = text((await bid(9999)).body.Payload[0], 'Id');
    sandbox.clock.advance(2000);
    expect((await call('cancelBid', `/api/v1/bid/${id}/cancel`, undefined, second)).status).toBe(202);
    sandbox.quotas.reset();
    expect((await call('cancelBid', `/api/v1/bid/${id}/cancel`, undefined, second)).status).toBe(409);
    const states: unknown[] = [];
    for (const one of [id, small, rich]) {
      sandbox.quotas.reset();
      const { StatusCode, FailureReason } = payload(
        await call('getBid', `/api/v1/bid/${one}`, undefined, second),
      );
      states.push([StatusCode, FailureReason]);
    }
    expect(states).toEqual([
      [4, 0],
      [3, 4],
      [3, 5],
    ]);
    expect(sandbox.world.investors[1]).toEqual(before);
    expect((await bid('much')).status).toBe(400);
    sandbox.quotas.reset();
    expect((await call('makeBids', '/api/v1/bid', { Bids: [] }, second)).status).toBe(400);
    sandbox.quotas.reset();
    expect(
      (await call('makeBids', '/api/v1/bid', { Bids: [{ AuctionId: nobody, Amount: 5 }] }, second)).status,
    ).toBe(404);
  });

  it('take forms as ASP.NET does', async () => {
    const [auction] = await getAuctions();
    sandbox.quotas.reset();
    const answer = await ask('https://api.bondora.com/api/v1/bid', {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.pastedToken}` },
      body: new URLSearchParams({ 'Bids[0][AuctionId]': text(auction, 'AuctionId'), 'Bids[0][Amount]': '5' }),
    });
    expect(answer.status).toBe(202);
    checkAnswer('makeBids', 202, await answer.json());
    sandbox.quotas.reset();
    const plain = await ask('https://api.bondora.com/api/v1/bid', {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.pastedToken}` },
      body: 'Bids',
    });
    expect(plain.status).toBe(415);
  });
});

describe('reports', () => {
  const order = async (type: unknown, from: unknown, to: unknown): Promise<Answer> => {
    sandbox.quotas.reset();
    return call('createReport', '/api/v1/report', { ReportType: type, PeriodStart: from, PeriodEnd: to });
  };
  const get = async (id: string): Promise<Answer> => {
    sandbox.quotas.reset();
    return call('getReport', `/api/v1/report/${id}`);
  };
  const kinds: Record<number, string> = {
    3: 'FutureCashflowsReportLine',
    4: 'RepaymentsReportLine',
    6: 'SecondMarketArchiveReportLine',
    7: 'AccountStatementReportLine',
    8: 'InvestmentsListReportLineV2',
  };

  it.each([
    [3, '2026-11-22T00:00:00', '2028-11-20T00:00:00'],
    [4, '2025-01-01T00:00:00', '2026-11-22T00:00:00'],
    [6, '2025-01-01T00:00:00', '2026-12-31T00:00:00'],
    [7, '2025-01-01T00:00:00', '2026-12-31T00:00:00'],
    [8, '2025-01-01T00:00:00', '2026-12-31T00:00:00'],
  ])('of type %i are hidden, then made, then full', async (type, from, to) => {
    if (type === 6) {
      const [listing] = await getMarket('&ShowMyItems=true');
      sandbox.quotas.reset();
      await call('cancelSecondaryMarketItem', `/api/v1/secondarymarket/${text(listing, 'Id')}/cancel`);
    }
    const ordered = await order(type, from, to);
    expect(ordered.status).toBe(202);
    const id = text(payload(ordered), 'ReportId');
    expect((await get(id)).body.Errors[0]?.Message).toBe(`Report with Id ${id} is not found`);
    sandbox.clock.advance(2000);
    expect(payload(await get(id))).toMatchObject({ GeneratedOn: null, Result: [], ReportType: type });
    sandbox.clock.advance(100_000);
    const ready = await get(id);
    const { Result: rows, GeneratedOn: at } = payload(ready) as { Result: Item[]; GeneratedOn: unknown };
    expect(at).toEqual(expect.any(String));
    expect(rows.length).toBeGreaterThan(0);
    expect(ready.body['Count']).toBe(rows.length);
    for (const row of rows) checkFields(kinds[type] ?? '', row);
    sandbox.quotas.reset();
    const { body } = await call('listReports', '/api/v1/reports');
    expect(body.Payload.some((report) => report['ReportId'] === id)).toBe(true);
  });

  it('of kinds and periods that are not made are refused', async () => {
    expect((await order(1, '2025-01-01', '2025-02-01')).body.Errors[0]?.Message).toBe(
      "Report Type '1' is not supported",
    );
    for (const [from, to] of [
      [undefined, '2025-01-01T00:00:00'],
      ['2025-01-01T00:00:00', undefined],
      ['2008-06-01T00:00:00', '2009-06-01T00:00:00'],
      ['2022-01-01T00:00:00', '2025-01-01T00:00:00'],
      ['2025-02-01T00:00:00', '2025-01-01T00:00:00'],
      ['2050-01-01T00:00:00', '2050-02-01T00:00:00'],
    ]) {
      expect((await order(7, from, to)).status, `${from} to ${to}`).toBe(400);
    }
    sandbox.quotas.reset();
    expect((await call('getReport', `/api/v1/report/${nobody}`)).status).toBe(404);
  });
});

describe('the event log and the data set', () => {
  it('keep write calls with what was sent', async () => {
    const [free] = await getInvestments('SalesStatus=3&IsInRepayment=true');
    sandbox.quotas.reset();
    const items = { Items: [{ LoanPartId: free?.['LoanPartId'], DesiredDiscountRate: 1 }] };
    await call('sellSecondaryMarket', '/api/v1/secondarymarket/sell', items);
    const { body } = await call('listEvents', '/api/v1/eventlog?EventType=3');
    const last = body.Payload.at(-1);
    checkFields('EventLogItem', last);
    expect(JSON.parse(text(last, 'Data'))).toEqual(items);
  });

  it('publish all loans, by page and by filter', async () => {
    const first = await call('listPublicDataset', '/api/v1/publicdataset?PageSize=20');
    expect(first.body.Payload).toHaveLength(20);
    for (const item of first.body.Payload) checkFields('PublicDatasetItem', item);
    sandbox.quotas.reset();
    const id = text(first.body.Payload[3], 'LoanId');
    const one = await call(
      'listPublicDataset',
      `/api/v1/publicdataset?LoanIds=${id}&Countries=${text(first.body.Payload[3], 'Country')}`,
    );
    expect(one.body.Payload).toEqual([first.body.Payload[3]]);
  });
});

describe('lists by GET', () => {
  it('read the body that browsers cannot send', async () => {
    const { request } = await import('node:https');
    const id = text((await getMarket())[0], 'Id');
    for (const [operationId, path] of [
      ['listSecondaryMarketItemsViaGet', '/api/v1/secondarymarket/list'],
      ['listLoanPartsViaGet', '/api/v1/loanpart/list'],
    ] as const) {
      const body = JSON.stringify({ ItemIds: [id] });
      const answer = await new Promise<string>((resolve, reject) => {
        request(
          {
            host: '127.0.0.1',
            port: sandbox.port,
            path,
            ca: sandbox.certificate,
            servername: 'api.bondora.com',
            headers: {
              host: 'api.bondora.com',
              authorization: `Bearer ${sandbox.pastedToken}`,
              'content-type': 'application/json',
              'content-length': body.length,
            },
          },
          (incoming) => {
            incoming.toArray().then((chunks) => resolve(Buffer.concat(chunks).toString()), reject);
          },
        )
          .on('error', reject)
          .end(body);
      });
      checkAnswer(operationId, 200, JSON.parse(answer));
      expect((JSON.parse(answer) as Answer['body']).Payload).toHaveLength(1);
    }
  });
});
