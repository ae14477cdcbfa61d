import type { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import type { Ask } from '#lib/messages/ask.ts';
import type { PulseTopic } from '#lib/messages/pulse.ts';
import { defaultPreferences, type Preferences } from '#lib/views/preferences.ts';
import { createLateWorkbench } from './late-workbench.ts';
import type { OverlayChanges, OverlayPage, OverlayTable } from './overlay-page.ts';
import { readPageLook, type PageLook } from './page-look.ts';
import { markPage } from './page-state.ts';
import { createStrip } from './strip.ts';
import { createTableSession, type TableSession } from './table-session.ts';
import type { CreateWorkbench } from './workbench-parts.ts';

export interface OverlayParts {
  page: OverlayPage;
  ask: Ask;
  onPulse: (topic: PulseTopic, listener: () => void, signal: AbortSignal) => void;
  clock: Clock;
  /** Brings the second script to the page. */
  loadWorkbench: () => Promise<CreateWorkbench>;
  /** Aborted when the extension was updated or removed under the page: everything stops, and stays where it is. */
  lost: AbortSignal;
}

const lostSentence = 'Bondlens was updated or removed. Reload this tab to go on.';
const fightSentence =
  'Another script keeps undoing what Bondlens adds to this page. Bondlens has let go of it.';

/**
 * Lays Bondlens over a page: finds its table, again whenever the page changes, and keeps to what the person chose, at
 * once when that changes. When the extension goes away everything stops; values stay readable, and a note that was not
 * saved can still be copied.
 */
export function startOverlay({ page, ask, onPulse, clock, loadWorkbench, lost }: OverlayParts): void {
  const stopped = new AbortController();
  const living = AbortSignal.any([lost, stopped.signal]);
  let preferences: Preferences | undefined;
  let session: TableSession | undefined;
  let look: PageLook = 'light';

  let isUnanswered = false;

  const fail = (error: AppError): void => {
    if (error.code === 'context-lost') lose();
    else session?.notice(error.message);
  };
  const hear = (error: AppError | null): void => {
    isUnanswered = error !== null;
    if (error === null) session?.notice(null);
    else fail(error);
  };
  const choose = (make: (now: Preferences) => Partial<Preferences>): void => {
    if (preferences === undefined) return;
    const parts = make(preferences);
    apply({ ...preferences, ...parts });
    ask('preferences.change', parts).catch(fail);
  };

  const strip = createStrip(() => look);
  const workbench = createLateWorkbench(
    loadWorkbench,
    (create) =>
      create({
        ask,
        clock,
        readLook: () => look,
        preferences: preferences ?? defaultPreferences,
        onChoose: choose,
        onView: () => session?.showView(),
        onNote: (name, stored) => session?.showNote(name, stored),
        onLost: () => lose(),
        living,
      }),
    (error) => (error.code === 'context-lost' ? lose() : strip.say(error.message)),
    living,
  );

  const detach = (): void => {
    session?.remove();
    session = undefined;
    watch.follow(null);
  };
  const attach = (table: OverlayTable, chosen: Preferences): void => {
    detach();
    look = readPageLook(table.element);
    const parts = { table, watch, ask, clock, look, workbench };
    const onSettled = (): void => markPage('ready');
    session = createTableSession({ ...parts, onChoose: choose, onError: hear, onSettled });
    watch.follow(table);
    session.setPreferences(chosen);
  };
  /** Looks at the page anew. */
  const survey = (isFresh: boolean): void => {
    if (preferences === undefined) return;
    if (!page.isRecognised() || !preferences.overlay) {
      detach();
      strip.say(null);
      workbench.now?.closeUnlessUnsaved();
      return markPage(page.isRecognised() ? 'off' : null);
    }
    const finding = page.find();
    strip.say(
      'notUnderstood' in finding
        ? `This page is not understood: ${finding.notUnderstood} Nothing was changed.`
        : null,
    );
    if ('found' in finding) {
      const { found } = finding;
      const isSame = session?.table.element === found.element && session.table.head === found.head;
      if (isFresh || !isSame) attach(found, preferences);
      return;
    }
    detach();
    if ('notUnderstood' in finding) markPage('unreadable');
    // Whatever the page still loads may bring the table.
    else if (document.readyState === 'complete') markPage('ready');
  };
  const takeChanges = (changes: OverlayChanges): void => {
    if (changes.tableReplaced || changes.headerChanged || session === undefined)
      survey(changes.headerChanged);
    if (changes.oursRemoved) session?.setPreferences(preferences ?? defaultPreferences);
    session?.takeChanges(changes);
  };
  const apply = (next: Preferences): void => {
    const before = preferences;
    preferences = next;
    workbench.now?.accept(next);
    if (before?.overlay === next.overlay && session !== undefined) session.setPreferences(next);
    else survey(false);
  };
  const load = async (): Promise<void> => {
    try {
      const next = await ask('preferences.get', {});
      if (!living.aborted) apply(next);
    } catch (error) {
      if (preferences === undefined) apply(defaultPreferences);
      fail(error as AppError);
    }
  };
  const lose = (): void => {
    if (stopped.signal.aborted) return;
    stopped.abort();
    session?.freeze();
    workbench.now?.freeze(lostSentence);
    strip.say(lostSentence);
  };

  const watch = page.watch(
    {
      change: takeChanges,
      move: () => survey(true),
      fight() {
        detach();
        strip.say(fightSentence);
        markPage('off');
      },
    },
    living,
  );
  lost.addEventListener('abort', lose, { once: true });
  addEventListener('load', () => survey(false), { once: true, signal: living });
  onPulse('preferences', () => void load(), living);
  onPulse('notes', () => session?.refresh(), living);
  onPulse('market', () => session?.refresh(), living);
  onPulse('account', () => session?.refresh(), living);
  const retry = (): void => {
    if (isUnanswered && document.visibilityState === 'visible') session?.refresh();
  };
  document.addEventListener('visibilitychange', retry, { signal: living });
  page.clear();
  void load();
}
