import type { NoteDesk, NoteName } from '#components/notes/note-desk.ts';
import type { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import { dayInTallinn } from '#lib/base/day.ts';
import type { Ask } from '#lib/messages/ask.ts';
import type { Note } from '#lib/notes/note.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import { createBarPlace, type BarPlace } from './bar-place.tsx';
import type { Shown } from './describe-shown.ts';
import { explainMatch } from './explain-match.ts';
import type { FilterControl } from './filter-control.ts';
import type { OverlayChanges, OverlayTable, OverlayWatch } from './overlay-page.ts';
import type { PageLook } from './page-look.ts';
import type { Panels } from './panels.tsx';
import { createTableOverlay } from './table-overlay.ts';

/** One table with everything over it: its columns and marks, and the bar above. */
export interface TableSession {
  readonly table: OverlayTable;
  setPreferences(preferences: Preferences): void;
  takeChanges(changes: OverlayChanges): void;
  /** The filter holds another formula, or has another fault. */
  showFilter(): void;
  refresh(): void;
  showNote(name: NoteName, stored?: Note | null): void;
  /** Says something in the bar; null says nothing. */
  notice(sentence: string | null): void;
  /** Stops everything and leaves what stands there. */
  freeze(): void;
  /** Takes everything away: the table is as the page made it. */
  remove(): void;
}

export interface TableSessionParts {
  table: OverlayTable;
  watch: OverlayWatch;
  ask: Ask;
  clock: Clock;
  look: PageLook;
  filter: FilterControl;
  desk: NoteDesk;
  panels: Panels;
  /** A person chose something that is to be remembered. */
  onChoose: (make: (now: Preferences) => Partial<Preferences>) => void;
  onError: (error: AppError | null) => void;
  onSettled: () => void;
}

export function createTableSession(parts: TableSessionParts): TableSession {
  const { table, watch, clock, filter, desk, panels, onChoose } = parts;
  const working = new AbortController();
  let barEnd = new AbortController();
  let bar: BarPlace | undefined;
  let preferences: Preferences | undefined;
  let shown: Shown | undefined;
  let said: string | null = null;

  const readFilter = (): string => (preferences?.filter.on === true ? filter.formula : '');
  const overlay = createTableOverlay({
    ...parts,
    readFilter,
    findEditing: desk.find,
    onNote: panels.openNote,
    onWhy(row, anchor) {
      const verdict = explainMatch(readFilter(), row.record, dayInTallinn(clock.now()));
      if (verdict !== undefined) panels.openWhy(row, verdict, table.look, anchor);
    },
    onSort: (sort) => onChoose(() => ({ sort })),
    onShown(next) {
      shown = next;
      placeBar();
      drawBar();
    },
    signal: working.signal,
  });

  const placeBar = (): void => {
    if (preferences?.filter.on !== true) {
      barEnd.abort();
      bar = undefined;
      return;
    }
    if (bar === undefined) {
      barEnd = new AbortController();
      bar = createBarPlace(table, parts.look, actions, barEnd.signal);
    }
    const { put } = bar;
    watch.write(put);
  };
  const drawBar = (): void => {
    if (preferences === undefined || shown === undefined) return;
    bar?.show({
      filter: { ...preferences.filter, formula: filter.text },
      error: filter.error,
      counts: shown.counts,
      rows: shown.rows,
      unreadable: shown.unreadable,
      isSorted: preferences.sort !== null,
      notice: said ?? shown.columnFault,
    });
  };
  const actions = {
    onType(formula: string) {
      filter.type(formula);
      drawBar();
    },
    onDone: filter.finish,
    onEffect: (effect: 'fade' | 'hide') => onChoose((now) => ({ filter: { ...now.filter, effect } })),
    onUnsort: () => onChoose(() => ({ sort: null })),
    onHelp(button: HTMLElement) {
      if (bar === undefined) return;
      panels.openHelp(bar.host, button, (formula) => {
        filter.type(formula);
        filter.finish();
      });
    },
  };

  return {
    table,
    setPreferences(next) {
      preferences = next;
      overlay.setPreferences(next);
    },
    takeChanges: overlay.takeChanges,
    showFilter() {
      overlay.judge();
      drawBar();
    },
    refresh: overlay.refresh,
    showNote: overlay.showNote,
    notice(sentence) {
      said = sentence;
      drawBar();
    },
    freeze() {
      working.abort();
      bar?.freeze();
    },
    remove() {
      working.abort();
      watch.write(() => barEnd.abort());
      overlay.remove();
    },
  };
}
