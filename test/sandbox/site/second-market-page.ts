import { parseMarketSearch } from '../api/market-search.ts';
import { parseQuery } from '../api/query.ts';
import { getOffer } from '../world/offer.ts';
import type { World } from '../world/world.ts';
import type { PageStyle } from './cells.ts';
import { columnIds, columns, parseColumns, type ColumnId } from './columns.ts';
import { writeFrame, type FrameOptions } from './frame.ts';
import { escapeHtml } from './html.ts';
import { say, words, type Wording } from './languages.ts';
import { writePager } from './pager.ts';
import { writeSearchForm } from './search-form.ts';
import { writeSecondMarketTable } from './second-market-table.ts';

/** Rows a page can have; the site took 200, more is ours, for measuring. */
const largestPage = 1000;
const usualPage = 50;

/** What a request for the page says. */
export interface SecondMarketRequest {
  address: URL;
  style: PageStyle;
  /** Who is signed in. */
  investor: number;
  /** Columns that a cookie remembers. */
  rememberedColumns: string | undefined;
}

/** The page `/{lang}/secondmarket` of generation B. */
export function writeSecondMarketPage(
  world: World,
  request: SecondMarketRequest,
  frame: FrameOptions,
): string {
  const { address, style } = request;
  const query = parseQuery(address.searchParams, 'SecondMarketSearch.');
  const kept: Record<string, string> = {};
  for (const name of ['pageSize', 'columns', 'variant']) {
    const value = address.searchParams.get(name);
    if (value) kept[name] = value;
  }
  const { loading, late } = style.variant;
  const content =
    loading === 'ajax' || late > 0
      ? `<div id="secondmarket-content" data-source="late" data-late="${late}"><p class="loading">…</p></div>`
      : `<div id="secondmarket-content">${writeSecondMarketContent(world, request)}</div>`;
  return writeFrame(
    {
      ...frame,
      title: say(words.secondMarket, style.language),
      loading,
    },
    `${writeSearchForm(query, style, kept)}\n${content}`,
  );
}

/** Heading, settings, table and pager: what a script of the page replaces when it loads another page. */
export function writeSecondMarketContent(world: World, request: SecondMarketRequest): string {
  const { address, style, investor } = request;
  const text = (wording: Wording): string => say(wording, style.language);
  const query = parseQuery(address.searchParams, 'SecondMarketSearch.');
  const matches = parseMarketSearch(query, world, investor);
  const found = world.listOpen().filter((listing) => matches(getOffer(world, listing)));
  const pageSize = Math.min(largestPage, Math.max(1, Math.floor(query.findNumber('pageSize') ?? usualPage)));
  const pageNr = Math.max(1, Math.floor(query.findNumber('pageNr') ?? 1));
  const page = found.slice((pageNr - 1) * pageSize, pageNr * pageSize);
  const shown = parseColumns(address.searchParams.get('columns') ?? request.rememberedColumns);
  const pager = writePager(toPageAddress(address), pageNr, pageSize, found.length);
  return `<div class="heading"><h3>${found.length} ${text(words.found)}</h3>${writeSizes(address, pageSize, text(words.rowsPerPage))}${writeWheel(shown, style, text)}</div>
<div class="table-responsive">${writeSecondMarketTable(world, page, shown, style)}</div>
${pager}`;
}

/** The address of the page itself when its content was asked for by script. */
function toPageAddress(address: URL): URL {
  const page = new URL(address);
  page.pathname = page.pathname.replace(/\/list$/i, '');
  return page;
}

function writeSizes(address: URL, pageSize: number, label: string): string {
  const links = [20, 50, 100, 200].map((size) => {
    const to = toPageAddress(address);
    to.searchParams.set('pageSize', String(size));
    to.searchParams.set('pageNr', '1');
    return `<a class="js-page${size === pageSize ? ' active' : ''}" href="${escapeHtml(to.pathname + to.search)}">${size}</a>`;
  });
  return `<div class="sizes">${label}: ${links.join(' ')}</div>`;
}

/** The settings wheel: which columns, in which order. */
function writeWheel(
  shown: readonly ColumnId[],
  style: PageStyle,
  text: (wording: Wording) => string,
): string {
  const order = [...shown, ...columnIds.filter((id) => !shown.includes(id))];
  const items = order.map(
    (id) =>
      `<li><label><input type="checkbox" value="${id}"${shown.includes(id) ? ' checked' : ''}> ${text(columns[id]) || text(words.buy)}</label><button type="button" class="js-up" aria-label="↑">↑</button></li>`,
  );
  return `<div class="wheel"><button type="button" class="btn btn-default js-wheel" title="${text(words.settings)}" aria-label="${text(words.settings)}">⚙</button><form class="wheel-menu js-columns" style="display:none" action="/${style.prefix}/secondmarket"><ul>${items.join('')}</ul><button class="btn btn-primary btn-xs" type="submit">${text(words.apply)}</button></form></div>`;
}
