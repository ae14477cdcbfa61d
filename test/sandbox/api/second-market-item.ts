import type { Listing } from '../world/listing.ts';
import { getOutstandingPayments, getPrice } from '../world/money.ts';
import type { World } from '../world/world.ts';
import { findXirr } from '../world/xirr.ts';
import { writeInstant, writeMorning } from './dot-net-dates.ts';
import { createPartFacts } from './part-facts.ts';

/** `SecondMarketItem` of the API: a loan part on sale, with the API's own spelling. */
export function createSecondMarketItem(world: World, listing: Listing) {
  const part = world.getPart(listing.part);
  const loan = world.getLoan(part.loan);
  const standing = world.getStanding(loan);
  const price = getPrice(loan, standing, part, listing);
  return {
    Id: world.getListingId(listing),
    ...createPartFacts(world, loan, part, standing),
    LoanStatusActiveFrom: writeMorning(standing.statusSince),
    LatestDebtManagementStageType: standing.collection?.type ?? null,
    LatestDebtManagementDate: writeMorning(standing.collection?.on),
    Price: price,
    Fee: 0,
    TotalCost: price,
    OutstandingPayments: getOutstandingPayments(loan, standing, part),
    DesiredDiscountRate: listing.discount,
    Xirr: findXirr(loan, standing),
    ListedOnDate: writeInstant(listing.listedAt),
    DebtManagmentEvents: null,
    LoanTransfers: null,
    ScheduledPayments: null,
  };
}
