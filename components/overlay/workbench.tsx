import { createNoteDesk } from '#components/notes/note-desk.ts';
import { dayInTallinn } from '#lib/base/day.ts';
import { changeCurrentView, readCurrentView } from '#lib/views/current-view.ts';
import { changeSingleFilter, readSingleFilter } from '#lib/views/single-filter.ts';
import bar from './bar.css?inline';
import { explainMatch } from './explain-match.ts';
import { FilterBar } from './filter-bar.tsx';
import { createFilterControl } from './filter-control.ts';
import type { FramePlace } from './frame-place.ts';
import { createPanels } from './panels.tsx';
import { createPrivateFrame, type PrivateFrame } from './private-frame.ts';
import { watchUnload } from './watch-unload.ts';
import type { BarState, CreateWorkbench } from './workbench-parts.ts';

/** Sets up the workbench of a page: joins bar, panels, filter and notes with each other. */
export const createWorkbench: CreateWorkbench = (parts) => {
  const { ask, clock, readLook, onChoose, onNote, living } = parts;
  const bars = new Map<FramePlace, { frame: PrivateFrame; state: BarState; end: AbortController }>();

  let isSetUp = false;
  const unload = watchUnload();
  const desk = createNoteDesk(
    ask,
    () => clock.now(),
    (name) => {
      unload.ask(desk.hasUnsaved());
      panels.redrawNote(name);
      onNote(name);
      const phase = desk.find(name)?.phase;
      if (phase?.is === 'failed' && phase.lost) parts.onLost();
    },
    onNote,
  );
  const panels = createPanels(desk, readLook, onNote);
  const filter = createFilterControl(
    clock,
    () => {
      if (isSetUp) parts.onFilter();
      redrawBars();
    },
    (formula) => onChoose((now) => changeCurrentView(now, (view) => changeSingleFilter(view, { formula }))),
    living,
  );

  const redrawBars = (): void => {
    for (const place of bars.keys()) drawBar(place);
  };
  const drawBar = (place: FramePlace): void => {
    const drawn = bars.get(place);
    if (drawn === undefined || !place.host.isConnected) return;
    const { preferences, shown, notice } = drawn.state;
    const current = readCurrentView(preferences);
    const view = {
      filter: { ...readSingleFilter(current), formula: filter.text },
      error: filter.error,
      counts: shown.counts,
      rows: shown.rows,
      unreadable: shown.unreadable,
      isSorted: current.sort.length > 0,
      notice: notice ?? shown.columnFault,
    };
    drawn.frame.show(
      <FilterBar
        view={view}
        actions={{
          onType(formula) {
            filter.type(formula);
            redrawBars();
          },
          onDone: filter.finish,
          onEffect: (effect) =>
            onChoose((now) => changeCurrentView(now, (one) => changeSingleFilter(one, { effect }))),
          onUnsort: () => onChoose((now) => changeCurrentView(now, () => ({ sort: [] }))),
          onHelp: (button) =>
            panels.openHelp(place.host, button, (formula) => {
              filter.type(formula);
              filter.finish();
            }),
        }}
      />,
    );
  };

  filter.accept(readSingleFilter(readCurrentView(parts.preferences)).formula);
  isSetUp = true;

  return {
    drawBar(place, state) {
      const drawn = bars.get(place);
      const end = drawn?.end ?? new AbortController();
      const options = { place, title: 'Bondlens filter', css: bar, signal: end.signal };
      bars.set(place, { frame: drawn?.frame ?? createPrivateFrame(options), state, end });
      drawBar(place);
    },
    removeBar(place) {
      const drawn = bars.get(place);
      drawn?.end.abort();
      drawn?.frame.remove();
      bars.delete(place);
    },
    get formula() {
      return filter.formula;
    },
    accept: (preferences) => filter.accept(readSingleFilter(readCurrentView(preferences)).formula),
    openNote: panels.openNote,
    openWhy(row, look, anchor) {
      const verdict = explainMatch(filter.formula, row.record, dayInTallinn(clock.now()));
      if (verdict !== undefined) panels.openWhy(row, verdict, look, anchor);
    },
    findEditing: desk.find,
    closeUnlessUnsaved: panels.closeUnlessUnsaved,
    freeze(sentence) {
      desk.loseContext(sentence);
      for (const { frame } of bars.values()) if (frame.document !== null) frame.document.body.inert = true;
    },
  };
};
