import { parseQuery } from '../api/query.ts';
import { getPrincipalRemaining } from '../world/money.ts';
import type { World } from '../world/world.ts';
import { parseColumns } from './columns.ts';
import type { FrameOptions } from './frame.ts';
import { escapeHtml } from './html.ts';
import { say, words } from './languages.ts';
import type { ListRequest } from './list-request.ts';
import type { ListRow } from './list-row.ts';
import { findPage } from './list-search.ts';
import { oldInvestments, oldMarket, oldPrimaryMarket, type List } from './list.ts';
import { writeOldTable } from './old-table.ts';
import { writePageStyle } from './page-style.ts';
import type { PageWriting } from './page-writing.ts';
import { writePager } from './pager.ts';
import { renameClasses } from './rename-classes.ts';
import { writeSearchForm } from './search-form.ts';

/** A list's page in generation A: a menu above, no script, each page a full load. */
export function writeOldPage(list: List, world: World, request: ListRequest, frame: FrameOptions): string {
  const { address, style } = request;
  const { found, rows, pageNr, pageSize } = findPage(list, world, request);
  const shown = parseColumns(address.searchParams.get('columns') ?? undefined, list.columns, list.usual);
  const kept: Record<string, string> = {};
  for (const name of ['pageSize', 'columns', 'variant']) {
    const value = address.searchParams.get(name);
    if (value) kept[name] = value;
  }
  const query = parseQuery(address.searchParams, list.prefix);
  const summary = list.name === oldInvestments.name ? writeSummary(rows, style) : '';
  const page = `<!DOCTYPE html>
<html lang="${style.prefix}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(say(list.title, style.language))} | Bondora</title>
<link rel="icon" href="data:,">
<style>${writePageStyle(style.variant.look)}${oldStyle}</style>
</head>
<body class="old">
<div id="menu">${writeMenu(style)} <span class="user-name">${escapeHtml(frame.user ?? '')}</span></div>
<div id="content">
<h1>${escapeHtml(say(list.title, style.language))}</h1>
${writeSearchForm(list, query, style, kept)}
${summary}
${writeOldTable(list, world, rows, shown, style)}
${writePager(address, pageNr, pageSize, found)}
</div>
</body>
</html>`;
  return style.variant.classes === 'unknown' ? renameClasses(page) : page;
}

const oldStyle = `
.old #content{max-width:1280px;margin:0 auto;padding:10px 20px 40px}
.old #menu{background:#22303c;padding:12px 24px;color:#fff}.old #menu a,.old .user-name{color:#b8c4ce;margin-right:18px}
.old table{width:100%;border-collapse:collapse;background:transparent;margin-bottom:14px}
.old td,.old th{padding:5px 8px;text-align:left;border-bottom:1px solid #c9d2da}
.old .info td{font-size:12px;opacity:.75;border-bottom-width:2px}
.icon{display:inline-block;width:12px;height:12px;border-radius:50%}
.dot_green{background:#38b27b}.dot_yellow{background:#e0b020}.dot_red{background:#d9534f}.dot_grey{background:#8896a0}
.edit_small{background:#1c6fb8}.delete_small{background:#a93226}
`;

function writeMenu({ prefix, language }: PageWriting): string {
  return [oldMarket, oldPrimaryMarket, oldInvestments]
    .map((list) => `<a href="/${prefix}/${list.name}">${say(list.title, language)}</a>`)
    .join('');
}

/** The three lines above the investments: how many stand how, with the open principal. */
function writeSummary(rows: readonly ListRow[], { formats, language }: PageWriting): string {
  const write = (label: string, of: readonly ListRow[]): string => {
    const sum = of.reduce(
      (total, { loan, standing, part }) => total + (part ? getPrincipalRemaining(loan, standing, part) : 0),
      0,
    );
    return `<tr><td>${label}</td><td>${of.length}</td><td>${formats.money(sum)}</td></tr>`;
  };
  return `<table class="status">${write(
    say(words.current, language),
    rows.filter(({ standing }) => standing.status === 2),
  )}${write(
    say(words.overdue, language),
    rows.filter(({ standing }) => standing.status !== 2),
  )}${write(say(words.total, language), rows)}</table>`;
}
