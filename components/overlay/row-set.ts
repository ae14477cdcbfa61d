import type { OverlayRow, OverlayTable } from './overlay-page.ts';
import type { RowChanges } from './table-work.ts';
import type { Turns } from './turns.ts';

/** Rows that are read between two looks at the clock. */
const readAtOnce = 100;

/** The rows of a table as they were last read. */
export interface RowSet {
  /** In the order of the last complete reading; new ones at the end. */
  list(): OverlayRow[];
  /** Reads every row. Returns the rows that are gone. */
  readAll(): OverlayRow[];
  /** Reads what the page changed. */
  update(changes: RowChanges, turns: Turns): Promise<{ read: OverlayRow[]; gone: OverlayRow[] }>;
  /** The rows of the table that are no main rows: details, totals. */
  listOthers(): HTMLTableRowElement[];
  /** Those among the given rows, and those that belong to rows just read. */
  pickOthers(changes: RowChanges, read: readonly OverlayRow[]): HTMLTableRowElement[];
}

export function createRowSet(table: OverlayTable): RowSet {
  const rows = new Map<HTMLTableRowElement, OverlayRow>();
  const mainOf = new Map<HTMLTableRowElement, HTMLTableRowElement>();

  const take = (row: OverlayRow): void => {
    for (const follower of rows.get(row.element)?.followers ?? []) mainOf.delete(follower);
    rows.set(row.element, row);
    for (const follower of row.followers) mainOf.set(follower, row.element);
  };
  const drop = (element: HTMLTableRowElement): OverlayRow[] => {
    const row = rows.get(element);
    if (row === undefined) return [];
    rows.delete(element);
    for (const follower of row.followers) mainOf.delete(follower);
    return [row];
  };
  /**
   * The main row that a row belongs to, or stands behind. What stands behind another changed row is left to that one: of a
   * thousand new rows none looks back farther than to its neighbour.
   */
  const findMain = (
    row: HTMLTableRowElement,
    changed: ReadonlySet<Element>,
  ): HTMLTableRowElement | undefined => {
    const known = mainOf.get(row);
    if (known !== undefined) return known;
    for (let at = row.previousElementSibling; at !== null; at = at.previousElementSibling) {
      if (rows.has(at as HTMLTableRowElement)) return at as HTMLTableRowElement;
      if (changed.has(at)) return undefined;
    }
    return undefined;
  };

  const isOther = (row: HTMLTableRowElement): boolean =>
    row !== table.head && !rows.has(row) && row.parentElement?.localName !== 'thead';

  return {
    list: () => [...rows.values()],
    readAll() {
      const before = new Map(rows);
      rows.clear();
      mainOf.clear();
      for (const row of table.readRows()) {
        take(row);
        before.delete(row.element);
      }
      return [...before.values()];
    },
    async update({ rowsAdded, rowsChanged, rowsRemoved }, turns) {
      const wanted = new Set<HTMLTableRowElement>();
      const changed = new Set([...rowsAdded, ...rowsChanged, ...rowsRemoved]);
      for (const row of changed) {
        const main = rows.has(row) ? undefined : findMain(row, changed);
        if (main !== undefined) wanted.add(main);
        wanted.add(row);
      }
      const all = [...wanted];
      const read = new Map<HTMLTableRowElement, OverlayRow>();
      for (let i = 0; i < all.length; i += readAtOnce) {
        const pausing = turns.pause(all.length);
        if (pausing !== undefined) await pausing;
        const present = all.slice(i, i + readAtOnce).filter((row) => table.element.contains(row));
        for (const row of present.length === 0 ? [] : table.readRows(present)) {
          take(row);
          read.set(row.element, row);
        }
      }
      // What was a row of loans and is none any more, or has left the table.
      const gone = all.filter((row) => !read.has(row)).flatMap(drop);
      return { read: [...read.values()], gone };
    },
    listOthers: () => [...table.element.rows].filter(isOther),
    pickOthers: ({ rowsAdded, rowsChanged }, read) =>
      [...rowsAdded, ...rowsChanged, ...read.flatMap((row) => row.followers)].filter(
        (row) => isOther(row) && table.element.contains(row),
      ),
  };
}
