import { isSameTable } from '#lib/views/keep-taught.ts';
import type { TaughtKind, TaughtPage } from '#lib/views/taught-page.ts';
import { startLesson, type Lesson } from './lesson.ts';
import type { PointedTable, TeachingPage } from './teaching-page.ts';

/** The lessons that were begun while the teaching is open: to go on with when their table is chosen again. */
export interface LessonBook {
  /** The lesson about a table: the one that was begun, else from what was taught of it, else a new one. */
  open(table: PointedTable, kind: TaughtKind, taught: readonly TaughtPage[]): Lesson;
  note(lesson: Lesson): void;
}

export function createLessonBook(page: TeachingPage): LessonBook {
  const begun = new WeakMap<HTMLTableElement, Lesson>();
  return {
    open(table, kind, taught) {
      const place = page.readPlace();
      const before = begun.get(table.element);
      const isSame =
        before?.kind === kind &&
        isSameTable({ ...before.place, headers: before.table.headers }, { ...place, headers: table.headers });
      if (isSame) return before;
      const known = taught.find(
        (one) => one.kind === kind && isSameTable(one, { ...place, headers: table.headers }),
      );
      return startLesson({ place, kind, table, columns: page.listColumns(table, kind) }, known);
    },
    note: (lesson) => void begun.set(lesson.table.element, lesson),
  };
}
