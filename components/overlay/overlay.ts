import { openTeaching } from '#components/teach/open-teaching.ts';
import type { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import type { Ask } from '#lib/messages/ask.ts';
import type { PulseTopic } from '#lib/messages/pulse.ts';
import { choosePageView, readPageView } from '#lib/views/page-views.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import type { TaughtPage } from '#lib/views/taught-page.ts';
import type { Brought, ScriptName } from './hand-over.ts';
import { createLatePart } from './late-part.ts';
import type {
  OverlayChanges,
  OverlayKind,
  OverlayPage,
  OverlaySubject,
  OverlayWatch,
} from './overlay-page.ts';
import { readPageLook, type PageLook } from './page-look.ts';
import type { PageSession } from './page-session.ts';
import { markPage } from './page-state.ts';
import { createStrip } from './strip.ts';

export interface OverlayParts {
  page: OverlayPage;
  ask: Ask;
  onPulse: (topic: PulseTopic, listener: () => void, signal: AbortSignal) => void;
  clock: Clock;
  /** Brings a later script to the page; not twice. */
  bring: <Name extends ScriptName>(name: Name) => Promise<Brought[Name]>;
  /** The pages that were taught, without waking the background. */
  readTaught: () => Promise<readonly TaughtPage[]>;
  /** Aborted when the extension was updated or removed under the page: everything stops, and stays where it is. */
  lost: AbortSignal;
}

/** What is done for as long as the page is one that something is laid over. */
interface Attention {
  kind: OverlayKind;
  watch: OverlayWatch;
  end: AbortController;
}

const lostSentence = 'Bondlens was updated or removed. Reload this tab to go on.';
const fightSentence =
  'Another script keeps undoing what Bondlens adds to this page. Bondlens has let go of it.';

/**
 * Lays Bondlens over a page: recognises it, finds what stands there, again whenever the page changes, and keeps to what the
 * person chose, at once when that changes. What computes and writes comes with a later script, asked for as soon as the page
 * is recognised; on a page that is none of ours nothing is asked, watched or brought.
 * When the extension goes away everything stops; values stay readable, and a note that was not saved can still be copied.
 */
export function startOverlay({ page, ask, onPulse, clock, bring, readTaught, lost }: OverlayParts): void {
  const stopped = new AbortController();
  const living = AbortSignal.any([lost, stopped.signal]);
  let preferences: Preferences | undefined;
  let taught: readonly TaughtPage[] = [];
  let attention: Attention | undefined;
  let session: PageSession | undefined;
  let subject: OverlaySubject | undefined;
  let look: PageLook = 'light';
  let isUnanswered = false;
  let isFought = false;

  const fail = (error: AppError): void => {
    if (error.code === 'context-lost') lose();
    else session?.notice(error.message);
  };
  const openOptions = (): void => void ask('options.open', {}).catch(fail);
  const failToBring = (error: AppError): void => {
    if (error.code === 'context-lost') return lose();
    strip.say(error.message, { label: 'Open options', take: openOptions });
  };
  const hear = (error: AppError | null): void => {
    isUnanswered = error !== null;
    if (error === null) session?.notice(null);
    else fail(error);
  };
  /** What the person chose, as it holds on a page of this kind. */
  const readChosen = (chosen: Preferences): Preferences =>
    attention === undefined ? chosen : readPageView(chosen, attention.kind);
  const choose = (make: (now: Preferences) => Partial<Preferences>): void => {
    if (preferences === undefined) return;
    const made = make(readChosen(preferences));
    const parts = attention === undefined ? made : choosePageView(preferences, made, attention.kind);
    apply({ ...preferences, ...parts });
    ask('preferences.change', parts).catch(fail);
  };

  const strip = createStrip(() => look);
  const teach = {
    label: 'Show Bondlens what is what',
    take: (opener: HTMLElement) => void openTeaching(ask, 'teach', opener).catch(failToBring),
  };
  const work = createLatePart(() => bring('overlay'), failToBring, living);
  const workbench = createLatePart(
    async () => {
      const create = await bring('panels');
      return create({
        ask,
        clock,
        readLook: () => look,
        preferences: readChosen(preferences ?? (work.now?.fallback as Preferences)),
        onChoose: choose,
        onView: () => session?.showView(),
        onNote: (name, stored) => session?.showNote(name, stored),
        onError: fail,
        onLost: () => lose(),
        living,
      });
    },
    failToBring,
    living,
  );

  const detach = (): void => {
    session?.remove();
    session = undefined;
    subject = undefined;
    attention?.watch.follow(null);
  };
  const attach = (found: OverlaySubject, chosen: Preferences): void =>
    work.use(({ open }) => {
      if (attention === undefined) return;
      detach();
      const { watch } = attention;
      subject = found;
      const table = 'table' in found ? found.table : null;
      look = readPageLook(table?.element ?? document.body);
      const onSettled = (): void => markPage('ready');
      const parts = { watch, ask, clock, look, workbench, onChoose: choose, onError: hear, onSettled };
      session = open(found, parts);
      watch.follow(table);
      session.setPreferences(readChosen(chosen));
    });

  /** From now on the page is watched, and what is chosen is heard of. */
  const attend = (kind: OverlayKind): void => {
    if (attention?.kind === kind || isFought) return;
    forget();
    const end = new AbortController();
    const signal = AbortSignal.any([living, end.signal]);
    const fight = (): void => {
      isFought = true;
      forget();
      strip.say(fightSentence);
      markPage('off');
    };
    page.clear();
    attention = { kind, watch: page.watch({ change: takeChanges, fight }, signal), end };
    for (const topic of ['notes', 'market', 'account'] as const)
      onPulse(topic, () => session?.refresh(), signal);
    const retry = (): void => {
      if (isUnanswered && document.visibilityState === 'visible') session?.refresh();
    };
    document.addEventListener('visibilitychange', retry, { signal });
    // While a page lay in the browser's memory it heard of nothing.
    const wake = ({ persisted }: PageTransitionEvent): void => {
      if (!persisted) return;
      void load();
      session?.refresh();
    };
    addEventListener('pageshow', wake, { signal });
    // Both at once: neither needs the other.
    void load();
    work.use(() => survey(false));
  };
  /** The page is none of ours, or not any more. */
  const forget = (): void => {
    if (attention === undefined) return;
    detach();
    strip.say(null);
    workbench.now?.closeUnlessUnsaved();
    markPage(null);
    attention.end.abort();
    attention = undefined;
    preferences = undefined;
  };

  /** Looks at the page anew. */
  const survey = (isFresh: boolean): void => {
    const shown = preferences?.taughtPages ?? taught;
    const kind = page.recognise(shown);
    if (kind === null) return forget();
    attend(kind);
    if (attention === undefined || preferences === undefined || work.now === undefined) return;
    if (!preferences.overlay) {
      detach();
      strip.say(null);
      workbench.now?.closeUnlessUnsaved();
      return markPage('off');
    }
    const finding = page.find(shown);
    strip.say(
      'notUnderstood' in finding
        ? `This page is not understood: ${finding.notUnderstood} Nothing was changed.`
        : null,
      teach,
    );
    if ('found' in finding) {
      if (isFresh || !isSameSubject(subject, finding.found)) attach(finding.found, preferences);
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
    if (changes.oursRemoved && preferences !== undefined) session?.setPreferences(readChosen(preferences));
    session?.takeChanges(changes);
  };
  const apply = (next: Preferences): void => {
    const before = preferences;
    preferences = next;
    workbench.now?.accept(readChosen(next));
    const isSame =
      before?.overlay === next.overlay &&
      JSON.stringify(before.taughtPages) === JSON.stringify(next.taughtPages);
    if (isSame && session !== undefined) session.setPreferences(readChosen(next));
    else survey(before !== undefined && !isSame);
  };
  const load = async (): Promise<void> => {
    const asking = attention;
    try {
      const next = await ask('preferences.get', {});
      if (!living.aborted && asking === attention) apply(next);
    } catch (error) {
      if (asking !== attention) return;
      if (preferences === undefined) work.use(({ fallback }) => apply(fallback));
      fail(error as AppError);
    }
  };
  /** Looks at another address: at one that nobody knows, what was taught may tell what stands there. */
  const arrive = async (): Promise<void> => {
    isFought = false;
    survey(true);
    // A script that did not come is asked for again.
    if (attention !== undefined && work.now === undefined) work.use(() => survey(false));
    if (attention !== undefined || !page.mayBeTaught()) return;
    taught = await readTaught().catch(() => []);
    if (taught.length > 0 && !living.aborted && attention === undefined) survey(true);
  };
  const lose = (): void => {
    if (stopped.signal.aborted) return;
    stopped.abort();
    session?.freeze();
    workbench.now?.freeze(lostSentence);
    if (attention !== undefined) strip.say(lostSentence);
  };

  lost.addEventListener('abort', lose, { once: true });
  addEventListener('load', () => survey(false), { once: true, signal: living });
  page.onMove(() => void arrive(), living);
  onPulse('preferences', () => void (attention === undefined ? arrive() : load()), living);
  void arrive();
}

function isSameSubject(one: OverlaySubject | undefined, other: OverlaySubject): boolean {
  if (one === undefined) return false;
  if ('page' in one || 'page' in other) return 'page' in one && 'page' in other && one.page === other.page;
  return one.table.element === other.table.element && one.table.head === other.table.head;
}
