import { searchInvestments } from '../api/investment-search.ts';
import { parseMarketSearch } from '../api/market-search.ts';
import type { Query } from '../api/query.ts';
import { getOffer } from '../world/offer.ts';
import type { World } from '../world/world.ts';
import {
  auctionColumns,
  columns,
  investmentColumns,
  marketColumns,
  oldAuctionColumns,
  oldInvestmentColumns,
  oldMarketColumns,
  usualColumns,
  type ColumnId,
} from './columns.ts';
import { words, type Wording } from './languages.ts';
import type { ListRow } from './list-row.ts';

/** One of the site's lists of loans: what its page is called and shows, and what it is searched by. */
export interface List {
  /** Its address after the language: one word in generation B, two in A. */
  name: string;
  title: Wording;
  /** What its rows are called when they are counted. */
  counted: Wording;
  /** What stands before the names of its form. */
  prefix: string;
  /** All columns that the settings wheel offers. */
  columns: readonly ColumnId[];
  /** The columns of a user who never opened it. */
  usual: readonly ColumnId[];
  /** Fields of its form that take a least and a most. */
  ranges: readonly (readonly [name: string, wording: Wording])[];
  /** The rows that a search lets through. */
  find(world: World, query: Query, investor: number): ListRow[];
  /** The GUID that its rows carry. */
  getRowId(world: World, row: ListRow): string | undefined;
}

/** `/{lang}/secondmarket`. */
export const secondMarket: List = {
  name: 'secondmarket',
  title: words.secondMarket,
  counted: words.found,
  prefix: 'SecondMarketSearch.',
  columns: marketColumns,
  usual: usualColumns,
  ranges: [
    ['Interest', columns.interest],
    ['DesiredDiscountRate', columns.discount],
    ['Xirr', columns.xirr],
    ['Price', columns.cost],
    ['Principal', columns.principal],
    ['Length', columns.duration],
  ],
  find(world, query, investor) {
    const matches = parseMarketSearch(query, world, investor);
    return world
      .listOpen()
      .map((listing) => getOffer(world, listing))
      .filter(matches);
  },
  getRowId: (world, { listing }) => listing && world.getListingId(listing),
};

/** `/{lang}/investments`. */
export const investments: List = {
  name: 'investments',
  title: words.investments,
  counted: words.investments,
  prefix: 'InvestmentSearch.',
  columns: investmentColumns,
  usual: investmentColumns.slice(0, 13),
  ranges: [
    ['Interest', columns.interest],
    ['Principal', columns.principal],
    ['Length', columns.duration],
    ['LatePrincipalAmount', columns.lateAmount],
  ],
  find(world, query, investor) {
    const wanted = query.find('InvestmentNumberOnly')?.toLowerCase();
    const debt = query.findTruth('HasDebt');
    const number = query.findNumber('LoanNumber');
    return searchInvestments(world, investor, query)
      .map(({ part, holding, loan, standing, isOnSale }): InvestmentRow => {
        const row: InvestmentRow = { part, holding, loan, standing };
        const open = isOnSale ? world.listOpenOf(loan) : [];
        const listing = open.find((one) => one.part === part.index);
        return listing ? Object.assign(row, { listing }) : row;
      })
      .filter(
        ({ loan, part, standing }) =>
          (wanted === undefined ||
            [`${loan.number}-${part.bidNumber}`, world.getPartId(part)].includes(wanted)) &&
          (number === undefined || loan.number === number) &&
          (debt === undefined || (standing.anythingOverdueSince !== undefined) === debt),
      );
  },
  getRowId: (world, { part }) => part && world.getPartId(part),
};

/** `/{lang}/auction`: the primary market, whose address and columns are our guess. */
export const primaryMarket: List = {
  name: 'auction',
  title: words.primaryMarket,
  counted: words.found,
  prefix: 'AuctionSearch.',
  columns: auctionColumns,
  usual: auctionColumns.slice(0, 9),
  ranges: [
    ['Interest', columns.interest],
    ['Sum', columns.appliedAmount],
    ['Term', columns.term],
  ],
  find(world, query) {
    return world.auctions
      .filter((auction) => !auction.ended)
      .map((auction) => ({ auction, loan: world.getLoan(auction.loan) }))
      .filter(
        ({ loan }) =>
          isAmong(loan.country, query.list('Countries')) &&
          isAmong(loan.rating ?? '', query.list('Ratings')) &&
          isWithin(loan.interest, query, 'Interest') &&
          isWithin(loan.amount, query, 'Sum') &&
          isWithin(loan.duration, query, 'Term'),
      )
      .map(({ auction, loan }) => ({ auction, loan, standing: world.getStanding(loan) }));
  },
  getRowId: (world, { loan }) => world.getAuctionId(loan),
};

/** `/{lang}/invest/secondary-market` of generation A. */
export const oldMarket: List = {
  ...secondMarket,
  name: 'invest/secondary-market',
  columns: oldMarketColumns,
  usual: oldMarketColumns,
};

/** `/{lang}/MyAccount/MyInvestmentsAll` of generation A. */
export const oldInvestments: List = {
  ...investments,
  name: 'MyAccount/MyInvestmentsAll',
  columns: oldInvestmentColumns,
  usual: oldInvestmentColumns,
};

/** `/{lang}/invest/primary-market` of generation A: our guess. */
export const oldPrimaryMarket: List = {
  ...primaryMarket,
  name: 'invest/primary-market',
  columns: oldAuctionColumns,
  usual: oldAuctionColumns,
};

/** A part that an investor has. */
type InvestmentRow = ListRow & Required<Pick<ListRow, 'part' | 'holding'>>;

function isAmong(value: string, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.includes(value);
}

function isWithin(value: number, query: Query, name: string): boolean {
  return (
    value >= (query.findNumber(`${name}Min`) ?? value) && value <= (query.findNumber(`${name}Max`) ?? value)
  );
}
