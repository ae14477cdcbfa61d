import type { OverlayFinding, OverlayKind, OverlayPage } from '#components/overlay/overlay-page.ts';
import { findTable } from '#lib/site/find-table.ts';
import { findPageByAddress } from '#lib/site/page-addresses.ts';
import type { PageKind } from '#lib/site/page-reading.ts';
import { recognizePage } from '#lib/site/recognize-page.ts';
import { removeOurs } from '#lib/site/slots.ts';
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
      return 'found' in finding ? { found: { table: { ...finding.found, kind } } } : finding;
    },
    onMove(listener, signal) {
      checkAddress = watchAddress(window, signal, listener).check;
      // Older browsers do not tell of `pushState`, and a page that is none of ours is not watched: there a click moves on.
      if (!('navigation' in window))
        addEventListener('click', () => requestAnimationFrame(checkAddress), { signal, passive: true });
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
