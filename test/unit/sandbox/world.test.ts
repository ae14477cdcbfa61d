import { describe, expect, it } from 'vitest';
import { parseDay } from '#lib/base/day.ts';
import { getOutstandingPayments, getPrice, getPrincipalRemaining } from '#test/sandbox/world/money.ts';
import { getOffer } from '#test/sandbox/world/offer.ts';
import { countDue, createSchedule, getDue, listRows } from '#test/sandbox/world/schedule.ts';
import { createWorld } from '#test/sandbox/world/create-world.ts';
import type { World } from '#test/sandbox/world/world.ts';
import { createSecondMarketItem } from '#test/sandbox/api/second-market-item.ts';

const noon = Date.UTC(2026, 10, 22, 12);

function makeWorld(seed = 7, listings = 1500): World {
  return createWorld({ seed, listings, holdings: 40, startedAt: noon });
}

describe('a world', () => {
  it('is the same for the same seed', () => {
    const [one, other] = [makeWorld(), makeWorld()];
    const write = (world: World) => world.listOpen().map((listing) => createSecondMarketItem(world, listing));
    expect(write(one)).toEqual(write(other));
    expect(one.investors).toEqual(other.investors);
  });

  it('is another for another seed', () => {
    const world = makeWorld(1);
    const ids = new Set(world.listOpen().map((listing) => world.getListingId(listing)));
    const others = makeWorld(2);
    expect(others.listOpen().filter((listing) => ids.has(others.getListingId(listing)))).toEqual([]);
  });

  it('finds everything by its id and nothing by an id of another kind', () => {
    const world = makeWorld();
    for (const listing of world.listings.slice(0, 200)) {
      const id = world.getListingId(listing);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(world.findListing(id.toUpperCase())).toBe(listing);
      expect(world.findPart(id)).toBeUndefined();
    }
    expect(world.findListing('00000000-0000-4000-8000-000000000000')).toBeUndefined();
    expect(world.findListing('nonsense')).toBeUndefined();
  });

  it('has loans in every state that is traded, ratings from AA to HR, several countries', () => {
    const world = makeWorld();
    const offers = world.listOpen().map((listing) => getOffer(world, listing));
    expect(new Set(offers.map(({ standing }) => standing.status))).toEqual(new Set([2, 100, 5]));
    expect(new Set(offers.map(({ loan }) => loan.rating)).size).toBe(8);
    expect(new Set(offers.map(({ loan }) => loan.country))).toEqual(new Set(['FI', 'EE', 'NL', 'ES']));
    expect(offers.some(({ loan }) => loan.phases.length > 1)).toBe(true);
    expect(offers.some(({ standing }) => standing.defaultedOn !== undefined)).toBe(true);
  });

  it('offers some loans more than once, and has the investor sell a few parts', () => {
    const world = makeWorld();
    const open = world.listOpen();
    const loans = new Set(open.map((listing) => world.getPart(listing.part).loan));
    expect(open.length / loans.size).toBeGreaterThan(1.5);
    expect(open.filter((listing) => listing.seller === 0).length).toBeGreaterThan(0);
    expect(open.filter((listing) => listing.seller === 0).length).toBeLessThan(20);
  });
});

describe('the sums of an offer', () => {
  it('follow from each other', () => {
    const world = makeWorld();
    for (const listing of world.listOpen()) {
      const { loan, part, standing } = getOffer(world, listing);
      const item = createSecondMarketItem(world, listing);
      expect(item.PrincipalRemaining).toBeCloseTo(item.Amount - item.PrincipalRepaid, 9);
      expect(item.PrincipalRemaining).toBeGreaterThan(0);
      expect(item.Price).toBeCloseTo(item.PrincipalRemaining * (1 + item.DesiredDiscountRate / 100), 9);
      expect(item.TotalCost).toBe(item.Price + item.Fee);
      expect(item.LateAmountTotal).toBeCloseTo(
        item.PrincipalLateAmount + item.InterestLateAmount + item.PenaltyLateAmount,
        9,
      );
      expect(item.PrincipalLateAmount).toBeLessThanOrEqual(item.PrincipalRemaining + 1e-9);
      expect(item.OutstandingPayments).toBeGreaterThanOrEqual(item.PrincipalRemaining);
      expect(item.InvestmentNumber).toBe(`${item.AuctionNumber}-${item.AuctionBidNumber}`);
      expect(getPrincipalRemaining(loan, standing, part)).toBe(item.PrincipalRemaining);
      expect(getPrice(loan, standing, part, listing)).toBe(item.Price);
      expect(getOutstandingPayments(loan, standing, part)).toBe(item.OutstandingPayments);
    }
  });

  it('agree with the state of the loan', () => {
    const world = makeWorld();
    for (const listing of world.listOpen()) {
      const { standing } = getOffer(world, listing);
      const daysLate = standing.overdueSince === undefined ? 0 : standing.day - standing.overdueSince;
      expect(standing.status).toBe(daysLate === 0 ? 2 : daysLate <= 60 ? 100 : 5);
      expect(standing.principalLate > 0 || standing.interestLate > 0).toBe(daysLate > 0);
      if (standing.defaultedOn === undefined && standing.nextPaymentOn !== undefined) {
        expect(standing.nextPaymentOn).toBeGreaterThanOrEqual(standing.day);
        expect(standing.nextPaymentNumber).toBeLessThanOrEqual(standing.payments);
        expect(standing.nextPayment).toBeGreaterThan(0);
      }
      expect(standing.anythingOverdueSince ?? standing.day).toBeLessThanOrEqual(standing.day);
    }
  });
});

describe('a schedule', () => {
  const firstDue = parseDay('2026-01-31');
  if (firstDue === undefined) throw new Error('no day');
  const schedule = createSchedule({
    startedOn: firstDue,
    principal: 4146,
    interest: 19.86,
    payments: 60,
    firstDue,
    carriedInterest: 12,
    carriedPenalty: 6,
  });

  it('pays back the principal to the cent, in equal instalments', () => {
    const rows = listRows(schedule);
    expect(rows.reduce((sum, row) => sum + row.principal, 0)).toBeCloseTo(4146, 8);
    expect(rows.at(-1)?.principalLeft).toBe(0);
    expect(rows.reduce((sum, row) => sum + row.carriedInterest + row.carriedPenalty, 0)).toBeCloseTo(18, 8);
    // 4146 × 0.01655 / (1 − 1.01655^−60), worked out apart.
    expect(schedule.instalment).toBe(109.52);
    for (const row of rows.slice(0, -1)) expect(row.principal + row.interest).toBeCloseTo(109.52, 8);
  });

  it('falls due on the same day of each month, on the last where it has fewer, never on a weekend', () => {
    const days = listRows(schedule).map((row) => new Date(row.due * 86_400_000));
    expect(days.slice(0, 4).map((day) => day.toISOString().slice(0, 10))).toEqual([
      '2026-02-02',
      '2026-03-02',
      '2026-03-31',
      '2026-04-30',
    ]);
    expect(days.filter((day) => day.getUTCDay() % 6 === 0)).toEqual([]);
  });

  it('counts what was due before a day', () => {
    for (let number = 1; number <= 60; number++) {
      const due = getDue(schedule, number);
      expect(countDue(schedule, due)).toBe(number - 1);
      expect(countDue(schedule, (due + 1) as typeof due)).toBe(number);
    }
  });
});
