import type { FoundTable, OverlayTable } from '#components/overlay/overlay-page.ts';
import { chooseLook, type ValueLook } from '#components/values/value-look.ts';
import type { PageTable } from '#lib/site/page-reading.ts';
import { findDecimalMark, readRows } from '#lib/site/read-rows.ts';
import { appendToHead, findBarSlot, mendColspans } from '#lib/site/slots.ts';

/** What can be done with a table that the first script of the page has found. */
export function openTable(found: FoundTable): OverlayTable {
  // The first script made it of a `PageTable`, which components know nothing of.
  const table = found as FoundTable & PageTable;
  let look: ValueLook | undefined;
  return {
    kind: table.kind,
    element: table.element,
    head: table.head,
    columns: table.columns,
    get look() {
      const decimal = findDecimalMark(table);
      if (look === undefined || (decimal !== undefined && look.decimal !== decimal))
        look = chooseLook(document.documentElement.lang, decimal === undefined ? {} : { decimal });
      return look;
    },
    readRows: (rows) => readRows(table, rows),
    findBarPlace: () => findBarSlot(table),
    addToHead: (cells) => appendToHead(table, cells),
    widen: (rows, added) => mendColspans(table, rows, added),
  };
}
