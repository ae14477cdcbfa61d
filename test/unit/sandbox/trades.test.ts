import { describe, expect, it } from 'vitest';
import { checkFields } from './check-answer.ts';
import { getPayload, getText, nobody, useSandbox, type Answer, type Item } from './use-sandbox.ts';

const box = useSandbox({ seed: 11, listings: 400, holdings: 60, now: () => Date.UTC(2026, 10, 22, 12) });

describe('buying', () => {
  it('is taken over, carried out a moment later, and booked', async () => {
    const offer = (await box.getMarket('&ShowMyItems=false&PriceMin=1&PriceMax=9'))[0];
    const id = getText(offer, 'Id');
    const before = await box.getBalance();
    expect(
      await box.call('buySecondaryMarket', '/api/v1/secondarymarket/buy', { ItemIds: [id] }),
    ).toMatchObject({
      status: 202,
      body: { Success: true },
    });
    const again = await box.call('buySecondaryMarket', '/api/v1/secondarymarket/buy', { ItemIds: [id] });
    expect(again.status).toBe(409);
    box.sandbox.clock.advance(3000);
    const late = await box.call('buySecondaryMarket', '/api/v1/secondarymarket/buy', { ItemIds: [id] });
    expect(late).toMatchObject({ status: 409, body: { Errors: [{ Code: 409, Details: id }] } });
    const bought = (await box.getInvestments()).find((item) => item['LoanPartId'] === offer?.['LoanPartId']);
    expect(bought).toMatchObject({ PurchasePrice: offer?.['Price'], SoldDate: null });
    expect(Number(before['Balance']) - Number((await box.getBalance())['Balance'])).toBeCloseTo(
      Number(offer?.['Price']),
      9,
    );
    const summary = getPayload(await box.call('getSecondaryMarketItem', `/api/v1/secondarymarket/${id}`));
    checkFields('SecondMarketItemSummary', summary);
    expect(summary['StatusCode']).toBe(2);
    expect((await box.getMarket()).some((item) => item['Id'] === id)).toBe(false);
  });

  it('can be lost to somebody faster after it was taken over', async () => {
    const offer = (await box.getMarket('&ShowMyItems=false&PriceMin=1&PriceMax=9'))[0];
    const before = await box.getBalance();
    box.sandbox.trades.lostRaces = 1;
    const taken = await box.call('buySecondaryMarket', '/api/v1/secondarymarket/buy', {
      ItemIds: [offer?.['Id']],
    });
    box.sandbox.clock.advance(3000);
    box.sandbox.trades.lostRaces = 0;
    expect(taken.status).toBe(202);
    expect((await box.getInvestments()).some((item) => item['LoanPartId'] === offer?.['LoanPartId'])).toBe(
      false,
    );
    expect((await box.getBalance())['Balance']).toBe(before['Balance']);
    expect(
      getPayload(await box.call('getSecondaryMarketItem', `/api/v1/secondarymarket/${getText(offer, 'Id')}`)),
    ).toMatchObject({
      StatusCode: 2,
    });
  });

  it('is refused for own items, unknown ones, and without the money', async () => {
    const buy = async (ids: unknown[]): Promise<Answer> => {
      return box.call('buySecondaryMarket', '/api/v1/secondarymarket/buy', { ItemIds: ids });
    };
    const own = (await box.getMarket('&ShowMyItems=true'))[0];
    const cheap = (await box.getMarket('&ShowMyItems=false&PriceMax=5'))[0];
    expect(await buy([cheap?.['Id'], own?.['Id']])).toMatchObject({
      status: 409,
      body: { Errors: [{ Details: own?.['Id'] }] },
    });
    expect((await buy([nobody])).status).toBe(404);
    expect((await buy([])).status).toBe(400);
    expect((await buy(Array(101).fill(cheap?.['Id']))).status).toBe(400);
    const investor = box.sandbox.world.investors[0];
    if (!investor) throw new Error('no investor');
    const { reserved } = investor;
    investor.reserved = investor.balance;
    expect((await buy([cheap?.['Id']])).body.Errors[0]?.Message).toBe('Not enough available funds');
    investor.reserved = reserved;
    expect((await box.getMarket()).some((item) => item['Id'] === cheap?.['Id'])).toBe(true);
  });
});

