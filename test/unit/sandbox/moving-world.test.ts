import { describe, expect, it } from 'vitest';
import { createSecondMarketItem } from '#test/sandbox/api/second-market-item.ts';
import { createAgenda } from '#test/sandbox/world/agenda.ts';
import { createWorld } from '#test/sandbox/world/create-world.ts';
import type { MarketEvent } from '#test/sandbox/world/market-event.ts';
import { findOwner } from '#test/sandbox/world/part.ts';
import { listTransfers } from '#test/sandbox/world/transfers.ts';
import type { World } from '#test/sandbox/world/world.ts';

const start = Date.UTC(2026, 10, 22, 12);
const hour = 3_600_000;
const day = 24 * hour;

function makeWorld(seed = 4): World {
  return createWorld({ seed, listings: 600, holdings: 60, startedAt: start, moving: true });
}

const kinds = (events: readonly MarketEvent[]): Set<string> => new Set(events.map(({ kind }) => kind));

describe('an agenda', () => {
  it('runs things in the order of time, and of planning where that is the same', () => {
    const agenda = createAgenda();
    const done: string[] = [];
    let time = 0;
    for (const at of [5, 3, 9, 3, 1, 7, 3]) agenda.add(at, () => done.push(`${at}@${time}`));
    agenda.add(4, () => agenda.add(6, () => done.push(`late@${time}`)));
    agenda.runUntil(7, (at) => {
      time = at;
    });
    expect(done).toEqual(['1@1', '3@3', '3@3', '3@3', '5@5', 'late@6', '7@7']);
  });
});

describe('a world that moves', () => {
  it('goes the same way for the same seed, in however many steps', () => {
    const [one, other] = [makeWorld(), makeWorld()];
    one.moveTo(start + 12 * day);
    for (let at = start; at <= start + 12 * day; at += 7 * hour) other.moveTo(at);
    other.moveTo(start + 12 * day);
    expect(one.events).toEqual(other.events);
    expect(one.listOpen().map((listing) => createSecondMarketItem(one, listing))).toEqual(
      other.listOpen().map((listing) => createSecondMarketItem(other, listing)),
    );
    expect(makeWorld(5).events).not.toEqual(one.events);
  });

  it('has every kind of event within some weeks, and keeps its size', () => {
    const world = makeWorld();
    world.moveTo(start + 45 * day);
    expect(kinds(world.events)).toEqual(
      new Set([
        'listing-opened',
        'listing-repriced',
        'listing-ended',
        'payment',
        'loan-status',
        'collection-step',
        'rescheduled',
        'auction-opened',
        'auction-ended',
      ]),
    );
    const ends = world.events.flatMap((event) => (event.kind === 'listing-ended' ? [event.how] : []));
    expect(new Set(ends)).toEqual(new Set(['sold', 'cancelled', 'expired']));
    expect(world.listOpen().length).toBeGreaterThan(400);
    expect(world.listOpen().length).toBeLessThan(800);
    expect(world.events.map(({ id }) => id)).toEqual(world.events.map((_, at) => at + 1));
    const times = world.events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });

  it('tells all that changed between two looks at the market', () => {
    const world = makeWorld();
    const look = () =>
      new Map(
        world
          .listOpen()
          .map((listing) => [world.getListingId(listing), createSecondMarketItem(world, listing)]),
      );
    for (let from = start; from < start + 20 * day; from += 2 * day) {
      world.moveTo(from);
      const [before, told] = [look(), world.events.length];
      world.moveTo(from + 2 * day);
      const [after, news] = [look(), world.events.slice(told)];
      const opened = new Set(
        news.flatMap((event) => (event.kind === 'listing-opened' ? [event.listingId] : [])),
      );
      const ended = new Set(
        news.flatMap((event) => (event.kind === 'listing-ended' ? [event.listingId] : [])),
      );
      const repriced = new Set(
        news.flatMap((event) => (event.kind === 'listing-repriced' ? [event.listingId] : [])),
      );
      const paid = new Set(news.flatMap((event) => ('loanId' in event ? [event.loanId] : [])));
      expect(new Set([...after.keys()].filter((id) => !before.has(id)))).toEqual(opened.difference(ended));
      expect(new Set([...before.keys()].filter((id) => !after.has(id)))).toEqual(ended.difference(opened));
      for (const [id, item] of after) {
        const old = before.get(id);
        if (!old) continue;
        if (old.DesiredDiscountRate !== item.DesiredDiscountRate) expect(repriced.has(id)).toBe(true);
        const listing = world.findListing(id);
        const loan = world.getLoan(world.getPart(listing?.part ?? -1).loan);
        const isPaid = paid.has(world.getLoanId(loan));
        if (old.PrincipalRepaid !== item.PrincipalRepaid) expect(isPaid, `payment of ${id}`).toBe(true);
        if (old.LoanStatusCode !== item.LoanStatusCode) expect(isPaid, `status of ${id}`).toBe(true);
        if (old.LatestDebtManagementDate !== item.LatestDebtManagementDate)
          expect(isPaid, `step of ${id}`).toBe(true);
      }
    }
  });

  it('pays the investors what their parts bring in, to the last digit', () => {
    const world = makeWorld();
    world.moveTo(start + 40 * day);
    for (const investor of world.investors) {
      const sum = investor.bookings.reduce((total, { amount }) => total + amount, 0);
      expect(sum).toBeCloseTo(investor.balance, 6);
      const since = investor.bookings.filter(({ at }) => at > start);
      expect(since.some(({ description }) => description === 'TransferMainRepaiment')).toBe(true);
      for (const part of world.parts) {
        if (findOwner(part) !== investor.index) continue;
        const holding = part.holdings?.at(-1);
        const booked = investor.bookings
          .filter((booking) => booking.part === part.index && booking.description === 'TransferMainRepaiment')
          .reduce((total, { amount }) => total + amount, 0);
        expect(booked).toBeCloseTo(holding?.received.principal ?? Number.NaN, 8);
      }
    }
  });

  it('keeps payments and sums of each loan together', () => {
    const world = makeWorld();
    world.moveTo(start + 60 * day);
    for (const loan of world.loans) {
      if (loan.stage) continue;
      const standing = world.getStanding(loan);
      const transfers = listTransfers(loan, standing);
      const sum = (read: (transfer: (typeof transfers)[number]) => number): number =>
        transfers.reduce((total, transfer) => total + read(transfer), 0);
      expect(sum(({ principal }) => principal)).toBeCloseTo(standing.principalRepaid, 6);
      expect(loan.amount - standing.principalRepaid).toBeCloseTo(standing.principalRemaining, 6);
      expect(sum(({ penalty }) => penalty)).toBeCloseTo(standing.lateChargesRepaid, 6);
      expect(transfers.every(({ on }) => on <= standing.day)).toBe(true);
    }
  });
});

describe('a world that stands', () => {
  it('has nobody else act: what is on sale stays until it runs out', () => {
    const world = createWorld({ seed: 4, listings: 200, holdings: 20, startedAt: start });
    const before = world.listOpen().map((listing) => [listing.index, listing.discount]);
    world.moveTo(start + 6 * hour);
    expect(world.listOpen().map((listing) => [listing.index, listing.discount])).toEqual(before);
    world.moveTo(start + 31 * day);
    expect(world.listOpen()).toEqual([]);
    expect(new Set(world.listings.map(({ ended }) => ended?.how))).toEqual(new Set(['expired']));
  });
});
