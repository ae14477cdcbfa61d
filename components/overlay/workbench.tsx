import { createPageDesk } from '#components/notes/page-desk.ts';
import { dayInTallinn, type Day } from '#lib/base/day.ts';
import { openTeaching } from '#components/teach/open-teaching.ts';
import { checkFilter } from '#lib/formula/check.ts';
import { explainRow } from '#lib/formula/explain.ts';
import { changeCurrentView, isViewChanged, readCurrentView } from '#lib/views/current-view.ts';
import { filterRows } from '#lib/views/filter.ts';
import { createViewNames } from '#lib/views/view-names.ts';
import type { FilterEffect, View } from '#lib/views/view.ts';
import barCss from './bar.css?inline';
import { changeFilter, findCurrentFilter, keepFormula } from './current-filter.ts';
import { DoubtsPanel } from './doubts-panel.tsx';
import editorCss from './editor/editor.css?inline';
import dotCss from './filter-dot.css?inline';
import { FilterBar, type BarActions } from './filter-bar.tsx';
import { createFilterControl } from './filter-control.ts';
import { FilterHelp } from './filter-help.tsx';
import { FiltersPanel } from './filters-panel.tsx';
import type { FramePlace } from './frame-place.ts';
import { createLoanCards } from './loan-cards.tsx';
import { serveHead } from './serve-head.ts';
import { createPanels } from './panels.tsx';
import { createPrivateFrame, type PrivateFrame } from './private-frame.ts';
import { ViewsPanel } from './views-panel.tsx';
import { WhyPanel, type ExplainedFilter } from './why-panel.tsx';
import type { BarState, CreateWorkbench, Workbench } from './workbench-parts.ts';

/** The height of a bar with a list under its field, CSS pixels. */
const openHeight = 360;

