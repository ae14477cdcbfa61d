import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operations } from '#lib/bondora/operations.ts';
import { scopes, type Scope } from '#lib/base/permissions.ts';
import { startContractRig, type ContractRig } from './contract-rig.ts';

let rig: ContractRig;
beforeAll(async () => {
  rig = await startContractRig({ seed: 5 });
});
beforeEach(() => rig.reset());
// No request of the client is one that the description does not allow.
afterEach(() => expect(rig.faults).toEqual([]));
afterAll(async () => {
  expect([...rig.called].filter((id) => !id.includes('AccessToken')).toSorted()).toEqual(reads.toSorted());
  await rig.close();
});

const reads = Object.values(operations).flatMap(({ id, kind }) => (kind === 'read' ? [id] : []));

const nobody = '00000000-0000-4000-8000-000000000000';

describe('reading from the sandbox', () => {
  it('gives the balance', async () => {
    const { value, problems } = await rig.run(rig.client.getAccountBalance({}));
    const investor = rig.sandbox.world.investors[0];
    expect(problems).toEqual([]);
    expect(value.balance).toBe(investor?.balance);
    expect(value.totalAvailable).toBeCloseTo(
      (value.balance ?? 0) - (value.reserved ?? 0) - (value.bidRequestAmount ?? 0),
      6,
    );
    expect(value.goGrowAccounts?.map(({ name }) => name)).toEqual(investor?.goGrow.map(({ name }) => name));
  });

  it('gives the investments, with a filter and page by page', async () => {
    const all = await rig.run(rig.client.listInvestments({}));
    expect(all.problems).toEqual([]);
    expect(all.items.length).toBe(all.totalCount);
    expect(all.items.length).toBeGreaterThan(10);
    const page = await rig.run(rig.client.listInvestments({ pageSize: 3, pageNr: 2 }));
    expect(page).toMatchObject({ pageSize: 3, pageNr: 2, totalCount: all.totalCount });
    expect(page.items.map(({ loanPartId }) => loanPartId)).toEqual(
      all.items.slice(3, 6).map(({ loanPartId }) => loanPartId),
    );
    const dear = await rig.run(
      rig.client.listInvestments({ interestMin: 0.2, countries: ['EE', 'FI'], isInRepayment: true }),
    );
    const expected = all.items.filter(
      ({ interest, country, loanStatusCode }) =>
        (interest ?? 0) >= 0.2 &&
        ['EE', 'FI'].includes(country ?? '') &&
        [2, 5, 100].includes(loanStatusCode ?? 0),
    );
    expect(dear.items.map(({ loanPartId }) => loanPartId)).toEqual(
      expected.map(({ loanPartId }) => loanPartId),
    );
  });

  it('gives the market with its terms, and each listing and loan part by its id', async () => {
    const { client } = rig;
    const market = await rig.run(client.listSecondaryMarket({ pageSize: 100_000, showMyItems: false }));
    expect(market.problems).toEqual([]);
    expect(market.items.length).toBe(market.totalCount);
    for (const { price, principalRemaining, discount } of market.items) {
      expect(price).toBeCloseTo((principalRemaining ?? 0) * (1 + (discount ?? 0)), 6);
      expect(Math.abs(discount ?? 9)).toBeLessThanOrEqual(1);
    }
    const [first, second] = market.items;
    const listings = [second?.listingId ?? '', nobody, first?.listingId ?? ''];
    const states = await rig.run(client.listSecondaryMarketItems({ ids: listings }));
    expect(states.problems).toEqual([]);
    expect(states.value.map((state) => state?.listingId ?? null)).toEqual([listings[0], null, listings[2]]);
    expect(states.value[2]).toMatchObject({
      statusCode: 1,
      discount: first?.discount,
      discountAsFraction: first?.discount,
    });
    expect(await rig.run(client.listSecondaryMarketItemsViaGet({ ids: listings }))).toEqual(states);
    const one = await rig.run(client.getSecondaryMarketItem({ id: listings[0] ?? '' }));
    expect(one).toEqual({ value: states.value[0], problems: [] });

    const parts = [first?.loanPartId ?? '', nobody];
    const details = await rig.run(client.listLoanParts({ ids: parts }));
    expect(details.problems).toEqual([]);
    expect(details.value[0]).toMatchObject({ loanPartId: parts[0], interest: first?.interest });
    expect(details.value[0]?.scheduledPayments?.length).toBeGreaterThan(0);
    expect(details.value[1]).toBeNull();
    expect(await rig.run(client.listLoanPartsViaGet({ ids: parts }))).toEqual(details);
    const part = await rig.run(client.getLoanPart({ id: parts[0] ?? '' }));
    expect(part).toEqual({ value: details.value[0], problems: [] });
  });

  it('gives a page of the market as a stream', async () => {
    const response = await rig.run(
      rig.client.stream('listSecondaryMarket', { pageSize: 100_000 }, { priority: 'sync' }),
    );
    const body = (await rig.run(response.json())) as { TotalCount: number; Payload: unknown[] };
    expect(body.Payload).toHaveLength(body.TotalCount);
    expect(body.TotalCount).toBeGreaterThanOrEqual(300);
  });

  it('gives the auctions, the bids, the event log, the reports and the public data set', async () => {
    const { client } = rig;
    const auctions = await rig.run(client.listAuctions({}));
    expect(auctions.problems).toEqual([]);
    expect(auctions.items.length).toBeGreaterThan(0);
    const id = auctions.items[0]?.auctionId ?? '';
    const auction = await rig.run(client.getAuction({ id }));
    expect(auction.problems).toEqual([]);
    expect(auction.value).toMatchObject({ auctionId: id, interest: auctions.items[0]?.interest });
    expect(auction.value.debts).toEqual(expect.any(Array));

    expect((await rig.run(client.listBids({ statusCode: 1 }))).problems).toEqual([]);
    expect((await rig.run(client.listEvents({ eventType: 1 }))).problems).toEqual([]);
    expect((await rig.run(client.listReports({}))).problems).toEqual([]);
    const loans = await rig.run(client.listPublicDataset({ pageSize: 50, ratings: ['C', 'HR'] }));
    expect(loans.problems).toEqual([]);
    expect(loans.items.length).toBeGreaterThan(0);
    expect(loans.items.filter(({ rating }) => rating !== 'C' && rating !== 'HR')).toEqual([]);
  });

  it('knows what is not there', async () => {
    const { client } = rig;
    const asked = [
      client.getAuction({ id: nobody }),
      client.getBid({ id: nobody }),
      client.getReport({ id: nobody }),
      client.getLoanPart({ id: nobody }),
      client.getSecondaryMarketItem({ id: nobody }),
    ];
    const ends = await rig.run(Promise.allSettled(asked));
    expect(ends.map((end) => end.status === 'rejected' && (end.reason as { code: string }).code)).toEqual(
      asked.map(() => 'not-found'),
    );
  });
});

describe('reading without the permission', () => {
  it('is forbidden where a permission is needed, and names it', async () => {
    rig.stores.tokens.write(await rig.run(rig.signIn([])));
    const { client } = rig;
    const asked: (readonly [Scope, Promise<unknown>])[] = [
      ['Investments', client.listInvestments({})],
      ['BidsRead', client.listBids({})],
      ['ReportRead', client.listReports({})],
    ];
    for (const [scope, call] of asked) {
      await expect(rig.run(call)).rejects.toMatchObject({ code: 'forbidden', data: { scope } });
    }
    expect((await rig.run(client.getAccountBalance({}))).problems).toEqual([]);
  });

  it('is possible with that permission alone', async () => {
    for (const scope of scopes) {
      const grant = await rig.run(rig.signIn(scopes, [scope]));
      expect(grant.scopes).toEqual([scope]);
    }
  });
});
