import { findXirr } from '../world/xirr.ts';
import { findRescheduling } from '../world/loan.ts';
import { getPrice, getPrincipalRemaining, scaleToPart } from '../world/money.ts';
import type { Offer } from '../world/offer.ts';
import type { World } from '../world/world.ts';
import { parseInstant } from './dot-net-dates.ts';
import type { Query } from './query.ts';

type Test = (offer: Offer) => boolean;

/** `<name>Min` and `<name>Max`. An offer without the value is in no range. */
const ranges: Record<string, (offer: Offer) => number | null | undefined> = {
  Principal: ({ loan, standing, part }) => getPrincipalRemaining(loan, standing, part),
  Interest: ({ loan }) => loan.interest,
  Length: ({ loan }) => loan.duration,
  LatePrincipalAmount: ({ loan, standing, part }) => scaleToPart(standing.principalLate, loan, part),
  Price: ({ loan, standing, part, listing }) => getPrice(loan, standing, part, listing),
  Age: ({ loan }) => loan.borrower.age,
  DesiredDiscountRate: ({ listing }) => listing.discount,
  Xirr: ({ loan, standing }) => findXirr(loan, standing),
};

/** `<name>From` and `<name>To`, as epoch milliseconds. */
const periods: Record<string, (offer: Offer) => number | undefined> = {
  LoanIssuedDate: ({ loan }) => loan.issuedOn * dayMs,
  LoanDebtManagementDateActive: ({ standing }) => toMs(standing.collection?.on),
  ListedOnDate: ({ listing }) => listing.listedAt,
  DebtOccuredOn: ({ standing }) => toMs(standing.overdueSince),
  DebtOccuredOnForSecondary: ({ standing }) => toMs(standing.anythingOverdueSince),
  DefaultedDate: ({ standing }) => toMs(standing.defaultedOn),
  Rescheduled: ({ loan }) => toMs(findRescheduling(loan)),
  LastPaymentDate: ({ standing }) => toMs(standing.lastPaidOn),
  NextPaymentDate: ({ standing }) => toMs(standing.nextPaymentOn),
};

/** Lists of which one value must be the offer's. */
const choices: Record<string, (offer: Offer, world: World) => string> = {
  LoanStatusCode: ({ standing }) => String(standing.status),
  LoanDebtManagementStageType: ({ standing }) => String(standing.collection?.type ?? -1),
  Countries: ({ loan }) => loan.country,
  Ratings: ({ loan }) => loan.rating ?? '',
  UserName: ({ loan }) => loan.borrower.userName,
  UseOfLoan: () => '-1',
  Gender: ({ loan }) => String(loan.borrower.gender),
  IncomeVerificationStatus: ({ loan }) => String(loan.borrower.verification),
  AuctionId: ({ loan }, world) => world.getAuctionId(loan),
};

const dayMs = 86_400_000;

/**
 * Reads a search of the secondary market out of a query: a test for offers that all its filters let through.
 * `investor` is who asks, for `ShowMyItems`. Values that cannot be read are passed over.
 */
export function parseMarketSearch(query: Query, world: World, investor: number): Test {
  const tests: Test[] = [];
  for (const [name, read] of Object.entries(ranges)) {
    const min = query.findNumber(`${name}Min`);
    const max = query.findNumber(`${name}Max`);
    addBounds(tests, read, min, max);
  }
  for (const [name, read] of Object.entries(periods)) {
    const from = parseDate(query.find(`${name}From`));
    const to = parseDate(query.find(`${name}To`));
    addBounds(tests, read, from, to);
  }
  for (const [name, read] of Object.entries(choices)) {
    const wanted = new Set(query.list(name).map((value) => value.toLowerCase()));
    if (wanted.size > 0) tests.push((offer) => wanted.has(read(offer, world).toLowerCase()));
  }
  addFlag(tests, query.findTruth('HasDebt'), ({ standing }) => standing.anythingOverdueSince !== undefined);
  addFlag(tests, query.findTruth('HasNewSchedule'), ({ loan }) => loan.phases.length > 1);
  addFlag(tests, query.findTruth('ShowMyItems'), ({ listing }) => listing.seller === investor);
  return (offer) => tests.every((test) => test(offer));
}

function addBounds(
  tests: Test[],
  read: (offer: Offer) => number | null | undefined,
  min: number | undefined,
  max: number | undefined,
): void {
  if (min === undefined && max === undefined) return;
  tests.push((offer) => {
    const value = read(offer);
    return (
      value !== undefined &&
      value !== null &&
      (min === undefined || value >= min) &&
      (max === undefined || value <= max)
    );
  });
}

function addFlag(tests: Test[], wanted: boolean | undefined, read: Test): void {
  if (wanted !== undefined) tests.push((offer) => read(offer) === wanted);
}

function parseDate(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseInstant(text);
}

function toMs(day: number | undefined): number | undefined {
  return day === undefined ? undefined : day * dayMs;
}
