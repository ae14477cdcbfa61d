import type { SandboxContext } from '../context.ts';
import type { Bid } from '../orders/bids.ts';
import type { Auction } from '../world/auction.ts';
import type { Loan } from '../world/loan.ts';
import { createAuctionItem, createExtendedAuction, type OwnBids } from './auction-item.ts';
import { isGuid } from './body.ts';
import { parseInstant } from './dot-net-dates.ts';
import type { Endpoint } from './endpoints.ts';
import { answer, answerPage, answerProblem, notFound } from './envelope.ts';
import { findScore } from './part-facts.ts';
import { readPaging, type Query } from './query.ts';

/** The tag Auction of the API. */
export function listAuctionEndpoints({ world, bids }: SandboxContext): Endpoint[] {
  return [
    {
      method: 'GET',
      path: 'auctions',
      handle({ query, token }) {
        const open = world.auctions
          .filter((auction) => !auction.ended)
          .map((auction) => ({ auction, loan: world.getLoan(auction.loan) }))
          .filter(({ auction, loan }) => matches(auction, loan, query));
        return answerPage(open, readPaging(query, 20_000), ({ auction, loan }) =>
          createAuctionItem(world, loan, auction, sumOwnBids(bids.bids, auction, token.investor)),
        );
      },
    },
    {
      method: 'GET',
      path: 'auction/{id}',
      handle({ param, token }) {
        const id = param('id');
        if (!isGuid(id))
          return answerProblem({ status: 400, message: 'The request is invalid.', details: 'id' });
        const loan = world.findLoanOfAuction(id);
        if (!loan) return notFound(id);
        const auction = world.auctions.find((one) => one.loan === loan.index);
        const own = auction ? sumOwnBids(bids.bids, auction, token.investor) : { count: 0, amount: 0 };
        return answer(createExtendedAuction(world, loan, auction, own));
      },
    },
  ];
}

function sumOwnBids(bids: readonly Bid[], auction: Auction, investor: number): OwnBids {
  const own = bids.filter(
    (bid) => bid.auction === auction && bid.investor === investor && bid.actual !== null && bid.state !== 4,
  );
  return { count: own.length, amount: own.reduce((sum, bid) => sum + (bid.actual ?? 0), 0) };
}

function matches(auction: Auction, loan: Loan, query: Query): boolean {
  const { borrower, model } = loan;
  const lists: Record<string, string | null> = {
    Countries: loan.country,
    Ratings: loan.rating,
    Gender: String(borrower.gender),
    Terms: String(loan.duration),
    LoanNumber: String(loan.number),
    UserName: borrower.userName,
    CreditScoresEeMini: loan.country === 'EE' ? String(findScore(loan)) : null,
    ModelVersion: '6',
  };
  for (const [name, value] of Object.entries(lists)) {
    const wanted = query.list(name);
    if (wanted.length > 0 && !wanted.some((one) => one.toLowerCase() === value?.toLowerCase())) return false;
  }
  const ranges: Record<string, number> = {
    Sum: loan.amount,
    Age: borrower.age,
    Interest: loan.interest,
    IncomeTotal: borrower.income,
    ExpectedLoss: model.expectedLoss,
  };
  for (const [name, value] of Object.entries(ranges)) {
    if (value < (query.findNumber(`${name}Min`) ?? value)) return false;
    if (value > (query.findNumber(`${name}Max`) ?? value)) return false;
  }
  for (const name of ['ListedOnUTC', 'ApplicationDate']) {
    const from = parseInstant(query.find(`${name}From`) ?? '');
    const to = parseInstant(query.find(`${name}To`) ?? '');
    if (auction.listedAt < (from ?? auction.listedAt) || auction.listedAt > (to ?? auction.listedAt))
      return false;
  }
  return true;
}
