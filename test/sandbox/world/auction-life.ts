import type { Auction } from './auction.ts';
import { getRaised } from './auction.ts';
import { drawNewLoan, findFirstDue } from './draw-loan.ts';
import { startLoanLife } from './loan-life.ts';
import { createRandom } from './random.ts';
import { createSchedule } from './schedule.ts';
import type { World } from './world.ts';

const atStart = 12;
/** When the market moves; real figures are 30 to 280, but a small market does. */
const perDay = 48;
const dayMs = 86_400_000;
const lifeMs = dayMs;

/** Opens some auctions, and where the market moves goes on opening more. All of them end. */
export function startAuctions(world: World, moving: boolean): void {
  for (let nth = 0; nth < atStart; nth++) openAuction(world, moving, nth * 7 * 60_000);
  if (moving) planAuction(world, 0);
}

function planAuction(world: World, nth: number): void {
  const random = createRandom(world.seed, 'auction-arrival', nth);
  const wait = (-Math.log(1 - random.next()) / perDay) * dayMs;
  world.agenda.add(Math.ceil(world.now() + wait), () => {
    openAuction(world, true, 0);
    planAuction(world, nth + 1);
  });
}

/** Opens an auction that began `ago` milliseconds before now. */
function openAuction(world: World, moving: boolean, ago: number): void {
  const loan = drawNewLoan(world.seed, world.loans.length, world.today());
  loan.stage = 'auction';
  world.addLoan(loan);
  const random = createRandom(world.seed, 'auction', loan.index);
  const listedAt = world.now() - ago;
  // Some fill within minutes, some hardly at all.
  const fillsAt = listedAt + ago + Math.round(120_000 + 1.3 * lifeMs * random.next() ** 4);
  const auction: Auction = {
    loan: loan.index,
    listedAt,
    closesAt: listedAt + lifeMs,
    others: moving ? { fillsAt } : { share: Math.round(90 * random.next()) / 100 },
    ours: 0,
  };
  world.addAuction(auction);
  world.tell({ kind: 'auction-opened', auctionId: world.getAuctionId(loan) });
  world.agenda.add(moving ? Math.min(fillsAt, auction.closesAt) : auction.closesAt, () => {
    endAuction(world, auction, moving);
  });
}

/** Ends an auction: a full one becomes a loan unless the borrower turns it down, any other one is cancelled. */
export function endAuction(world: World, auction: Auction, moving: boolean): void {
  if (auction.ended) return;
  const loan = world.getLoan(auction.loan);
  const random = createRandom(world.seed, 'auction-end', loan.index);
  const isFull = getRaised(auction, loan, world.now()) >= loan.amount;
  const how = isFull && random.chance(0.93) ? 'funded' : 'cancelled';
  auction.ended = { at: world.now(), how };
  if (how === 'cancelled') loan.stage = 'cancelled';
  else {
    delete loan.stage;
    const first = loan.phases[0];
    if (first) {
      const issuedOn = world.today();
      const day = new Date(first.schedule.firstDue * dayMs).getUTCDate();
      loan.issuedOn = issuedOn;
      first.schedule = createSchedule({
        ...first.schedule,
        startedOn: issuedOn,
        firstDue: findFirstDue(issuedOn, day),
      });
    }
    world.forgetStanding(loan);
    startLoanLife(world, loan, moving);
  }
  world.tell({ kind: 'auction-ended', auctionId: world.getAuctionId(loan), how });
}
