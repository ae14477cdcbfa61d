import type { OverlayPage, OverlayTable } from '#components/overlay/overlay-page.ts';
import { chooseLook, type ValueLook } from '#components/values/value-look.ts';
import { findTable } from '#lib/site/find-table.ts';
import type { PageTable } from '#lib/site/page-reading.ts';
import { findDecimalMark, readRows } from '#lib/site/read-rows.ts';
import { recognizePage } from '#lib/site/recognize-page.ts';
import { appendToHead, findBarSlot, mendColspans, removeOurs } from '#lib/site/slots.ts';
import { watchAddress } from '#lib/site/watch-address.ts';
import { watchTable } from '#lib/site/watch-table.ts';

/** The page of this document as the overlay sees it, made of `lib/site`. */
export function createMarketPage(): OverlayPage {
  const tables = new WeakMap<OverlayTable, PageTable>();
  const identify = () => recognizePage(new URL(location.href), document);
  return {
    isRecognised: () => identify().kind === 'secondary-market',
    find() {
      const finding = findTable(identify(), document);
      if (!('found' in finding)) return finding;
      const table = createTable(finding.found);
      tables.set(table, finding.found);
      return { found: table };
    },
    watch(on, signal) {
      const address = watchAddress(window, signal, on.move);
      const watch = watchTable({
        container: document.body,
        table: null,
        signal,
        onChange(changes) {
          address.check();
          on.change(changes);
        },
        onFight: on.fight,
      });
      return {
        write: (work) => watch.write(work),
        follow: (table) => watch.follow(table === null ? null : (tables.get(table) ?? null)),
      };
    },
    clear: () => removeOurs(document.body),
  };
}

function createTable(table: PageTable): OverlayTable {
  let look: ValueLook | undefined;
  return {
    element: table.element,
    head: table.head,
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
