import type { Lesson } from './lesson.ts';
import type { Outline } from './outlines.ts';
import type { TeachingPage } from './teaching-page.ts';

/** What is framed on the page while columns are taught: headers that something was said of, the open column, the one pointed at. */
export function outlineColumns(
  page: TeachingPage,
  lesson: Lesson,
  at: { open: number | null; over: number | null },
): Outline[] {
  const frameColumn = (column: number, tone: Outline['tone']): Outline => ({
    elements: [lesson.columns[column]?.head, page.findLastCell(lesson.table, column)].filter(
      (one) => one !== undefined,
    ),
    tone,
  });
  return [
    ...lesson.columns.flatMap((one, column): Outline[] =>
      (lesson.said.get(column)?.length ?? 0) > 0 ? [{ elements: [one.head], tone: 'said' }] : [],
    ),
    ...(at.over === null || at.over === at.open ? [] : [frameColumn(at.over, 'hover')]),
    ...(at.open === null ? [] : [frameColumn(at.open, 'chosen')]),
  ];
}
