import { parseQuery } from '../api/query.ts';
import type { World } from '../world/world.ts';
import { columns, parseColumns, type ColumnId } from './columns.ts';
import { writeFrame, type FrameOptions } from './frame.ts';
import { escapeHtml } from './html.ts';
import { say, words, type Wording } from './languages.ts';
import type { ListRequest } from './list-request.ts';
import { findPage } from './list-search.ts';
import type { List } from './list.ts';
import { writeListTable } from './list-table.ts';
import type { PageWriting } from './page-writing.ts';
import { writePager } from './pager.ts';
import { renameClasses } from './rename-classes.ts';
import { writeSearchForm } from './search-form.ts';

/** The page of a list in generation B. */
export function writeListPage(list: List, world: World, request: ListRequest, frame: FrameOptions): string {
  const { address, style } = request;
  const kept: Record<string, string> = {};
  for (const name of ['pageSize', 'columns', 'variant']) {
    const value = address.searchParams.get(name);
    if (value) kept[name] = value;
  }
  const { loading, late } = style.variant;
  const attributes = `id="${list.name}-content" class="list-content" data-list="${list.name}"`;
  const content =
    loading === 'ajax' || late > 0
      ? `<div ${attributes} data-source="late" data-late="${late}"><p class="loading">…</p></div>`
      : `<div ${attributes}>${writeListContent(list, world, request)}</div>`;
  const query = parseQuery(address.searchParams, list.prefix);
  const page = writeFrame(
    { ...frame, title: say(list.title, style.language), loading, look: style.variant.look },
    `${writeSearchForm(list, query, style, kept)}\n${content}`,
  );
  return style.variant.classes === 'unknown' ? renameClasses(page) : page;
}

/** Heading, settings, table and pager as a script of the page asks for them to replace what it shows. */
export function writeListPart(list: List, world: World, request: ListRequest): string {
  const part = writeListContent(list, world, request);
  return request.style.variant.classes === 'unknown' ? renameClasses(part) : part;
}

function writeListContent(list: List, world: World, request: ListRequest): string {
  const { address, style } = request;
  const text = (wording: Wording): string => say(wording, style.language);
  const { found, rows, pageNr, pageSize } = findPage(list, world, request);
  const shown = parseColumns(
    address.searchParams.get('columns') ?? request.rememberedColumns,
    list.columns,
    list.usual,
  );
  const pager = writePager(toPageAddress(address), pageNr, pageSize, found);
  return `<div class="heading"><h3>${found} ${text(list.counted)}</h3>${writeSizes(address, pageSize, text(words.rowsPerPage))}${writeWheel(list, shown, style)}</div>
<div class="table-responsive">${writeListTable(list, world, rows, shown, style)}</div>
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
function writeWheel(list: List, shown: readonly ColumnId[], style: PageWriting): string {
  const text = (wording: Wording): string => say(wording, style.language);
  const order = [...shown, ...list.columns.filter((id) => !shown.includes(id))];
  const items = order.map(
    (id) =>
      `<li><label><input type="checkbox" value="${id}"${shown.includes(id) ? ' checked' : ''}> ${text(columns[id]) || text(words.buy)}</label><button type="button" class="js-up" aria-label="↑">↑</button></li>`,
  );
  return `<div class="wheel"><button type="button" class="btn btn-default js-wheel" title="${text(words.settings)}" aria-label="${text(words.settings)}">⚙</button><form class="wheel-menu js-columns" style="display:none" action="/${style.prefix}/${list.name}"><ul>${items.join('')}</ul><button class="btn btn-primary btn-xs" type="submit">${text(words.apply)}</button></form></div>`;
}
