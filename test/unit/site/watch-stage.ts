import { vi } from 'vitest';
import { findTable } from '#lib/site/find-table.ts';
import type { PageIdentity, PageTable } from '#lib/site/page-reading.ts';
import { watchTable, type TableChanges, type TableWatch } from '#lib/site/watch-table.ts';
import { parsePage, pick } from './parse-page.ts';

const market: PageIdentity = { kind: 'secondary-market', generation: 'B' };
const row = '<tr><td>1234567</td><td>AA</td><td>19%</td><td>4 € (1%)</td></tr>';
export const markup = `<table class="investments"><thead><tr><th>Number</th><th>Rating</th><th>Interest</th><th>Cost</th></tr></thead><tbody>${row}${row}</tbody></table>`;

/** A page under watch, with the frames and the time in the test's hands. */
export interface Stage {
  document: Document;
  table: PageTable;
  watch: TableWatch;
  told: TableChanges[];
  fights: ReturnType<typeof vi.fn>;
  end: AbortController;
  /** Lets the observer report and the next frame come. */
  frame: () => Promise<void>;
  pendingFrames: () => number;
  pass: (ms: number) => void;
}

/** The market table of a page. */
export function find(document: Document): PageTable {
  const finding = findTable(market, document);
  if (!('found' in finding)) throw new Error('No table was found.');
  return finding.found;
}

/** Opens a page with a market table and watches it. */
export function watchPage(body = `<div id="box">${markup}</div>`): Stage {
  const document = parsePage(body);
  const table = find(document);
  const end = new AbortController();
  const told: TableChanges[] = [];
  const fights = vi.fn<() => void>();
  let frames: (() => void)[] = [];
  let now = 0;
  const watch = watchTable({
    container: document.body,
    table,
    signal: end.signal,
    onChange: (changes) => void told.push(changes),
    onFight: fights,
    clock: { now: () => now, sleep: () => Promise.reject(new Error('No one sleeps here.')) },
    nextFrame: (run) => void frames.push(run),
  });
  return {
    document,
    table,
    watch,
    told,
    fights,
    end,
    frame: async () => {
      await Promise.resolve();
      const due = frames;
      frames = [];
      for (const run of due) run();
    },
    pendingFrames: () => frames.length,
    pass: (ms) => {
      now += ms;
    },
  };
}

export function makeRow(document: Document): HTMLTableRowElement {
  const body = document.createElement('tbody');
  body.innerHTML = row;
  return pick<HTMLTableRowElement>(body, 'tr');
}

export function makeOurs(document: Document): Element {
  const cell = document.createElement('td');
  cell.setAttribute('data-bondlens-column', 'discount');
  return cell;
}

/** Changes of which nothing happened. */
export const quiet = {
  rowsAdded: [],
  rowsRemoved: [],
  rowsChanged: [],
  headerChanged: false,
  tableReplaced: false,
  oursRemoved: false,
};
