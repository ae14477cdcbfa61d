import type { ComponentChild } from 'preact';
import { readPageLook } from '#components/overlay/page-look.ts';
import { formatDate as formatDay } from '#components/values/format-value.ts';
import { chooseLook } from '#components/values/value-look.ts';
import type { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import { dayInTallinn } from '#lib/base/day.ts';
import type { Ask } from '#lib/messages/ask.ts';
import { taughtLimits, type TaughtKind, type TaughtPage } from '#lib/views/taught-page.ts';
import { writeTaughtText } from '#lib/views/taught-text.ts';
import { ColumnsScreen } from './columns-screen.tsx';
import { DoneScreen } from './done-screen.tsx';
import { createLessonBook } from './lesson-book.ts';
import { sayColumn, toDraft, type Lesson } from './lesson.ts';
import type { TeachingStart } from './open-teaching.ts';
import { outlineColumns } from './outline-columns.ts';
import { createOutlines, type Outline } from './outlines.ts';
import { PasteTaught } from './paste-taught.tsx';
import { pointAtPage } from './point.ts';
import { ReportScreen } from './report-screen.tsx';
import { createTaughtKeeper } from './taught-keeper.ts';
import { TablesScreen } from './tables-screen.tsx';
import { createTeachingFrame } from './teaching-frame.tsx';
import { TeachingPanel } from './teaching-panel.tsx';
import type { PageReport, PointedTable, TeachingPage } from './teaching-page.ts';

export interface TeachingParts {
  page: TeachingPage;
  ask: Ask;
  clock: Clock;
  /** Gets the focus back at the end. */
  opener: HTMLElement | undefined;
  /** Called once, when it was closed. */
  onClosed: () => void;
}

type Screen =
  | { is: 'tables' }
  | { is: 'columns'; lesson: Lesson; open: number | null }
  | { is: 'done'; page: TaughtPage; isKept: boolean }
  | { is: 'paste' }
  | { is: 'report'; report: PageReport };

const titles: Readonly<Record<Screen['is'], string>> = {
  tables: 'Show Bondlens what is what',
  columns: 'What the columns hold',
  done: 'Show Bondlens what is what',
  paste: 'A page that somebody taught',
  report: 'Page report',
};

const offSentence =
  'Bondlens is switched off on Bondora’s pages, so nothing is to be seen yet: the popup switches it on.';

/**
 * The steps in which a person shows Bondlens a table and its columns, over the page. Until the last of them nothing is kept,
 * and the page is as it was.
 */
export function createTeaching(parts: TeachingParts): { start(what: TeachingStart): void } {
  const { page, ask, clock, opener, onClosed } = parts;
  const ending = new AbortController();
  const { signal } = ending;
  const focused = document.activeElement;
  const look = readPageLook(document.body);
  const outlines = createOutlines(look, signal);
  const frame = createTeachingFrame(look, () => escape(), signal);
  const keeper = createTaughtKeeper(ask);
  const book = createLessonBook(page);
  let screen: Screen = { is: 'tables' };
  let kind: TaughtKind = page.readPlace().kind ?? 'secondary-market';
  let said = '';
  let hovered: Element | null = null;
  let lookedAt: PointedTable | null = null;
  let column: number | null = null;

  const close = (): void => {
    if (signal.aborted) return;
    ending.abort();
    (opener?.isConnected === true ? opener : focused instanceof HTMLElement ? focused : null)?.focus({
      preventScroll: true,
    });
    onClosed();
  };
  /** One step back; out of the first. */
  const escape = (): void => {
    if (screen.is === 'columns' && screen.open !== null) go({ ...screen, open: null });
    else if (screen.is === 'columns' || screen.is === 'paste') go({ is: 'tables' });
    else close();
  };
  const go = (next: Screen, words = ''): void => {
    screen = next;
    said = words;
    lookedAt = null;
    hovered = null;
    column = null;
    if (screen.is === 'columns') book.note(screen.lesson);
    draw();
    // An open column gives the focus to its own search.
    if (screen.is !== 'columns' || screen.open === null) frame.focus();
  };
  const say = (words: string): void => {
    said = words;
    draw();
  };
  const fail = (error: unknown): void => say((error as AppError).message);

  const listHere = (): TaughtPage[] => keeper.listAt(page.readPlace());
  const add = (one: TaughtPage): void => {
    keeper
      .add(one)
      .then(
        (isKept) =>
          isKept
            ? go({ is: 'done', page: one, isKept: true }, keeper.isShown() ? '' : offSentence)
            : say(`There are ${taughtLimits.pages} taught pages already: forget one of them in the options.`),
        fail,
      );
  };
  const forget = (one: TaughtPage): void => {
    keeper.remove(one).then(() => go({ is: 'done', page: one, isKept: false }), fail);
  };
  const copy = (one: TaughtPage): void => {
    frame.copy(writeTaughtText(one)).then(
      () => say('What you showed is on the clipboard, as a text.'),
      () => say('The browser did not let Bondlens copy.'),
    );
  };

  const chooseTable = (table: PointedTable): void =>
    go({ is: 'columns', lesson: book.open(table, kind, listHere()), open: null });
  const use = (lesson: Lesson): void => {
    const now = page.readPlace();
    if (now.path !== lesson.place.path || now.host !== lesson.place.host)
      return go({ is: 'tables' }, 'The page has moved to another address. Choose its table again.');
    add({ ...toDraft(lesson), id: crypto.randomUUID(), taughtAt: clock.now() });
  };
  const choose = (element: Element): void => {
    const table = page.findTable(element);
    if (screen.is === 'tables') {
      if (table === undefined) say('No table with headers stands there. Click inside the table of loans.');
      else chooseTable(table);
      return;
    }
    if (screen.is !== 'columns') return;
    const { lesson } = screen;
    if (table?.element !== lesson.table.element) return say('That is outside of the table you chose.');
    const at = page.findColumn(lesson.table, element);
    if (at === undefined) say('Click a cell under one of the headers.');
    else go({ is: 'columns', lesson, open: at });
  };

  const listOutlines = (): Outline[] => {
    if (screen.is === 'tables') {
      const table = lookedAt ?? (hovered === null ? undefined : page.findTable(hovered));
      return table === undefined ? [] : [{ elements: [table.element], tone: 'hover' }];
    }
    if (screen.is !== 'columns') return [];
    const over = column ?? (hovered === null ? undefined : page.findColumn(screen.lesson.table, hovered));
    return outlineColumns(page, screen.lesson, { open: screen.open, over: over ?? null });
  };
  const lookAt = (make: () => void): void => {
    make();
    outlines.draw(listOutlines());
  };

  const drawScreen = (): ComponentChild => {
    switch (screen.is) {
      case 'tables':
        return (
          <TablesScreen
            tables={page.listTables()}
            kind={kind}
            taught={listHere()}
            formatDate={(at) => formatDay(dayInTallinn(at), chooseLook(document.documentElement.lang))}
            onKind={(next) => {
              kind = next;
              draw();
            }}
            onLook={(table) => lookAt(() => (lookedAt = table))}
            onTable={(table) => {
              chooseTable(table);
              bringIntoView(table.element);
            }}
            onForget={forget}
            onCopy={copy}
            onPaste={() => go({ is: 'paste' })}
            onReport={() => begin('report')}
          />
        );
      case 'columns': {
        const { lesson, open } = screen;
        const { columns, look: valueLook } = page.read(lesson.table, toDraft(lesson));
        const change = (next: Lesson): void => {
          screen = { is: 'columns', lesson: next, open };
          book.note(next);
          draw();
        };
        return (
          <ColumnsScreen
            lesson={lesson}
            readings={columns}
            look={valueLook}
            open={open}
            onOpen={(at) => {
              go({ is: 'columns', lesson, open: at });
              if (at !== null) bringIntoView(lesson.columns[at]?.head);
            }}
            onLook={(at) => lookAt(() => (column = at))}
            onSay={(at, fields) => change(sayColumn(lesson, at, fields))}
            onFormat={(format) => change({ ...lesson, ...format })}
            onBack={() => go({ is: 'tables' })}
            onUse={() => use(lesson)}
          />
        );
      }
      case 'done': {
        const { page: kept, isKept } = screen;
        return (
          <DoneScreen
            page={kept}
            isKept={isKept}
            onForget={() => forget(kept)}
            onUndo={() => add(kept)}
            onCopy={() => copy(kept)}
            onTeach={() => go({ is: 'tables' })}
            onClose={close}
          />
        );
      }
      case 'paste':
        return <PasteTaught now={clock.now()} onTake={add} onCancel={() => go({ is: 'tables' })} />;
      case 'report':
        return (
          <ReportScreen
            report={screen.report}
            copy={(text) => frame.copy(text)}
            onBack={() => go({ is: 'tables' })}
          />
        );
    }
  };
  const draw = (): void => {
    if (signal.aborted) return;
    if (screen.is === 'columns' && !screen.lesson.table.element.isConnected) {
      screen = { is: 'tables' };
      said = 'The page has put another table in the place of this one. Choose it again.';
    }
    frame.show(
      <TeachingPanel title={titles[screen.is]} said={said} onAside={() => frame.moveAside()} onClose={close}>
        {drawScreen()}
      </TeachingPanel>,
    );
    outlines.draw(listOutlines());
  };

  pointAtPage(
    {
      // Without its panel nobody could see why the page hears no clicks.
      isOn: () => frame.host.isConnected && (screen.is === 'tables' || screen.is === 'columns'),
      onHover: (element) => lookAt(() => (hovered = element)),
      onChoose: choose,
      onEscape: escape,
    },
    (target) => target === frame.host,
    signal,
  );

  const begin = (what: TeachingStart): void =>
    go(what === 'report' ? { is: 'report', report: page.report() } : { is: 'tables' });

  return {
    start(what) {
      keeper.load().then(
        () => begin(what),
        (error: unknown) => {
          begin(what);
          fail(error);
        },
      );
    },
  };
}

/** What was chosen in the panel may stand out of sight on the page. */
function bringIntoView(element: Element | undefined): void {
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
