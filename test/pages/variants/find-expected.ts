import { formatDay } from '#lib/base/day.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import type { RowIds } from '#lib/loan/ids.ts';
import type { CashFlowSeries } from '#lib/site/page-reading.ts';
import { sumFlows, type CashFlow, type DayFlow } from '#test/sandbox/site/cash-flow.ts';
import { findFlows } from '#test/sandbox/site/cash-flow-page.ts';
import { parseColumns, type ColumnId } from '#test/sandbox/site/columns.ts';
import type { AccountFigures } from '#test/sandbox/site/dashboard.ts';
import type { ListRequest } from '#test/sandbox/site/list-request.ts';
import type { ListRow } from '#test/sandbox/site/list-row.ts';
import { findPage } from '#test/sandbox/site/list-search.ts';
import type { List } from '#test/sandbox/site/list.ts';
import type { PageWriting } from '#test/sandbox/site/page-writing.ts';
import type { PageVariant } from '#test/sandbox/site/variant.ts';
import { listScheduleLines, sumSchedule, type ScheduleSums } from '#test/sandbox/site/schedule-lines.ts';
import type { Loan } from '#test/sandbox/world/loan.ts';
import type { World } from '#test/sandbox/world/world.ts';
import type { ExpectedPage, TruePayment, TruePeriod } from './expected-page.ts';
import type { PageSpec } from './page-spec.ts';
import { fieldsOfColumns, findTrueFields, type TrueFields } from './true-fields.ts';

type Told = Omit<ExpectedPage, 'url' | 'variant'>;

/** What every plain list lets one read, where it has the column. */
const plain: readonly FieldId[] = ['auctionNumber', 'rating', 'interest', 'country', 'price'];

/** What is true of a list's page. */
export function findTrueList(list: List, spec: PageSpec, world: World, request: ListRequest): Told {
  const { address, style } = request;
  const { variant } = style;
  const shown = parseColumns(address.searchParams.get('columns') ?? undefined, list.columns, list.usual);
  const isMissing = variant.late > 0 || variant.broken.includes('empty');
  const rows = isMissing ? [] : findPage(list, world, request).rows;
  const fields = new Set(shown.flatMap((column) => fieldsOfColumns[column]));
  const readable =
    rows.length - (['odd', 'cut'] as const).filter((one) => variant.broken.includes(one)).length;
  return {
    kind: list.prefix.startsWith('Second')
      ? 'secondary-market'
      : list.prefix.startsWith('Inv')
        ? 'investments'
        : 'primary-market',
    generation: spec.page.endsWith('-a') ? 'A' : spec.page.endsWith('-b') ? 'B' : 'C',
    rows: rows.map((row) => ({
      ids: findTrueIds(row, world),
      fields: keep(findTrueFields(row, world, style.formats), fields),
    })),
    mustRead: spec.mustRead ?? plain.filter((field) => fields.has(field)),
    mustKnow: findShownIds(spec, shown, variant),
    readable: variant.broken.includes('headless') ? 0 : readable,
  };
}

function findTrueIds({ loan, part, listing }: ListRow, world: World): RowIds {
  return {
    auctionId: world.getAuctionId(loan),
    auctionNumber: loan.number,
    ...(part && { loanPartId: world.getPartId(part), auctionBidNumber: part.bidNumber }),
    ...(listing && { listingId: world.getListingId(listing) }),
  };
}

/** The ids whose place tells what they are. */
function findShownIds(
  { page, mustRead }: PageSpec,
  shown: readonly ColumnId[],
  { ids }: PageVariant,
): (keyof RowIds)[] {
  const found: (keyof RowIds)[] = [];
  const hasNumber = shown.some((id) => id === 'number' || id === 'loan' || id === 'investmentNumber');
  if (hasNumber && ids.includes('href')) found.push('auctionId');
  const isMarket = page.startsWith('market');
  if (isMarket && (ids.includes('data') || (ids.includes('value') && shown.includes('buy')))) {
    found.push('listingId');
  }
  return mustRead?.length === 0 ? [] : found;
}

