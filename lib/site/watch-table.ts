import { systemClock, type Clock } from '#lib/base/clock.ts';
import { createFightCounter } from './fight-counter.ts';
import { isElement, isInOurs, isOurs } from './our-elements.ts';
import type { PageTable } from './page-reading.ts';

/** What the page did to its table since the last telling. Changes of our own making are not among it. */
export interface TableChanges {
  /** Rows of the table that are new, of any role. */
  rowsAdded: readonly HTMLTableRowElement[];
  /** Rows that are not in the table any more. */
  rowsRemoved: readonly HTMLTableRowElement[];
  /** Rows whose cells changed, that were moved, or that lost cells of ours. */
  rowsChanged: readonly HTMLTableRowElement[];
  headerChanged: boolean;
  /** The table went away, tables came beside it, or the one waited for may have come: it must be looked for again. */
  tableReplaced: boolean;
  /** Something of ours outside of the table's rows was taken away by another hand. */
  oursRemoved: boolean;
}

export interface TableWatch {
  /** Runs work that changes the page. What it changes is not told. */
  write: <Result>(work: () => Result) => Result;
  /** Watches another table from now on, or waits for one. */
  follow: (table: PageTable | null) => void;
}

export interface TableWatchOptions {
  /** What is observed, with everything below it. */
  container: Element;
  /** The table that was found there; null to wait for one. */
  table: PageTable | null;
  /** Ends the watch. */
  signal: AbortSignal;
  onChange: (changes: TableChanges) => void;
  /** Another script keeps undoing our work. The watch has ended by itself when this is called. */
  onFight: () => void;
  clock?: Clock;
  /** Runs a function before the next frame is painted. */
  nextFrame?: (run: () => void) => void;
}

/**
 * Watches the table of a page with one observer, and tells once a frame what changed. Nothing runs while nothing changes.
 */
export function watchTable(options: TableWatchOptions): TableWatch {
  const { container, signal, onChange, onFight, clock = systemClock } = options;
  const view = container.ownerDocument.defaultView;
  if (!view) throw new TypeError('A page without a window cannot be watched.');
  const nextFrame = options.nextFrame ?? ((run) => void view.requestAnimationFrame(run));
  const fights = createFightCounter(clock);
  let table = options.table;
  let batch = createBatch();
  let isPlanned = false;

  const take = (records: readonly MutationRecord[]): void => {
    for (const record of records) sortRecord(record, table, batch);
    if (isPlanned || !isFilled(batch)) return;
    isPlanned = true;
    nextFrame(tell);
  };
  const observer = new view.MutationObserver(take);
  const tell = (): void => {
    if (signal.aborted) return;
    take(observer.takeRecords());
    isPlanned = false;
    const { robbed, ...changes } = closeBatch(batch, table);
    batch = createBatch();
    if (fights.count({ robbed, changed: changes.rowsChanged, isReplaced: changes.tableReplaced })) {
      observer.disconnect();
      onFight();
    } else {
      onChange(changes);
    }
  };

  if (!signal.aborted) {
    observer.observe(container, { childList: true, characterData: true, subtree: true });
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }
  return {
    write: (work) => {
      take(observer.takeRecords());
      try {
        return work();
      } finally {
        observer.takeRecords();
      }
    },
    follow: (next) => {
      table = next;
    },
  };
}

interface Batch {
  added: Set<HTMLTableRowElement>;
  removed: Set<HTMLTableRowElement>;
  changed: Set<HTMLTableRowElement>;
  /** Elements of the page that lost elements of ours. */
  robbed: Set<Element>;
  headerChanged: boolean;
  tableReplaced: boolean;
}

function createBatch(): Batch {
  return {
    added: new Set(),
    removed: new Set(),
    changed: new Set(),
    robbed: new Set(),
    headerChanged: false,
    tableReplaced: false,
  };
}

function isFilled({ added, removed, changed, robbed, headerChanged, tableReplaced }: Batch): boolean {
  return headerChanged || tableReplaced || added.size + removed.size + changed.size + robbed.size > 0;
}

function sortRecord(record: MutationRecord, table: PageTable | null, batch: Batch): void {
  const { target } = record;
  if (isInOurs(target)) return;
  const isTheirs = (node: Node): boolean => !(isElement(node) && isOurs(node));
  const added = [...record.addedNodes].filter(isTheirs);
  const removed = [...record.removedNodes].filter(isTheirs);
  const isRobbed = removed.length < record.removedNodes.length;
  if (isRobbed && isElement(target)) batch.robbed.add(target);
  const isNews = isRobbed || record.type === 'characterData' || added.length + removed.length > 0;
  if (!isNews) return;

  if (!table) {
    // Rows may come into a table that stood there empty.
    batch.tableReplaced ||= added.some((node) => holdsTable(node) || listRowsOf(node).length > 0);
    return;
  }
  if (!table.element.contains(target)) {
    batch.tableReplaced ||= added.some(holdsTable) || !table.element.isConnected;
    return;
  }
  const row = findOwnRow(target, table.element);
  if (row && row !== table.head && row.parentElement?.localName !== 'thead') batch.changed.add(row);
  else if (row || (isElement(target) && target.localName === 'thead')) batch.headerChanged = true;
  else {
    batch.headerChanged ||= !table.element.contains(table.head);
    for (const node of added) for (const found of listRowsOf(node)) batch.added.add(found);
    for (const node of removed) for (const found of listRowsOf(node)) batch.removed.add(found);
  }
}

// The table's own row around a node, also when the node stands in a table inside of that row.
function findOwnRow(node: Node, table: Element): HTMLTableRowElement | undefined {
  let row: Node | undefined;
  for (let at: Node | null = node; at !== null && at !== table; at = at.parentNode) {
    if (isElement(at) && at.localName === 'tr') row = at;
  }
  return row as HTMLTableRowElement | undefined;
}

// The rows that come or go with a row, or with a section of a table.
function listRowsOf(node: Node): HTMLTableRowElement[] {
  if (!isElement(node)) return [];
  const rows =
    node.localName === 'tr' ? [node] : [...node.children].filter((child) => child.localName === 'tr');
  return rows as HTMLTableRowElement[];
}

function holdsTable(node: Node): boolean {
  return isElement(node) && (node.localName === 'table' || node.getElementsByTagName('table').length > 0);
}

function closeBatch(batch: Batch, table: PageTable | null): TableChanges & { robbed: readonly Element[] } {
  const isIn = (row: Element): boolean => table?.element.contains(row) ?? false;
  const moved = [...batch.added].filter((row) => batch.removed.has(row) && isIn(row));
  const changed = [...batch.changed].filter((row) => isIn(row) && !batch.added.has(row));
  const robbed = [...batch.robbed];
  return {
    rowsAdded: [...batch.added].filter((row) => isIn(row) && !batch.removed.has(row)),
    rowsRemoved: [...batch.removed].filter((row) => !isIn(row)),
    rowsChanged: [...changed, ...moved],
    headerChanged: batch.headerChanged,
    tableReplaced: batch.tableReplaced || (table !== null && !table.element.isConnected),
    oursRemoved: robbed.some((element) => !isIn(element)),
    robbed,
  };
}
