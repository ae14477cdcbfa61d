import { dayInTallinn } from '#lib/base/day.ts';
import type { Loan } from './loan.ts';
import { roundMoney, scaleToPart } from './money.ts';
import type { Holding, Part } from './part.ts';
import type { Standing } from './standing.ts';
import { listTransfers, type Transfer } from './transfers.ts';

/** What a part brought in, in euros. */
export interface Received {
  principal: number;
  interest: number;
  lateCharges: number;
}

/** What a part brought in up to a moment, to whoever held it. */
export function getReceived(loan: Loan, standing: Standing, part: Part, until: number): Received {
  const last = dayInTallinn(until);
  return sum(
    loan,
    part,
    listTransfers(loan, standing).filter(({ on }) => on <= last),
  );
}

/** The payments that went to a holder: those since the day after the purchase, up to the day of the sale. */
export function listTransfersTo(loan: Loan, standing: Standing, holding: Holding): Transfer[] {
  const first = dayInTallinn(holding.boughtAt);
  const last = holding.sold ? dayInTallinn(holding.sold.at) : standing.day;
  return listTransfers(loan, standing).filter(({ on }) => on > first && on <= last);
}

/** What a holder received, in euros. */
export function getReceivedBy(loan: Loan, standing: Standing, part: Part, holding: Holding): Received {
  return sum(loan, part, listTransfersTo(loan, standing, holding));
}

function sum(loan: Loan, part: Part, transfers: readonly Transfer[]): Received {
  const received: Received = { principal: 0, interest: 0, lateCharges: 0 };
  for (const transfer of transfers) {
    received.principal += scaleToPart(transfer.principal, loan, part);
    received.interest += scaleToPart(transfer.interest + transfer.carriedInterest, loan, part);
    received.lateCharges += scaleToPart(transfer.penalty, loan, part);
  }
  return {
    principal: roundMoney(received.principal),
    interest: roundMoney(received.interest),
    lateCharges: roundMoney(received.lateCharges),
  };
}
