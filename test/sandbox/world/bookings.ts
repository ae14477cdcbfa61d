import type { Investor } from './investor.ts';
import { roundMoney, scaleToPart } from './money.ts';
import type { Holding, Part } from './part.ts';
import { listTransfersTo } from './received.ts';
import type { World } from './world.ts';

/** A line of the account statement. */
export interface Booking {
  /** Epoch milliseconds. */
  at: number;
  /** Euros, signed. */
  amount: number;
  /** A token of the real statement where one is known; those for trades are ours. */
  description: string;
  /** Index of the part that it is about. */
  part?: number;
}

export const bookingTexts = {
  deposit: 'TransferDeposit|EE382200221020145685',
  goGrow: 'TransferGoGrow',
  investment: 'TransferMakeInvestment',
  purchase: 'TransferSecondMarketBuy',
  sale: 'TransferSecondMarketSell',
  principal: 'TransferMainRepaiment',
  interest: 'TransferInterestRepaiment',
  lateCharge: 'TransferLatePenaltyRepaiment',
} as const;

/** Books money in or out now: the only way in which a balance changes once the world runs. */
export function book(world: World, investor: Investor, amount: number, text: string, part?: Part): void {
  if (amount === 0) return;
  investor.balance = roundMoney(investor.balance + amount);
  investor.bookings.push({
    at: world.now(),
    amount: roundMoney(amount),
    description: text,
    ...(part ? { part: part.index } : {}),
  });
}

/** Writes the bookings of all that an investor did so far, opened by the deposit that leads to today's balance. */
export function openBook(world: World, investor: Investor): void {
  const bookings: Booking[] = [];
  for (const part of world.parts) {
    for (const holding of part.holdings ?? []) {
      if (holding.owner === investor.index) bookings.push(...listHoldingBookings(world, part, holding));
    }
  }
  const first = Math.min(world.startedAt, ...bookings.map(({ at }) => at));
  for (const { netDeposits } of investor.goGrow) {
    bookings.push({ at: first - 3_600_000, amount: -netDeposits, description: bookingTexts.goGrow });
  }
  const sum = bookings.reduce((total, { amount }) => total + amount, 0);
  bookings.push({
    at: first - 2 * 86_400_000,
    amount: roundMoney(investor.balance - sum),
    description: bookingTexts.deposit,
  });
  investor.bookings = bookings.toSorted((one, other) => one.at - other.at);
}

function listHoldingBookings(world: World, part: Part, holding: Holding): Booking[] {
  const loan = world.getLoan(part.loan);
  const line = (at: number, amount: number, description: string): Booking => ({
    at,
    amount: roundMoney(amount),
    description,
    part: part.index,
  });
  const bookings = [
    line(
      holding.boughtAt,
      -holding.price,
      holding.secondHand ? bookingTexts.purchase : bookingTexts.investment,
    ),
  ];
  for (const transfer of listTransfersTo(loan, world.getStanding(loan), holding)) {
    const at = transfer.on * 86_400_000 + 7 * 3_600_000;
    const scale = (euros: number): number => scaleToPart(euros, loan, part);
    bookings.push(
      line(at, scale(transfer.principal), bookingTexts.principal),
      line(at + 1, scale(transfer.interest + transfer.carriedInterest), bookingTexts.interest),
      line(at + 2, scale(transfer.penalty), bookingTexts.lateCharge),
    );
  }
  if (holding.sold) bookings.push(line(holding.sold.at, holding.sold.price, bookingTexts.sale));
  return bookings.filter(({ amount }) => amount !== 0);
}
