import { parseQuery } from '#test/sandbox/api/query.ts';
import { writeAppList } from '#test/sandbox/site/app-list.ts';
import { writeAppShell } from '#test/sandbox/site/app-shell.ts';
import { writeCashFlowPage, writeCashFlowPart } from '#test/sandbox/site/cash-flow-page.ts';
import {
  getAccountFigures,
  writeDashboardPage,
  writeOverviewNumbers,
  writeStatNumbers,
} from '#test/sandbox/site/dashboard.ts';
import { createFormats } from '#test/sandbox/site/formats.ts';
import type { FrameOptions } from '#test/sandbox/site/frame.ts';
import { writeListPage } from '#test/sandbox/site/list-page.ts';
import type { ListRequest } from '#test/sandbox/site/list-request.ts';
import {
  investments,
  oldInvestments,
  oldMarket,
  oldPrimaryMarket,
  primaryMarket,
  secondMarket,
  type List,
} from '#test/sandbox/site/list.ts';
import { writeLoanPage } from '#test/sandbox/site/loan-page.ts';
import { writeOldPage } from '#test/sandbox/site/old-page.ts';
import { parseVariant, usualVariant } from '#test/sandbox/site/variant.ts';
import type { Loan } from '#test/sandbox/world/loan.ts';
import type { World } from '#test/sandbox/world/world.ts';
import type { ExpectedPage } from './expected-page.ts';
import { findTrueCashFlow, findTrueDashboard, findTrueList, findTrueSchedule } from './find-expected.ts';
import type { PageSpec, SpecPage } from './page-spec.ts';

/** A saved page with what is true of it. */
export interface MadePage {
  name: string;
  html: string;
  expected: ExpectedPage;
}

const lists: { [page in SpecPage]?: List } = {
  'market-b': secondMarket,
  'investments-b': investments,
  'auction-b': primaryMarket,
  'market-a': oldMarket,
  'investments-a': oldInvestments,
  'auction-a': oldPrimaryMarket,
  'market-c': secondMarket,
  'investments-c': investments,
  'auction-c': primaryMarket,
};

/** Makes one page out of a world, for its first investor. */
export function makePage(world: World, spec: PageSpec): MadePage {
  const { page, language } = spec;
  const variant = parseVariant(spec.variant, usualVariant);
  const prefix = variant.headers === 'greek' ? 'el' : variant.headers === 'polish' ? 'pl' : language;
  const how = { prefix, language, variant, formats: createFormats(variant, language) };
  const list = lists[page];
  const loan = page === 'loan-b' ? findShortLoan(world) : undefined;
  const address = createAddress(spec, prefix, list, loan && world.getAuctionId(loan));
  const request: ListRequest = { address, style: how, investor: 0, rememberedColumns: undefined };
  const frame: FrameOptions = {
    prefix,
    title: '',
    user: 'Investor',
    current: list?.name ?? '',
    loading: variant.loading,
  };
  const told = { url: address.href, variant: spec.variant };

  if (list) {
    return {
      name: spec.name,
      html: scrub(writeList(list, spec, world, request, frame)),
      expected: { ...told, ...findTrueList(list, spec, world, request) },
    };
  }
  if (loan) {
    return {
      name: spec.name,
      html: scrub(writeLoanPage(world, loan, frame, how)),
      expected: { ...told, ...findTrueSchedule(world, loan, how) },
    };
  }
  if (page === 'cash-flow-b') {
    const content = variant.late > 0 ? '' : writeCashFlowPart(world, 0, address, how);
    return {
      name: spec.name,
      html: scrub(writeCashFlowPage(world, address, how, frame, content)),
      expected: { ...told, ...findTrueCashFlow(world, address, how) },
    };
  }
  const figures = getAccountFigures(world, 0);
  const numbers = variant.late > 0 ? '' : writeOverviewNumbers(figures, how);
  const more = variant.details === 'open' ? writeStatNumbers(figures, how) : '';
  return {
    name: spec.name,
    html: scrub(writeDashboardPage(how, frame, numbers, more)),
    expected: { ...told, ...findTrueDashboard(figures, how) },
  };
}

function writeList(
  list: List,
  { page }: PageSpec,
  world: World,
  request: ListRequest,
  frame: FrameOptions,
): string {
  if (page.endsWith('-a')) return writeOldPage(list, world, request, frame);
  if (page.endsWith('-b')) return writeListPage(list, world, request, frame);
  const { style } = request;
  return writeAppShell(style, style.variant.late > 0 ? '' : writeAppList(list, world, request));
}

/** Each generation lives on its own hosts. */
function createAddress(
  { page, query, movedTo }: PageSpec,
  prefix: string,
  list: List | undefined,
  auctionId: string | undefined,
): URL {
  const host = page.endsWith('-a')
    ? 'www.bondora.ee'
    : page.endsWith('-c')
      ? 'app.bondora.com'
      : 'www.bondora.com';
  const path =
    movedTo ??
    list?.name ??
    (auctionId === undefined
      ? page === 'cash-flow-b'
        ? 'cashflow'
        : 'dashboard'
      : `Auction/Show/${auctionId}`);
  return new URL(`https://${host}/${prefix}/${path}${query === '' ? '' : `?${query}`}`);
}

/** An overdue loan with few payments: some of them made, one missed, some to come. */
function findShortLoan(world: World): Loan {
  const [first] = secondMarket
    .find(world, parseQuery([]), 0)
    .filter(({ standing }) => standing.status === 100 && standing.principalRepaid > 0)
    .toSorted((one, other) => one.loan.duration - other.loan.duration);
  if (!first) throw new Error('The world has no overdue loan.');
  return first.loan;
}

/** What a saved page does not need: the words of styles and scripts, and the columns that it could show. */
function scrub(page: string): string {
  return `${page
    .replaceAll(/<style>.*?<\/style>/gs, '<style></style>')
    .replaceAll(/<script>.*?<\/script>/gs, '<script></script>')
    .replaceAll(/(<form class="wheel-menu[^>]*>).*?<\/form>/gs, '$1</form>')
    .trimEnd()}\n`;
}
