import type { Booking } from './bookings.ts';
import { partSizes } from './figures.ts';
import { drawRepaidLoan } from './draw-loan.ts';
import { drawDiscount, listingLifeMs, type Listing } from './listing.ts';
import type { Loan } from './loan.ts';
import { roundMoney } from './money.ts';
import { getReceived, getReceivedBy } from './received.ts';
import type { Holding, Part } from './part.ts';
import type { Random } from './random.ts';
import { createRandom } from './random.ts';
import type { World } from './world.ts';

/** A person whose account the sandbox holds. Money is in euros. */
export interface Investor {
  index: number;
  name: string;
  email: string;
  /** Cash on the main account. */
  balance: number;
  /** Blocked for bids that are open. */
  reserved: number;
  /** Blocked for bids that wait in the queue. */
  requested: number;
  goGrow: { name: string; netDeposits: number; netProfit: number }[];
  /** Lines of the account statement, oldest first. */
  bookings: Booking[];
}

const people = [
  { name: 'Sandbox Investor', email: 'investor@example.org' },
  { name: 'Second Investor', email: 'second@example.org' },
] as const;

/** The investors: the one who is signed in at the start, and another. */
export function drawInvestors(seed: number): Investor[] {
  return people.map(({ name, email }, index) => drawCash(seed, { index, name, email }));
}

function drawCash(seed: number, person: Pick<Investor, 'index' | 'name' | 'email'>): Investor {
  const random = createRandom(seed, 'investor', person.index);
  const netDeposits = random.int(200, 4000);
  return {
    ...person,
    balance: roundMoney(250 + 500 * random.next()),
    reserved: random.int(1, 6) * 5,
    requested: 0,
    bookings: [],
    goGrow: [
      {
        name: 'Rainy days',
        netDeposits,
        netProfit: roundMoney(netDeposits * (0.02 + 0.1 * random.next())),
      },
      { name: 'Summer house', netDeposits: 100, netProfit: roundMoney(4 * random.next()) },
    ],
  };
}

/**
 * Gives an investor parts of the world's loans, a few of them sold again. Hands back the offers of those that are to
 * be on sale.
 */
export function addHoldings(world: World, owner: number, count: number): Omit<Listing, 'index'>[] {
  const offers: Omit<Listing, 'index'>[] = [];
  const random = createRandom(world.seed, 'holdings', owner);
  for (let nth = 0; nth < count && world.loans.length > 0; nth++) {
    const { index: loan, issuedOn } = nth % 10 === 7 ? addRepaidLoan(world) : drawHeldLoan(random, world);
    const size = Math.min(random.pick(partSizes), world.getLoan(loan).amount);
    const part = world.addPart(loan, size, random);
    const age = Math.max(0, world.today() - issuedOn - 1);
    const secondHand = random.chance(0.4);
    const boughtOn = issuedOn + (secondHand ? Math.floor(age * random.next()) : 0);
    const holding: Holding = {
      owner,
      boughtAt: boughtOn * 86_400_000 + random.int(6 * 3600, 20 * 3600) * 1000 + random.int(0, 999),
      price: secondHand ? roundMoney(part.amount * (0.7 + 0.32 * random.next())) : part.amount,
      secondHand,
      received: { principal: 0, interest: 0, lateCharges: 0 },
    };
    part.holdings = [holding];
    if (nth % 9 === 4) sellAgain(random, world, part, holding);
    else if (nth % 8 === 1) offers.push(...drawOwnOffer(random, world, part, holding));
    const at = world.getLoan(loan);
    holding.received = getReceivedBy(at, world.getStanding(at), part, holding);
  }
  return offers;
}

function drawHeldLoan(random: Random, world: World): Loan {
  return world.getLoan(random.int(0, world.loans.length - 1));
}

/** The market has no loans that are repaid, but a portfolio has. */
function addRepaidLoan(world: World): Loan {
  const loan = drawRepaidLoan(world.seed, world.loans.length, world.today());
  world.addLoan(loan);
  return loan;
}

/** Lets the investor have sold a part some time ago. */
function sellAgain(random: Random, world: World, part: Part, holding: Holding): void {
  const loan = world.getLoan(part.loan);
  const at = Math.min(world.now() - 3_600_000, holding.boughtAt + random.int(30, 300) * 86_400_000);
  if (at <= holding.boughtAt) return;
  const repaid = getReceived(loan, world.getStanding(loan), part, at).principal;
  const principal = roundMoney(part.amount - repaid);
  holding.sold = { at, price: roundMoney(principal * 0.97), principal };
}

/** The offer of a part by its holder; none for a loan that is repaid. */
function drawOwnOffer(random: Random, world: World, part: Part, holding: Holding): Omit<Listing, 'index'>[] {
  const loan = world.getLoan(part.loan);
  const standing = world.getStanding(loan);
  if (standing.status === 4) return [];
  const listedAt = Math.max(holding.boughtAt, world.now() - random.int(1, 20 * 24 * 60) * 60_000);
  return [
    {
      part: part.index,
      seller: holding.owner,
      listedAt,
      closesAt: listedAt + listingLifeMs,
      discount: drawDiscount(random, loan, standing),
      cancelOnPayment: random.chance(0.5),
      cancelOnReschedule: random.chance(0.5),
    },
  ];
}
