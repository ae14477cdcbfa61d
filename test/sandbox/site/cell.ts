import type { World } from '../world/world.ts';
import type { ListRow } from './list-row.ts';
import type { PageWriting } from './page-writing.ts';

/** Writes the cell of a row, with its `td`. */
export type WriteCell = (row: ListRow, how: PageWriting, world: World) => string;

/** A cell of words. */
export function cell(html: string): string {
  return `<td>${html}</td>`;
}

/** A cell of figures, set to the right. */
export function numeric(text: string): string {
  return `<td class="text-right">${text}</td>`;
}
