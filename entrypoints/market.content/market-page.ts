import type {
  OverlayFinding,
  OverlayKind,
  OverlayPage,
  OverlayTable,
} from '#components/overlay/overlay-page.ts';
import { chooseLook, type ValueLook } from '#components/values/value-look.ts';
import { findTable } from '#lib/site/find-table.ts';
import { findPageByAddress } from '#lib/site/page-addresses.ts';
import type { PageKind, PageTable } from '#lib/site/page-reading.ts';
import { findDecimalMark, readRows } from '#lib/site/read-rows.ts';
import { recognizePage } from '#lib/site/recognize-page.ts';
import { appendToHead, findBarSlot, mendColspans, removeOurs } from '#lib/site/slots.ts';
import { watchAddress } from '#lib/site/watch-address.ts';
import { watchTable } from '#lib/site/watch-table.ts';

/** The page of this document as the overlay sees it, made of `lib/site`. */
export function createMarketPage(): OverlayPage {
  const readUrl = (): URL => new URL(location.href);
  let checkAddress = (): void => undefined;
  return {
    recognise: (taught) => findOverlayKind(recognizePage(readUrl(), document, taught).kind),
    mayBeTaught: () => findPageByAddress(readUrl()).certainty !== 'known',
    find(taught): OverlayFinding {
      const identity = recognizePage(readUrl(), document, taught);
      const kind = findOverlayKind(identity.kind);
      if (kind === null) return { absent: true };
      if (kind === 'loan' || kind === 'cash-flow') return { found: { page: kind } };
      const finding = findTable(identity, document);
      return 'found' in finding ? { found: { table: createTable(finding.found, kind) } } : finding;
    },
    onMove(listener, signal) {
      checkAddress = watchAddress(window, signal, listener).check;
    },
    watch(on, signal) {
      const watch = watchTable({
        container: document.body,
        table: null,
        signal,
        onChange(changes) {
          checkAddress();
          on.change(changes);
        },
        onFight: on.fight,
      });
      return {
        write: (work) => watch.write(work),
        follow: (table) =>
          watch.follow(table && { identity: recognizePage(readUrl(), document), columns: [], ...table }),
      };
    },
    clear: () => removeOurs(document.body),
  };
}

function findOverlayKind(kind: PageKind): OverlayKind | null {
  return kind === 'none' || kind === 'dashboard' ? null : kind;
}

function createTable(table: PageTable, kind: OverlayKind): OverlayTable {
  let look: ValueLook | undefined;
  return {
    kind,
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