/** Sets up the workbench of a page: joins bar, panels, filters, views and notes with each other. */
export const createWorkbench: CreateWorkbench = (parts) => {
  const { ask, clock, readLook, onChoose, onNote, living } = parts;
  const bars = new Map<FramePlace, { frame: PrivateFrame; state: BarState; end: AbortController }>();
  let { preferences } = parts;
  /** The id of the filter in the bar, once it was chosen. */
  let chosen: string | null = null;
  let isSetUp = false;

  const readSaved = (): View => readCurrentView(preferences);
  const readToday = (): Day => dayInTallinn(clock.now());
  const changeView = (make: (view: View) => Partial<View>): void =>
    onChoose((now) => changeCurrentView(now, make));

  const desk = createPageDesk({
    ask,
    clock,
    answerForEditors: parts.answerForEditors,
    living,
    onChange(name) {
      panels.redrawNote(name);
      onNote(name);
      const phase = desk.find(name)?.phase;
      if (phase?.is === 'failed' && phase.lost) parts.onLost();
    },
    onStored: onNote,
  });
  const panels = createPanels(desk, readLook, onNote);
  const openWhy: Workbench['openWhy'] = ({ judgement, record }, look, anchor) => {
    const names = createViewNames(readSaved());
    const filters = readView().filters.flatMap((filter): ExplainedFilter[] => {
      if (!filter.on || filter.formula.trim() === '') return [];
      const checked = checkFilter(filter.formula, names);
      return 'ok' in checked ? [{ filter, clause: explainRow(checked.ok, record, readToday()) }] : [];
    });
    if (judgement === null || filters.length === 0) return;
    panels.open({
      anchor,
      title: 'Why this row',
      width: 400,
      draw: (panel) => <WhyPanel judgement={judgement} filters={filters} look={look} onClose={panel.close} />,
    });
  };
  const cards = createLoanCards(clock, () => readSaved().name, {
    openNote: panels.openNote,
    openWhy,
    closeTools: panels.closeTools,
  });
  const control = createFilterControl(
    clock,
    () => {
      if (isSetUp) parts.onView();
      redraw();
    },
    (formula) => changeView((view) => keepFormula(view, findCurrentFilter(view, chosen), formula)),
    () => createViewNames(readSaved()),
    living,
  );
  /** The view with the formula that is being written in the place of the saved one. */
  const readView = (): View => {
    const view = readSaved();
    const filter = findCurrentFilter(view, chosen);
    return (filter?.formula.trim() ?? '') === control.formula
      ? view
      : { ...view, ...changeFilter(view, filter, { formula: control.formula }) };
  };
  const accept = (next: typeof preferences): void => {
    preferences = next;
    control.accept(findCurrentFilter(readSaved(), chosen)?.formula ?? '');
    redraw();
  };

  const redraw = (): void => {
    for (const place of bars.keys()) drawBar(place);
    cards.redraw();
    panels.redraw();
  };
  const drawBar = (place: FramePlace): void => {
    const drawn = bars.get(place);
    if (drawn === undefined || !place.host.isConnected) return;
    const { shown, notice } = drawn.state;
    const view = readSaved();
    const bar = {
      view,
      isChanged: isViewChanged(preferences),
      names: createViewNames(view),
      filter: findCurrentFilter(view, chosen),
      formula: control.text,
      error: control.error,
      shown,
      notice: notice ?? shown.columnFault,
    };
    drawn.frame.show(<FilterBar view={bar} actions={createActions(place, drawn.frame)} />);
  };
  const createActions = (place: FramePlace, frame: PrivateFrame): BarActions => ({
    onType(formula) {
      control.type(formula);
      redraw();
    },
    onDone: control.finish,
    onEffect: (does) =>
      changeView((view) =>
        changeFilter(view, findCurrentFilter(view, chosen), { effect: createEffect(does) }),
      ),
    onSelect(id) {
      control.finish();
      chosen = id;
      accept(preferences);
    },
    onUnsort: () => changeView(() => ({ sort: [] })),
    onViews: (opener) =>
      panels.open({
        anchor: place.host,
        opener,
        title: 'Views',
        width: 440,
        css: editorCss + dotCss,
        draw: (panel) => (
          <ViewsPanel
            preferences={preferences}
            onChange={onChoose}
            copy={(text) => panel.copy(text)}
            onClose={panel.close}
          />
        ),
      }),
    onDoubts: (opener) => openDoubts(place, opener),
    onFilters: (opener) => openFilters(place, opener),
    onHelp: (opener) => openHelp(place, opener),
    onOpen: (isOpen) => frame.stretch(isOpen ? openHeight : null),
  });
  const openFilters = (place: FramePlace, opener: HTMLElement): void => {
    control.finish();
    panels.open({
      anchor: place.host,
      opener,
      title: 'Filters',
      width: 680,
      css: editorCss + dotCss,
      draw: (panel) => (
        <FiltersPanel
          view={readSaved()}
          today={readToday()}
          decided={bars.get(place)?.state.shown.tally.decided ?? new Map()}
          count={(formula) =>
            filterRows(
              formula,
              bars.get(place)?.state.listRecords() ?? [],
              readToday(),
              createViewNames(readSaved()),
            )
          }
          onChange={(make) => changeView((view) => ({ filters: make(view.filters) }))}
          onHelp={() => openHelp(place, opener)}
          onClose={panel.close}
        />
      ),
    });
  };
  const openDoubts = (place: FramePlace, opener: HTMLElement): void =>
    panels.open({
      anchor: place.host,
      opener,
      title: 'What was not understood',
      width: 400,
      draw: (panel) => (
        <DoubtsPanel
          columns={bars.get(place)?.state.shown.doubts ?? []}
          rows={bars.get(place)?.state.shown.unreadable ?? []}
          onOpen={(start) => {
            panel.close();
            openTeaching(ask, start, opener).catch(parts.onError);
          }}
          onClose={panel.close}
        />
      ),
    });
  const openHelp = (place: FramePlace, opener: HTMLElement): void =>
    panels.open({
      anchor: place.host,
      opener,
      title: 'How to write a filter',
      width: 440,
      draw: (panel) => (
        <FilterHelp
          onUse={(formula) => {
            control.type(formula);
            control.finish();
          }}
          onClose={panel.close}
        />
      ),
    });

  accept(preferences);
  isSetUp = true;

  return {
    drawBar(place, state) {
      const drawn = bars.get(place);
      const end = drawn?.end ?? new AbortController();
      const options = { place, title: 'Bondlens filter', css: barCss + dotCss, signal: end.signal };
      bars.set(place, { frame: drawn?.frame ?? createPrivateFrame(options), state, end });
      drawBar(place);
      panels.redraw();
    },
    removeBar(place) {
      // What was opened from the bar gives the focus back to it, as long as it is there.
      panels.closeTools();
      const drawn = bars.get(place);
      drawn?.end.abort();
      drawn?.frame.remove();
      bars.delete(place);
    },
    drawCard: cards.drawCard,
    removeCard: cards.removeCard,
    readView,
    accept,
    serveHead: (cells, signal) => serveHead(cells, changeView, signal),
    openNote: panels.openNote,
    openWhy,
    findEditing: desk.find,
    closeUnlessUnsaved: panels.closeUnlessUnsaved,
    freeze(sentence) {
      desk.loseContext(sentence);
      cards.freeze();
      for (const { frame } of bars.values()) if (frame.document !== null) frame.document.body.inert = true;
    },
  };
};

function createEffect(does: FilterEffect['do']): FilterEffect {
  return does === 'highlight' ? { do: does, colour: 'green' } : { do: does };
}
