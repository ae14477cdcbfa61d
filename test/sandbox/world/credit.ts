import { book, bookingTexts } from './bookings.ts';
import type { Loan } from './loan.ts';
import { roundMoney, scaleToPart } from './money.ts';
import { findHolding, findOwner } from './part.ts';
import type { Standing } from './standing.ts';
import type { World } from './world.ts';

/** Pays what came in on a loan between two standings to those of the sandbox's investors who hold parts of it. */
export function creditHolders(world: World, loan: Loan, before: Standing, after: Standing): void {
  for (const part of world.listPartsHeld(loan)) {
    const investor = world.investors[findOwner(part) ?? -1];
    const received = findHolding(part)?.received;
    if (!investor || !received) continue;
    const gain = (read: (standing: Standing) => number): number =>
      roundMoney(scaleToPart(read(after), loan, part) - scaleToPart(read(before), loan, part));
    const principal = gain((standing) => standing.principalRepaid);
    const interest = gain((standing) => standing.interestRepaid);
    const lateCharges = gain((standing) => standing.lateChargesRepaid);
    book(world, investor, principal, bookingTexts.principal, part);
    book(world, investor, interest, bookingTexts.interest, part);
    book(world, investor, lateCharges, bookingTexts.lateCharge, part);
    received.principal = roundMoney(received.principal + principal);
    received.interest = roundMoney(received.interest + interest);
    received.lateCharges = roundMoney(received.lateCharges + lateCharges);
  }
}
