import { firstColumnIds, type AddedColumnId } from './column-ids.ts';
import type { Filter, FilterEffect, FormulaColumn, ShippedView, SortKey } from './view.ts';

/** The column that a new user finds, to be changed into a better one. */
export const firstFormulaColumn: FormulaColumn = {
  id: 'formula',
  title: 'Payments / price',
  formula: 'future scheduled payments / price',
  format: { as: 'auto' },
};

const perMonth: FormulaColumn = {
  id: 'formula',
  title: 'Discount per month left',
  formula: 'discount / payments left',
  format: { as: 'percent', decimals: 2 },
};

const show = (...ids: AddedColumnId[]): ShippedView['columns'] => ids.map((id) => ({ id, width: null }));
const up = (column: AddedColumnId): SortKey => ({ column, descending: false });
const down = (column: AddedColumnId): SortKey => ({ column, descending: true });
const filter = (id: string, name: string, effect: FilterEffect, formula: string): Filter => ({
  id,
  name,
  formula,
  effect,
  on: true,
});
const fade: FilterEffect = { do: 'fade' };
const green: FilterEffect = { do: 'highlight', colour: 'green' };
const amber: FilterEffect = { do: 'highlight', colour: 'amber' };

/** What a new user starts with, and what is shown when a view is gone. */
export const startView: ShippedView = {
  id: 'everything',
  name: 'Everything',
  about: 'A handful of columns and no filter: every row as the page has it.',
  columns: show(...firstColumnIds, 'formula'),
  sort: [],
  filters: [],
  formulaColumns: [firstFormulaColumn],
};

/** What a new user sees over auctions, where nothing is priced or paid yet. */
export const auctionsView: ShippedView = {
  id: 'auctions',
  name: 'Auctions',
  about: 'For the primary market: what is still open, what a month pays back, good ratings marked.',
  columns: show('formula', 'formula-2'),
  sort: [],
  filters: [filter('good', 'Good ratings', green, 'rating <= B')],
  formulaColumns: [
    {
      id: 'formula',
      title: 'Still open',
      formula: 'applied amount * (1 - auction filled)',
      format: { as: 'money' },
    },
    {
      id: 'formula-2',
      title: 'Principal a month',
      formula: 'applied amount / loan duration',
      format: { as: 'money' },
    },
  ],
};

/** What a new user sees over the own investments. */
export const investmentsView: ShippedView = {
  id: 'my-investments',
  name: 'My investments',
  about: 'For your own investments: how far each one is, and those that do not pay on time marked.',
  columns: show('daysLate', 'paymentsLeft', 'shareOfTermPaid', 'formula'),
  sort: [],
  filters: [
    filter(
      'long-late',
      'Late for two months',
      { do: 'highlight', colour: 'red' },
      'loan status = 60+ days overdue',
    ),
    filter('late', 'Overdue', amber, 'loan status = Overdue'),
  ],
  formulaColumns: [
    {
      id: 'formula',
      title: 'Open of paid',
      formula: 'principal remaining / coalesce(purchase price, amount)',
      format: { as: 'percent', decimals: 0 },
    },
  ],
};

/**
 * The views that Bondlens brings along. They ask for the loan's status, which every page shows, where days late would be
 * known from the mirror only. Their filters fade rather than hide: a market should not look empty at first sight.
 */
export const shippedViews: readonly ShippedView[] = [
  startView,
  {
    id: 'bargains',
    name: 'Bargains',
    about: 'Parts at 10 % off or more whose borrower pays on time, the steepest discount on top.',
    columns: show('discount', 'yieldToMaturity', 'yieldCautious', 'paymentsLeft', 'daysLate'),
    sort: [up('discount'), down('yieldToMaturity')],
    filters: [
      filter('cheap', 'Cheap and on time', fade, 'discount <= -10% and loan status = Current'),
      filter('very-cheap', 'A fifth off', green, 'discount <= -20% and loan status = Current'),
    ],
    formulaColumns: [],
  },
  {
    id: 'green-and-short',
    name: 'Green and short',
    about: 'Good ratings, nothing overdue, two years to go at most; the highest yield on top.',
    columns: show('yieldToMaturity', 'paymentsLeft', 'daysLate', 'discount'),
    sort: [down('yieldToMaturity'), up('paymentsLeft')],
    filters: [
      filter(
        'green',
        'Green and short',
        fade,
        'loan status = Current and rating <= C and payments left <= 24',
      ),
      filter('within-a-year', 'Over within a year', green, 'payments left <= 12'),
    ],
    formulaColumns: [],
  },
  {
    id: 'late-but-paying',
    name: 'Late but paying',
    about: 'Overdue loans whose borrower has paid something within the last five weeks, cheapest first.',
    columns: show('discount', 'daysLate', 'paymentsLeft', 'shareOfTermPaid', 'formula'),
    sort: [up('discount'), up('daysLate')],
    filters: [
      filter('paying', 'Late but paying', fade, 'days late > 0 and last payment date >= today - 5 weeks'),
      filter('half-paid', 'Half of the term is paid', green, 'share of term paid >= 50%'),
      filter('long-late', 'Late for two months', amber, 'days late > 60'),
    ],
    formulaColumns: [
      {
        id: 'formula',
        title: 'Repaid / open',
        formula: 'principal repaid / principal remaining',
        format: { as: 'percent', decimals: 0 },
      },
    ],
  },
  {
    id: 'near-maturity',
    name: 'Near maturity',
    about: 'Loans with six payments left or fewer, soonest over first.',
    columns: show('paymentsLeft', 'shareOfTermPaid', 'daysLate', 'discount', 'yieldToMaturity', 'formula'),
    sort: [up('paymentsLeft'), up('discount')],
    filters: [
      filter('last-payments', 'Last payments', fade, 'payments left <= 6'),
      filter('on-time', 'Pays on time', green, 'loan status = Current'),
    ],
    formulaColumns: [perMonth],
  },
  {
    id: 'mine-for-sale',
    name: 'Mine for sale',
    about:
      'For the page of your own offers: the longest listed on top, and those that have waited for two weeks marked.',
    columns: show('formula', 'discount', 'yieldToMaturity', 'daysLate', 'paymentsLeft'),
    sort: [down('formula')],
    filters: [
      filter('pays-soon', 'A payment comes within three days', green, 'days to next payment between 0 and 3'),
      filter('waits', 'Has waited for two weeks', amber, 'days listed >= 14'),
    ],
    formulaColumns: [
      { id: 'formula', title: 'Days listed', formula: 'days listed', format: { as: 'number', decimals: 0 } },
    ],
  },
  auctionsView,
  investmentsView,
];