function keep(all: TrueFields, wanted: ReadonlySet<FieldId>): TrueFields {
  return Object.fromEntries(Object.entries(all).filter(([field]) => wanted.has(field as FieldId)));
}

/** What is true of a loan's page. */
export function findTrueSchedule(world: World, loan: Loan, { formats }: PageWriting): Told {
  const lines = listScheduleLines(loan, world.getStanding(loan), 1);
  const total = sumSchedule(lines);
  const write = (
    { principal, interest, late }: ScheduleSums,
    what: Pick<TruePayment, 'role' | 'date' | 'state'>,
  ): TruePayment => ({
    ...what,
    amount: formats.shownMoney(principal + interest + late),
    principal: formats.shownMoney(principal),
    interest: formats.shownMoney(interest),
    lateCharge: formats.shownMoney(late),
  });
  return {
    kind: 'loan',
    generation: 'B',
    schedule: [
      ...lines.map((line) => write(line, { role: 'payment', date: formatDay(line.due), state: line.state })),
      write(total, { role: 'total', date: null, state: null }),
    ],
  };
}

/** What is true of a page of the cash flow. */
export function findTrueCashFlow(world: World, address: URL, { formats, variant }: PageWriting): Told {
  const flows = variant.late > 0 ? [] : findFlows(world, 0, address);
  const write = (flow: CashFlow): Record<CashFlowSeries, number> => ({
    openingBalance: formats.shownMoney(flow.opening),
    netCapitalDeployed: formats.shownMoney(flow.deployed),
    netLoanInvestments: formats.shownMoney(flow.invested),
    principalReceived: formats.shownMoney(flow.principal),
    interestReceived: formats.shownMoney(flow.interest),
    totalReceived: formats.shownMoney(flow.principal + flow.interest),
    closingBalance: formats.shownMoney(flow.closing),
    principalPlanned: formats.shownMoney(flow.plannedPrincipal),
    interestPlanned: formats.shownMoney(flow.plannedInterest),
    totalPlanned: formats.shownMoney(flow.plannedPrincipal + flow.plannedInterest),
  });
  const writeDay = ({ day, loan, principal, interest }: DayFlow): TruePeriod => ({
    role: 'period',
    period: formatDay(day),
    loan: loan.number,
    sums: {
      principalReceived: formats.shownMoney(principal),
      interestReceived: formats.shownMoney(interest),
      totalReceived: formats.shownMoney(principal + interest),
    },
  });
  const months = flows.flatMap((flow): TruePeriod[] => [
    { role: 'period', period: flow.month, loan: null, sums: write(flow) },
    ...flow.days.map(writeDay),
  ]);
  const total: TruePeriod = { role: 'total', period: null, loan: null, sums: write(sumFlows(flows)) };
  return {
    kind: 'cash-flow',
    generation: 'B',
    cashFlow: flows.length === 0 ? [] : [total, ...months, total],
  };
}

/** What is true of the dashboard: its figures are whole euros, those of the table behind the button exact. */
export function findTrueDashboard(figures: AccountFigures, { variant, formats }: PageWriting): Told {
  const isExact = variant.details === 'open';
  const write = (euros: number): number => (isExact ? formats.shownMoney(euros) : Math.round(euros));
  const all = {
    accountValue: write(figures.value),
    netProfit: write(figures.profit),
    netReturn: Number(`${(isExact ? figures.yield : Math.round(figures.yield)).toFixed(2)}e-2`),
    portfolioValue: write(figures.portfolio),
    availableFunds: write(figures.available),
    ...(isExact && { goAndGrow: write(figures.goGrow) }),
  };
  return { kind: 'dashboard', generation: 'B', dashboard: variant.late > 0 ? {} : all };
}
