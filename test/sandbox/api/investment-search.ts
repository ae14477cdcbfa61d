import { findRescheduling, type Loan } from '../world/loan.ts';
import { getPrincipalRemaining, scaleToPart } from '../world/money.ts';
import type { Holding, Part } from '../world/part.ts';
import type { Standing } from '../world/standing.ts';
import type { World } from '../world/world.ts';
import { parseInstant } from './dot-net-dates.ts';
import type { Query } from './query.ts';

/** A part with all that stands behind it. */
export interface Investment {
  part: Part;
  holding: Holding;
  loan: Loan;
  standing: Standing;
  isOnSale: boolean;
}

type Read<Value> = (investment: Investment) => Value | undefined;

const dayMs = 86_400_000;
const toMs = (day: number | undefined): number | undefined => (day === undefined ? undefined : day * dayMs);

/** `<name>Min` and `<name>Max`. */
const ranges: Record<string, Read<number>> = {
  Principal: ({ loan, standing, part }) => getPrincipalRemaining(loan, standing, part),
  Interest: ({ loan }) => loan.interest,
  Length: ({ loan }) => loan.duration,
  LatePrincipalAmount: ({ loan, standing, part }) => scaleToPart(standing.principalLate, loan, part),
};

/** `<name>From` and `<name>To`. What has no such date is in no period. */
const periods: Record<string, Read<number>> = {
  LoanIssuedDate: ({ loan }) => toMs(loan.issuedOn),
  DebtOccuredOn: ({ standing }) => toMs(standing.overdueSince),
  DebtOccuredOnForSecondary: ({ standing }) => toMs(standing.anythingOverdueSince),
  DefaultedDate: ({ standing }) => toMs(standing.defaultedOn),
  Rescheduled: ({ loan }) => toMs(findRescheduling(loan)),
  SoldDate: ({ holding }) => holding.sold?.at,
  PurchaseDate: ({ holding }) => holding.boughtAt,
  NextPaymentDate: ({ standing }) => toMs(standing.nextPaymentOn),
  LastPaymentDate: ({ standing }) => toMs(standing.lastPaidOn),
  LoanDebtManagementDateActive: ({ standing }) => toMs(standing.collection?.on),
};

const choices: Record<string, (investment: Investment) => string> = {
  Countries: ({ loan }) => loan.country,
  Ratings: ({ loan }) => loan.rating ?? '',
  UserName: ({ loan }) => loan.borrower.userName,
  LoanStatusCode: ({ standing }) => String(standing.status),
  IncomeVerificationStatus: ({ loan }) => String(loan.borrower.verification),
  LoanDebtManagementStage: ({ standing }) => String(standing.collection?.event ?? ''),
  LoanDebtManagementStageType: ({ standing }) => String(standing.collection?.type ?? -1),
  AuctionBidType: ({ part }) => String(part.bidType),
};

/** All parts that an investor holds or held and that the filters of a query let through. */
export function searchInvestments(world: World, investor: number, query: Query): Investment[] {
  const found: Investment[] = [];
  for (const part of world.parts) {
    for (const holding of part.holdings ?? []) {
      if (holding.owner !== investor) continue;
      const loan = world.getLoan(part.loan);
      const isOnSale = !holding.sold && world.listOpenOf(loan).some((listing) => listing.part === part.index);
      found.push({ part, holding, loan, standing: world.getStanding(loan), isOnSale });
    }
  }
  return found.filter((investment) => matches(investment, query));
}

function matches(investment: Investment, query: Query): boolean {
  for (const [name, read] of Object.entries(ranges)) {
    const [min, max] = [query.findNumber(`${name}Min`), query.findNumber(`${name}Max`)];
    if (!isWithin(read(investment), min, max)) return false;
  }
  for (const [name, read] of Object.entries(periods)) {
    const [from, to] = [query.find(`${name}From`), query.find(`${name}To`)];
    if (!isWithin(read(investment), parse(from), parse(to))) return false;
  }
  for (const [name, read] of Object.entries(choices)) {
    const wanted = query.list(name).map((value) => value.toLowerCase());
    if (wanted.length > 0 && !wanted.includes(read(investment).toLowerCase())) return false;
  }
  if (query.findTruth('IsInRepayment') === true && ![2, 5, 100].includes(investment.standing.status)) {
    return false;
  }
  return matchesSales(investment, query.findNumber('SalesStatus'));
}

/** 0 bought second hand, 1 sold, 2 on sale, 3 not on sale; left out: all that is not sold. */
function matchesSales({ holding, isOnSale }: Investment, wanted: number | undefined): boolean {
  switch (wanted) {
    case 0:
      return !holding.sold && holding.secondHand;
    case 1:
      return holding.sold !== undefined;
    case 2:
      return isOnSale;
    case 3:
      return !holding.sold && !isOnSale;
    default:
      return !holding.sold;
  }
}

function isWithin(value: number | undefined, min: number | undefined, max: number | undefined): boolean {
  if (min === undefined && max === undefined) return true;
  return value !== undefined && (min === undefined || value >= min) && (max === undefined || value <= max);
}

function parse(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseInstant(text);
}
