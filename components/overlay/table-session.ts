import { changeCurrentView, readCurrentView } from '#lib/views/current-view.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import { createBarPlace, type BarPlace } from './bar-place.ts';
import type { Shown } from './describe-shown.ts';
import type { OverlayTable } from './overlay-page.ts';
import type { PageSession, SessionParts } from './page-session.ts';
import { readTableChoice } from './table-choice.ts';
import { createTableOverlay } from './table-overlay.ts';

/** What one table is overlaid with. */
export interface TableSessionParts extends SessionParts {
  table: OverlayTable;
}

/** Lays everything over a table: columns and marks, and the bar above. */
export function createTableSession(parts: TableSessionParts): PageSession {
  const { table, watch, workbench, onChoose } = parts;
  const working = new AbortController();
  let bar: BarPlace | undefined;
  let preferences: Preferences | undefined;
  let shown: Shown | undefined;
  let said: string | null = null;
  let isPainted = false;
  let head: readonly HTMLTableCellElement[] = [];
  let headEnd = new AbortController();

  const overlay = createTableOverlay({
    ...parts,
    findEditing: (name) => workbench.now?.findEditing(name),
    onNote: (row, anchor) => workbench.use((bench) => bench.openNote(row, anchor)),
    onWhy: (row, anchor) => workbench.use((bench) => bench.openWhy(row, table.look, anchor)),
    onSort: (sort) => onChoose((now) => changeCurrentView(now, () => ({ sort }))),
    onHead(cells) {
      head = cells;
      headEnd.abort();
      headEnd = new AbortController();
      // This is called amid writing, which must not be begun within itself.
      if (isPainted) workbench.now?.serveHead(head, AbortSignal.any([working.signal, headEnd.signal]));
    },
    onShown(next) {
      const isFirst = shown === undefined;
      shown = next;
      placeBar();
      if (isPainted) drawBar();
      else if (isFirst) requestAnimationFrame(() => requestAnimationFrame(afterPaint));
    },
    signal: working.signal,
  });

  const showView = (): void => {
    if (preferences === undefined) return;
    const view = workbench.now?.readView() ?? readCurrentView(preferences);
    overlay.show(readTableChoice(preferences, view, table.kind));
  };
  const placeBar = (): void => {
    if (preferences?.filter.on !== true) return removeBar();
    bar ??= createBarPlace(table, parts.look);
    watch.write(bar.put);
  };
  const removeBar = (): void => {
    const { place } = bar ?? {};
    bar = undefined;
    if (place === undefined) return;
    watch.write(() => {
      workbench.now?.removeBar(place);
      place.host.remove();
    });
  };
  /** The table has been painted: now is the time for what it takes to work with it. */
  const afterPaint = (): void => {
    workbench.use((bench) => {
      if (working.signal.aborted) return;
      isPainted = true;
      const ending = AbortSignal.any([working.signal, headEnd.signal]);
      watch.write(() => bench.serveHead(head, ending));
      drawBar();
    });
  };
  const drawBar = (): void => {
    if (preferences === undefined || shown === undefined || bar === undefined || working.signal.aborted)
      return;
    workbench.now?.drawBar(bar.place, { shown, listRecords: overlay.listRecords, notice: said });
  };

  return {
    setPreferences(next) {
      preferences = next;
      showView();
    },
    takeChanges: overlay.takeChanges,
    showView,
    refresh: overlay.refresh,
    showNote: overlay.showNote,
    notice(sentence) {
      said = sentence;
      drawBar();
    },
    freeze: () => working.abort(),
    remove() {
      working.abort();
      removeBar();
      overlay.remove();
    },
  };
}
