import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDay } from '#lib/base/day.ts';
import { operations } from '#lib/bondora/operations.ts';
import type { SecondMarketItem } from '#lib/bondora/second-market-item.ts';
import { startContractRig, type ContractRig } from './contract-rig.ts';

let rig: ContractRig;
beforeAll(async () => {
  rig = await startContractRig({ seed: 8 });
});
beforeEach(() => rig.reset());
// No request of the client is one that the description does not allow.
afterEach(() => expect(rig.faults).toEqual([]));
afterAll(async () => {
  expect([...rig.called]).toEqual(expect.arrayContaining(writes));
  await rig.close();
});

const writes = Object.values(operations).flatMap(({ id, kind }) => (kind === 'write' ? [id] : []));

async function listCheapest(): Promise<SecondMarketItem[]> {
  rig.sandbox.quotas.reset();
  const { items } = await rig.run(rig.client.listSecondaryMarket({ showMyItems: false, pageSize: 100_000 }));
  return items.toSorted((one, other) => (one.totalCost ?? 0) - (other.totalCost ?? 0));
}

const idOf = (item: SecondMarketItem | undefined): string => item?.listingId ?? '';

/** Parts that the investor holds and has not put on sale. */
async function listSellable(): Promise<string[]> {
  const { items } = await rig.run(rig.client.listInvestments({ loanStatusCode: [2] }));
  return items.flatMap(({ loanPartId, listedOnDate, soldDate }) =>
    loanPartId !== null && listedOnDate === null && soldDate === null ? [loanPartId] : [],
  );
}

describe('orders in the sandbox', () => {
  it('buy what is on sale, and the purchase is found among the investments', async () => {
    const [first, second] = await listCheapest();
    const ids = [idOf(first), idOf(second)];
    expect(await rig.run(rig.client.buySecondaryMarket({ ids }))).toEqual({ value: null, problems: [] });
    await rig.clock.advance(10_000);
    const states = await rig.run(rig.client.listSecondaryMarketItems({ ids }));
    expect(states.value.map((state) => state?.statusCode)).toEqual([2, 2]);
    const events = await rig.run(rig.client.listEvents({ eventType: 4 }));
    expect(events.items.at(-1)?.data?.toLowerCase()).toContain(ids[0]);
  });

  it('fail together when somebody was faster, and name the listing', async () => {
    const [first, second] = await listCheapest();
    await rig.run(rig.client.buySecondaryMarket({ ids: [idOf(first)] }));
    await rig.clock.advance(10_000);
    await expect(
      rig.run(rig.client.buySecondaryMarket({ ids: [idOf(second), idOf(first)] })),
    ).rejects.toMatchObject({ code: 'conflict', data: { blockingId: idOf(first) } });
    const states = await rig.run(rig.client.listSecondaryMarketItems({ ids: [idOf(second)] }));
    expect(states.value[0]?.statusCode).toBe(1);
  });

  it('sell and take down, all or nothing', async () => {
    const [first = '', second = ''] = await listSellable();
    const sale = await rig.run(
      rig.client.sellSecondaryMarket({ items: [{ loanPartId: first, discount: -0.05 }] }),
    );
    expect(sale).toEqual({
      value: [{ listingId: expect.any(String), loanPartId: first, discount: -0.05 }],
      problems: [],
    });
    const items = [
      { loanPartId: second, discount: 0 },
      { loanPartId: first, discount: 0 },
    ];
    await expect(rig.run(rig.client.sellSecondaryMarket({ items }))).rejects.toMatchObject({
      code: 'conflict',
      data: { blockingId: first },
    });
    const id = sale.value[0]?.listingId ?? '';
    await rig.run(rig.client.cancelSecondaryMarketItem({ id }));
    await expect(rig.run(rig.client.cancelSecondaryMarketItems({ ids: [id] }))).rejects.toMatchObject({
      code: 'conflict',
    });
    const again = await rig.run(rig.client.sellSecondaryMarket({ items, cancelOnPayment: true }));
    const ids = again.value.flatMap(({ listingId }) => listingId ?? []);
    expect(ids).toHaveLength(2);
    await rig.run(rig.client.cancelSecondaryMarketItems({ ids }));
  });

  it('bid, follow the bid, and take another back', async () => {
    const { items } = await rig.run(rig.client.listAuctions({}));
    const open = items.filter(({ remainingAmount }) => (remainingAmount ?? 0) > 10);
    const bids = open.slice(0, 2).map(({ auctionId }) => ({ auctionId: auctionId ?? '', amount: 5 }));
    expect(bids).toHaveLength(2);
    const taken = await rig.run(rig.client.makeBids({ bids }));
    expect(taken.value.map(({ auctionId, amount }) => ({ auctionId, amount }))).toEqual(bids);
    const [kept = '', other = ''] = taken.value.map(({ bidId }) => bidId ?? '');
    await rig.clock.advance(5000);
    expect((await rig.run(rig.client.getBid({ id: kept }))).value.statusCode).not.toBe(0);
    await rig.run(rig.client.cancelBid({ id: other }));
    expect((await rig.run(rig.client.getBid({ id: other }))).value.statusCode).toBe(4);
    const listed = await rig.run(rig.client.listBids({}));
    expect(listed.items.map(({ bidId }) => bidId)).toEqual(expect.arrayContaining([kept, other]));
    await expect(rig.run(rig.client.cancelBid({ id: other }))).rejects.toMatchObject({ code: 'conflict' });
  });

  it.each(['planned-cash-flow', 'repayments', 'market-archive', 'account-statement', 'investments'] as const)(
    'order a report of %s, which is ready after a while',
    async (kind) => {
      const periodStart = createDay(2025, 6, 1);
      const periodEnd = createDay(2026, 12, 31);
      if (periodStart === undefined || periodEnd === undefined) throw new RangeError('no such days');
      const ordered = await rig.run(rig.client.createReport({ kind, periodStart, periodEnd }));
      const id = ordered.value.reportId ?? '';
      await expect(rig.run(rig.client.getReport({ id }))).rejects.toMatchObject({ code: 'not-found' });
      await rig.clock.advance(3000);
      expect((await rig.run(rig.client.getReport({ id }))).value).toMatchObject({
        generatedOn: null,
        content: null,
        periodStart,
        periodEnd,
      });
      await rig.clock.advance(100_000);
      const { value, problems } = await rig.run(rig.client.getReport({ id }));
      expect(problems).toEqual([]);
      expect(value.content?.kind).toBe(kind);
      if (kind !== 'market-archive') expect(value.content?.rows.length).toBeGreaterThan(0);
      const reports = await rig.run(rig.client.listReports({}));
      expect(reports.value.map(({ reportId }) => reportId)).toContain(id);
    },
  );

  it('need their permission', async () => {
    rig.stores.tokens.write(await rig.run(rig.signIn(['Investments', 'SmSell'])));
    const [first] = await listCheapest();
    await expect(rig.run(rig.client.buySecondaryMarket({ ids: [idOf(first)] }))).rejects.toMatchObject({
      code: 'forbidden',
      data: { scope: 'SmBuy' },
    });
    await expect(
      rig.run(rig.client.makeBids({ bids: [{ auctionId: idOf(first), amount: 5 }] })),
    ).rejects.toMatchObject({ code: 'forbidden', data: { scope: 'BidsEdit' } });
  });
});