describe('selling', () => {
  const sell = async (items: unknown, more: Item = {}): Promise<Answer> => {
    return box.call('sellSecondaryMarket', '/api/v1/secondarymarket/sell', { Items: items, ...more });
  };

  it('is all or nothing, and names the part that is in the way', async () => {
    const free = await box.getInvestments('SalesStatus=3&IsInRepayment=true');
    const onSale = (await box.getInvestments('SalesStatus=2'))[0];
    const items = [...free.slice(0, 3), onSale].map((item) => ({
      LoanPartId: item?.['LoanPartId'],
      DesiredDiscountRate: -5,
    }));
    const refused = await sell(items);
    expect(refused).toMatchObject({
      status: 409,
      body: { Errors: [{ Message: 'Investment cannot be sold', Details: onSale?.['LoanPartId'] }] },
    });
    expect(await box.getInvestments('SalesStatus=2')).toHaveLength(
      (await box.getMarket('&ShowMyItems=true')).length,
    );
    const done = await sell(items.slice(0, 3), { CancelItemOnPaymentReceived: true });
    expect(done.status).toBe(202);
    expect(done.body.Payload).toHaveLength(3);
    for (const item of done.body.Payload) checkFields('SecondMarketSaleResponse', item);
    const listed = await box.getMarket('&ShowMyItems=true');
    for (const { Id } of done.body.Payload) expect(listed.some((item) => item['Id'] === Id)).toBe(true);
    const cancel = async (path: string, body?: unknown): Promise<Answer> => {
      return box.call(body ? 'cancelSecondaryMarketItems' : 'cancelSecondaryMarketItem', path, body);
    };
    const [one, two, three] = done.body.Payload.map(({ Id }) => String(Id));
    expect((await cancel(`/api/v1/secondarymarket/${one}/cancel`)).status).toBe(202);
    expect((await cancel(`/api/v1/secondarymarket/${one}/cancel`)).status).toBe(409);
    const batch = await cancel('/api/v1/secondarymarket/cancel', { ItemIds: [two, one] });
    expect(batch).toMatchObject({ status: 409, body: { Errors: [{ Details: one }] } });
    expect((await cancel('/api/v1/secondarymarket/cancel', { ItemIds: [two, three] })).status).toBe(202);
    expect((await cancel('/api/v1/secondarymarket/cancel', { ItemIds: [nobody] })).status).toBe(400);
    const others = (await box.getMarket('&ShowMyItems=false'))[0];
    expect((await cancel(`/api/v1/secondarymarket/${getText(others, 'Id')}/cancel`)).status).toBe(403);
    const states = await box.call('listSecondaryMarketItems', '/api/v1/secondarymarket/list', {
      ItemIds: [one, nobody],
    });
    expect(states.body.Payload[0]).toMatchObject({ StatusCode: 3, UserCancelledOn: expect.any(String) });
    expect(states.body.Payload[1]).toBeNull();
  });

  it('refuses discounts that are none, and parts of others', async () => {
    const [free] = await box.getInvestments('SalesStatus=3&IsInRepayment=true');
    const part = free?.['LoanPartId'];
    for (const rate of [-101, 41, 2.5, 'x']) {
      expect((await sell([{ LoanPartId: part, DesiredDiscountRate: rate }])).status, String(rate)).toBe(400);
    }
    expect((await sell([])).status).toBe(400);
    const [other] = await box.getMarket('&ShowMyItems=false');
    expect((await sell([{ LoanPartId: other?.['LoanPartId'], DesiredDiscountRate: 0 }])).status).toBe(403);
    expect((await sell([{ LoanPartId: nobody, DesiredDiscountRate: 0 }])).status).toBe(404);
  });
});
