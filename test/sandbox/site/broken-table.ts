import type { World } from '../world/world.ts';
import { cells } from './cells.ts';
import type { ColumnId } from './columns.ts';
import { say, words } from './languages.ts';
import type { ListRow } from './list-row.ts';
import type { PageWriting } from './page-writing.ts';
import type { BrokenPart } from './variant.ts';

/** What a table is made of, for those who are to break it. */
export interface TableParts {
  heads: string;
  shown: readonly ColumnId[];
  rows: readonly ListRow[];
  how: PageWriting;
  world: World;
}

/** Columns whose sums a row of totals shows. */
const summed: ReadonlySet<ColumnId> = new Set([
  'outstanding',
  'principal',
  'amount',
  'price',
  'lateAmount',
  'principalRepaid',
  'interestRepaid',
  'purchasePrice',
  'appliedAmount',
]);

/** Breaks the body of a table as its variant says: each entry is a main row with what belongs to it. */
export function breakRows(body: readonly string[], parts: TableParts): readonly string[] {
  const { broken } = parts.how.variant;
  if (broken.includes('empty')) return [];
  const lines = [...body];
  // The second row loses its third cell.
  if (broken.includes('odd') && lines[1] !== undefined) {
    let nth = 0;
    lines[1] = lines[1].replaceAll(/<td.*?<\/td>/gs, (found) => (++nth === 3 ? '' : found));
  }
  if (broken.includes('repeated')) lines.splice(Math.ceil(lines.length / 2), 0, parts.heads);
  if (broken.includes('totals')) lines.push(writeTotals(parts, say(words.total, parts.how.language)));
  return lines;
}

/** Ends a table in the middle of its last row, as a broken connection does. */
export function cutOff(table: string, broken: readonly BrokenPart[]): string {
  return broken.includes('cut') ? table.slice(0, table.lastIndexOf('<td') - 30) : table;
}

/** A row that begins with `label` and has the sums of the rows shown: what their cells write as money is added up. */
export function writeTotals({ shown, rows, how, world }: TableParts, label: string): string {
  const [first] = rows;
  const written = shown.map((column, at) => {
    if (at === 0) return `<td><b>${label}</b></td>`;
    if (!summed.has(column) || first === undefined) return '<td></td>';
    let sum = 0;
    const adding: PageWriting = {
      ...how,
      formats: {
        ...how.formats,
        money(euros) {
          sum += euros;
          return '';
        },
      },
    };
    for (const row of rows) cells[column](row, adding, world);
    return `<td class="text-right"><b>${how.formats.money(sum)}</b></td>`;
  });
  return `<tr class="total">${written.join('')}</tr>`;
}
