import type { World } from '../world/world.ts';
import { parseColumns } from './columns.ts';
import { say } from './languages.ts';
import type { ListRequest } from './list-request.ts';
import { findPage } from './list-search.ts';
import { writeListTable } from './list-table.ts';
import type { List } from './list.ts';
import { writePager } from './pager.ts';
import { renameClasses } from './rename-classes.ts';

/**
 * What the app puts into its page: count, table and pager of a list, with classes that say nothing and no
 * inline style. Headers carry the number by which their column is sorted.
 */
export function writeAppList(list: List, world: World, request: ListRequest): string {
  const { address, style } = request;
  const { found, rows, pageNr, pageSize } = findPage(list, world, request);
  const shown = parseColumns(address.searchParams.get('columns') ?? undefined, list.columns, list.usual);
  const page = new URL(address);
  page.pathname = page.pathname.replace(/\/list$/i, '');
  let nth = 0;
  const table = writeListTable(list, world, rows, shown, style).replaceAll(/<th(?=[ >])/g, (tag) => {
    const column = shown[nth++];
    return column === undefined ? tag : `${tag} data-sort="${list.columns.indexOf(column)}"`;
  });
  const html = `<h2>${say(list.title, style.language)}</h2><p>${found} ${say(list.counted, style.language)}</p>
<div class="css-scroll">${table}</div>
${writePager(page, pageNr, pageSize, found)}`;
  return renameClasses(html)
    .replaceAll(' style="display:none"', ' hidden')
    .replaceAll(/ style="[^"]*"/g, '');
}
