import type { World } from '../world/world.ts';
import { breakRows, cutOff, writeTotals, type TableParts } from './broken-table.ts';
import { cells } from './cells.ts';
import type { ColumnId } from './columns.ts';
import { writeHeaders } from './headers.ts';
import { escapeHtml, writeAttributes } from './html.ts';
import { say, words } from './languages.ts';
import type { ListRow } from './list-row.ts';
import { oldInvestments, oldMarket, type List } from './list.ts';
import { oldMarketCells } from './old-cells.ts';
import type { PageWriting } from './page-writing.ts';

/**
 * The table of a list in generation A, with its header among the rows: two rows an offer on the secondary market, a row of
 * totals at the end of the investments.
 */
export function writeOldTable(
  list: List,
  world: World,
  rows: readonly ListRow[],
  shown: readonly ColumnId[],
  how: PageWriting,
): string {
  const { variant } = how;
  const isMarket = list.name === oldMarket.name;
  const isInvestments = list.name === oldInvestments.name;
  const css = isMarket ? 'loansales_table' : isInvestments ? 'oldtable' : 'auctions_table';
  const body = rows.map((row) => {
    const id = variant.ids.includes('data') ? list.getRowId(world, row) : undefined;
    const written = shown.map((column) => {
      const write = (isInvestments ? undefined : oldMarketCells[column]) ?? cells[column];
      return `\n ${write(row, how, world)}`;
    });
    const info =
      isMarket && variant.details !== 'none'
        ? `\n<tr class="info">\n <td colspan="2">${escapeHtml(row.loan.borrower.userName)}</td><td colspan="${shown.length - 2}">${say(words.age, how.language)}: ${row.loan.borrower.age} · ${how.formats.money(row.loan.borrower.income)}</td>\n</tr>`
        : '';
    return `<tr${writeAttributes({ 'data-id': id })}>${written.join('')}\n</tr>${info}`;
  });
  const heads = `<tr>${writeHeaders(shown, how)}</tr>`;
  const parts: TableParts = { heads, shown, rows, how, world };
  const lines = [...breakRows(body, parts)];
  if (isInvestments && lines.length > 0) lines.push(writeTotals(parts, ''));
  if (lines.length === 0)
    lines.push(`<tr><td colspan="${shown.length}">${say(words.nothing, how.language)}</td></tr>`);
  const first = variant.broken.includes('headless') ? '' : `${heads}\n`;
  return cutOff(`<table class="${css}">\n${first}${lines.join('\n')}\n</table>`, variant.broken);
}
