import type { World } from '../world/world.ts';
import { breakRows, cutOff } from './broken-table.ts';
import { cells } from './cells.ts';
import type { ColumnId } from './columns.ts';
import { writeDetailRow } from './detail-row.ts';
import { writeHeaders } from './headers.ts';
import { writeAttributes } from './html.ts';
import { say, words } from './languages.ts';
import type { ListRow } from './list-row.ts';
import type { List } from './list.ts';
import type { PageWriting } from './page-writing.ts';

/** The table of a list in generations B and C: for each row a main row and, of parts, a row with details. */
export function writeListTable(
  list: List,
  world: World,
  rows: readonly ListRow[],
  shown: readonly ColumnId[],
  how: PageWriting,
): string {
  const { variant, language } = how;
  const heads = `<tr>${writeHeaders(shown, how)}</tr>`;
  const body = rows.map((row) => {
    const id = variant.ids.includes('data') ? list.getRowId(world, row) : undefined;
    const main = shown.map((column) => cells[column](row, how, world)).join('');
    const details = variant.details === 'none' ? '' : writeDetailRow(row, how, shown.length);
    return `<tr class="offer"${writeAttributes({ 'data-id': id })}>${main}</tr>${details}`;
  });
  const empty = `<tr class="empty"><td colspan="${shown.length}">${say(words.nothing, language)}</td></tr>`;
  const lines = breakRows(body, { heads, shown, rows, how, world });
  const thead = variant.broken.includes('headless') ? '' : `<thead>${heads}</thead>`;
  return cutOff(
    `<table class="table table-hover investments">${thead}<tbody>${lines.join('\n') || empty}</tbody></table>`,
    variant.broken,
  );
}
