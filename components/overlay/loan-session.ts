import { dayInTallinn } from '#lib/base/day.ts';
import { createColumns } from '#lib/views/columns/registry.ts';
import { readCurrentView } from '#lib/views/current-view.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import { createViewNames } from '#lib/views/view-names.ts';
import type { AddedColumn } from '#lib/views/columns/column.ts';
import { createComputedRows } from './computed-rows.ts';
import { describeRowMark } from './describe-row-mark.ts';
import { createFramePlace, type FramePlace } from './frame-place.ts';
import { createKnowledge } from './knowledge.ts';
import type { OverlayRow } from './overlay-page.ts';
import type { OverlayLoan } from './page-readers.ts';
import type { PageSession, SessionParts } from './page-session.ts';
import { readTableChoice } from './table-choice.ts';

/** CSS pixels, whatever stands in the card: nothing moves when more becomes known. */
const height = 112;

/**
 * Lays a card over the page of one loan, above its schedule: the note, what the view's columns say of it, and what the filter
 * does. Nothing is shown where it is not sure which loan the page is about.
 */
export function createLoanSession(parts: SessionParts, readLoan: () => OverlayLoan | undefined): PageSession {
  const { ask, clock, look, watch, workbench } = parts;
  const working = new AbortController();
  const knowledge = createKnowledge(ask, 'loan');
  const computed = createComputedRows();
  let loan: OverlayLoan | undefined;
  let row: OverlayRow | undefined;
  let columns: readonly AddedColumn[] = [];
  let preferences: Preferences | undefined;
  let place: FramePlace | undefined;
  let notice: string | null = null;
  /** When the local market was pulled; null when nothing comes from it. */
  let at: number | null = null;

  const read = (): void => {
    const next = readLoan();
    const isSame = JSON.stringify([next?.ids, next?.fields]) === JSON.stringify([loan?.ids, loan?.fields]);
    loan = next;
    if (loan !== undefined && isSame && row !== undefined) return;
    row = loan && {
      element: document.createElement('tr'),
      followers: [],
      reading: { key: JSON.stringify(loan.ids), ids: loan.ids, fields: loan.fields },
    };
  };
  const learn = async (): Promise<void> => {
    if (row === undefined) return;
    const { asked, error } = await knowledge.ask([row]);
    if (working.signal.aborted) return;
    if (asked.length > 0) {
      parts.onError(error);
      at = row !== undefined && knowledge.find(row)?.record ? await readAge() : null;
    }
    if (!working.signal.aborted) draw();
  };
  const readAge = async (): Promise<number | null> => {
    try {
      return (await ask('mirror.age', {})).at;
    } catch {
      // The values stand; only their age is not known.
      return null;
    }
  };
  const draw = (): void => {
    if (preferences === undefined || working.signal.aborted) return;
    const told = row && knowledge.find(row);
    if (loan === undefined || row === undefined || (told?.loan ?? null) === null) {
      takeAway();
      if (row === undefined || told !== undefined) parts.onSettled();
      return;
    }
    const today = dayInTallinn(clock.now());
    const view = workbench.now?.readView() ?? readCurrentView(preferences);
    const choice = readTableChoice(preferences, view, 'loan');
    columns = createColumns(choice, today, createViewNames(choice), choice.assumptions);
    computed.compute(row, columns, told ?? null, today, choice.assumptions);
    computed.judge([row], choice, today);
    if (!choice.notes && columns.length === 0 && !choice.hasFilter) {
      takeAway();
      return parts.onSettled();
    }
    put(loan);
    workbench.use((bench) => {
      const state = row && computed.find(row.element);
      if (state === undefined || place === undefined || loan === undefined || working.signal.aborted) return;
      const mark = choice.notes ? describeRowMark(state, told, (name) => bench.findEditing(name)) : null;
      bench.drawCard(place, { row: state, columns, mark, look: loan.look, at, notice });
      parts.onSettled();
    });
  };
  const put = ({ schedule }: OverlayLoan): void => {
    place ??= createPlace();
    const { host } = place;
    if (schedule.previousElementSibling !== host) watch.write(() => schedule.before(host));
  };
  const createPlace = (): FramePlace => {
    const made = createFramePlace('card', look);
    made.box.style.height = `${height}px`;
    return made;
  };
  const takeAway = (): void => {
    const gone = place;
    place = undefined;
    if (gone === undefined) return;
    watch.write(() => {
      workbench.now?.removeCard(gone);
      gone.host.remove();
    });
  };
  const update = (): void => {
    read();
    draw();
    void learn();
  };

  return {
    setPreferences(next) {
      preferences = next;
      update();
    },
    takeChanges({ tableReplaced, rowsAdded, rowsRemoved, rowsChanged }) {
      if (tableReplaced || rowsAdded.length + rowsRemoved.length + rowsChanged.length > 0) update();
    },
    showView: draw,
    refresh() {
      knowledge.outdate();
      void learn();
    },
    showNote(name, stored) {
      if (stored !== undefined) knowledge.keep(name, stored);
      draw();
    },
    notice(sentence) {
      notice = sentence;
      draw();
    },
    freeze: () => working.abort(),
    remove() {
      working.abort();
      takeAway();
    },
  };
}
