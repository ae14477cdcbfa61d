import type { FieldId } from '#lib/loan/fields.ts';
import type { TaughtKind, TaughtPage } from '#lib/views/taught-page.ts';
import type { PointedColumn, PointedTable, TaughtDraft } from './teaching-page.ts';

/** What a person has said of a table so far. */
export interface Lesson {
  readonly place: { readonly host: string; readonly path: string };
  readonly kind: TaughtKind;
  readonly table: PointedTable;
  readonly columns: readonly PointedColumn[];
  /** By index of the column: the fields it holds, none for what is nothing of a loan. Missing: nothing was said. */
  readonly said: ReadonlyMap<number, readonly FieldId[]>;
  readonly decimal: TaughtPage['decimal'];
  readonly dates: TaughtPage['dates'];
}

/** A lesson about a table, going on from what was taught of it before. */
export function startLesson(
  parts: Pick<Lesson, 'place' | 'kind' | 'table' | 'columns'>,
  taught: TaughtPage | undefined,
): Lesson {
  const said = parts.columns.flatMap(({ header, nth }, at): [number, readonly FieldId[]][] => {
    const column = taught?.columns.find((one) => one.header === header && one.nth === nth);
    return column === undefined ? [] : [[at, column.fields]];
  });
  return { ...parts, said: new Map(said), decimal: taught?.decimal ?? null, dates: taught?.dates ?? null };
}

/** The lesson after something was said of one column; null takes back what was said. A field stands in one column only. */
export function sayColumn(lesson: Lesson, at: number, fields: readonly FieldId[] | null): Lesson {
  const said = new Map(lesson.said);
  if (fields === null) said.delete(at);
  else {
    for (const [other, theirs] of said) {
      if (other !== at && theirs.some((field) => fields.includes(field))) said.delete(other);
    }
    said.set(at, fields);
  }
  return { ...lesson, said };
}

/** How many columns were said to hold something of a loan. */
export function countTaught({ said }: Lesson): number {
  return [...said.values()].filter((fields) => fields.length > 0).length;
}

/** The lesson as it is read and kept. */
export function toDraft({ place, kind, table, columns, said, decimal, dates }: Lesson): TaughtDraft {
  return {
    ...place,
    kind,
    headers: table.headers,
    columns: columns.flatMap(({ header, nth }, at) => {
      const fields = said.get(at);
      return fields === undefined ? [] : [{ header, nth, fields }];
    }),
    decimal,
    dates,
  };
}
