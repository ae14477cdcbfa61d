import { getOffer } from '../world/offer.ts';
import type { Listing } from '../world/listing.ts';
import type { World } from '../world/world.ts';
import { writeCell, type PageStyle } from './cells.ts';
import { columns, type ColumnId } from './columns.ts';
import { writeDetailRow } from './detail-row.ts';
import { writeAttributes } from './html.ts';
import { say, words } from './languages.ts';

/** The table of offers: for each a main row and a hidden row with details. */
export function writeSecondMarketTable(
  world: World,
  page: readonly Listing[],
  shown: readonly ColumnId[],
  style: PageStyle,
): string {
  const heads = shown
    .map((id) => `<th${id === 'cost' ? ' class="cost-cell"' : ''}>${say(columns[id], style.language)}</th>`)
    .join('');
  const rows = page.map((listing) => {
    const offer = getOffer(world, listing);
    const id = style.variant.ids.includes('data') ? world.getListingId(listing) : undefined;
    const cells = shown.map((column) => writeCell(column, offer, world, style)).join('');
    const details = style.variant.details === 'inline' ? writeDetailRow(offer, style, shown.length) : '';
    return `<tr class="offer"${writeAttributes({ 'data-id': id })}>${cells}</tr>${details}`;
  });
  const empty = `<tr class="empty"><td colspan="${shown.length}">${say(words.nothing, style.language)}</td></tr>`;
  return `<table class="table table-hover investments"><thead><tr>${heads}</tr></thead><tbody>${rows.join('\n') || empty}</tbody></table>`;
}
