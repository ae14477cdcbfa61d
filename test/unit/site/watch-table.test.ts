import { describe, expect, it, vi } from 'vitest';
import { findTable } from '#lib/site/find-table.ts';
import type { PageIdentity, PageTable } from '#lib/site/page-reading.ts';
import { watchTable, type TableChanges, type TableWatch } from '#lib/site/watch-table.ts';
import { parsePage, pick } from './parse-page.ts';

const market: PageIdentity = { kind: 'secondary-market', generation: 'B' };
const row = '<tr><td>1234567</td><td>AA</td><td>19%</td><td>4 € (1%)</td></tr>';
const markup = `<table class="investments"><thead><tr><th>Number</th><th>Rating</th><th>Interest</th><th>Cost</th></tr></thead><tbody>${row}${row}</tbody></table>`;

interface Stage {
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

function find(document: Document): PageTable {
  const finding = findTable(market, document);
  if (!('found' in finding)) throw new Error('No table was found.');
  return finding.found;
}

function watchPage(body = `<div id="box">${markup}</div>`): Stage {
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

function makeRow(document: Document): HTMLTableRowElement {
  const body = document.createElement('tbody');
  body.innerHTML = row;
  return pick<HTMLTableRowElement>(body, 'tr');
}

function makeOurs(document: Document): Element {
  const cell = document.createElement('td');
  cell.setAttribute('data-bondlens-column', 'discount');
  return cell;
}

const quiet = {
  rowsAdded: [],
  rowsRemoved: [],
  rowsChanged: [],
  headerChanged: false,
  tableReplaced: false,
  oursRemoved: false,
};

describe('watchTable', () => {
  it('tells once a frame which rows came, went and changed', async () => {
    const { document, told, frame, table } = watchPage();
    const [first, second] = table.element.querySelectorAll<HTMLTableRowElement>('tbody tr');
    const added = makeRow(document);
    pick(table.element, 'tbody').append(added);
    second?.remove();
    pick(table.element, 'tbody td').textContent = '7654321';
    await frame();
    expect(told).toEqual([{ ...quiet, rowsAdded: [added], rowsRemoved: [second], rowsChanged: [first] }]);
  });

  it('tells of rows that come and go with a section, and of moved ones as changed', async () => {
    const { document, told, frame, table } = watchPage();
    const section = document.createElement('tbody');
    const added = makeRow(document);
    section.append(added);
    const old = [...table.element.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    pick(table.element, 'tbody').replaceWith(section);
    await frame();
    expect(told[0]).toEqual({ ...quiet, rowsAdded: [added], rowsRemoved: old });
    section.append(makeRow(document));
    await frame();
    section.append(added);
    await frame();
    expect(told[2]).toEqual({ ...quiet, rowsChanged: [added] });
  });

  it('takes a change in a table inside of a row for a change of that row', async () => {
    const { told, frame, table } = watchPage();
    const first = pick(table.element, 'tbody tr');
    const cell = pick(first, 'td');
    cell.innerHTML = '<table><tbody><tr><td>x</td></tr></tbody></table>';
    await frame();
    pick(cell, 'td').textContent = 'y';
    await frame();
    expect(told).toEqual([
      { ...quiet, rowsChanged: [first] },
      { ...quiet, rowsChanged: [first] },
    ]);
  });

  it('tells of changed headers', async () => {
    const { document, told, frame, table } = watchPage();
    table.head.append(document.createElement('th'));
    await frame();
    pick(table.element, 'th').textContent = 'Rating';
    await frame();
    table.head.replaceWith(table.head.cloneNode(true));
    await frame();
    expect(told).toEqual([
      { ...quiet, headerChanged: true },
      { ...quiet, headerChanged: true },
      { ...quiet, headerChanged: true },
    ]);
  });

  it('tells when the table is replaced, removed, or another comes', async () => {
    const { document, told, frame } = watchPage();
    pick(document, '#box').innerHTML = markup;
    await frame();
    expect(told).toMatchObject([{ tableReplaced: true }]);
    pick(document, '#box').remove();
    await frame();
    expect(told).toMatchObject([{ tableReplaced: true }, { tableReplaced: true }]);
  });

  it('waits for a table where there is none yet', async () => {
    const { document, told, frame, watch } = watchPage();
    watch.follow(null);
    pick(document, '#box').append(document.createElement('p'));
    await frame();
    expect(told).toEqual([]);
    document.body.append(document.createElement('table'));
    await frame();
    expect(told).toEqual([{ ...quiet, tableReplaced: true }]);
  });

  it('waits for rows of a table that stands there empty', async () => {
    const { document, told, frame, watch, table } = watchPage();
    watch.follow(null);
    pick(table.element, 'tbody').append(makeRow(document));
    await frame();
    expect(told).toEqual([{ ...quiet, tableReplaced: true }]);
  });

  it('tells nothing of what we write, nor of what changes inside of ours', async () => {
    const { document, told, frame, table, watch, pendingFrames } = watchPage();
    const cell = makeOurs(document);
    expect(watch.write(() => pick(table.element, 'tbody tr').append(cell) ?? 'done')).toBe('done');
    cell.textContent = '−15 %';
    document.body.append(document.createElement('bondlens-bar'));
    await frame();
    expect(told).toEqual([]);
    expect(pendingFrames()).toBe(0);
  });

  it('tells what the page did just before we wrote', async () => {
    const { document, told, frame, table, watch } = watchPage();
    const added = makeRow(document);
    pick(table.element, 'tbody').append(added);
    watch.write(() => added.append(makeOurs(document)));
    await frame();
    expect(told).toEqual([{ ...quiet, rowsAdded: [added] }]);
  });

  it('tells nothing of the rest of the page, and nothing runs meanwhile', async () => {
    const { document, told, frame, pendingFrames } = watchPage();
    document.body.append(document.createElement('p'));
    await Promise.resolve();
    expect(pendingFrames()).toBe(0);
    await frame();
    expect(told).toEqual([]);
  });

  it('ends with its signal, also while a frame is due', async () => {
    const { document, told, frame, table, end } = watchPage();
    pick(table.element, 'tbody').append(makeRow(document));
    await Promise.resolve();
    end.abort();
    await frame();
    pick(table.element, 'tbody').append(makeRow(document));
    await frame();
    expect(told).toEqual([]);
  });

  it('tells of cells and bars of ours that another hand took away', async () => {
    const { document, told, frame, table, watch } = watchPage();
    const first = pick(table.element, 'tbody tr');
    const [cell, bar] = [makeOurs(document), document.createElement('bondlens-bar')];
    watch.write(() => {
      first.append(cell);
      document.body.append(bar);
    });
    cell.remove();
    await frame();
    bar.remove();
    await frame();
    expect(told).toEqual([
      { ...quiet, rowsChanged: [first] },
      { ...quiet, oursRemoved: true },
    ]);
  });

  it('gives in when another script keeps taking our cells away', async () => {
    const { document, told, frame, table, watch, fights, pass } = watchPage();
    const first = pick(table.element, 'tbody tr');
    for (let round = 0; round < 20; round += 1) {
      const cell = makeOurs(document);
      watch.write(() => first.append(cell));
      cell.remove();
      await frame();
      pass(100);
    }
    expect(fights).toHaveBeenCalledTimes(1);
    expect(told).toHaveLength(4);
  });

  it('does not take slow changes for a fight', async () => {
    const { document, frame, table, watch, fights, pass } = watchPage();
    const first = pick(table.element, 'tbody tr');
    for (let round = 0; round < 20; round += 1) {
      const cell = makeOurs(document);
      watch.write(() => first.append(cell));
      cell.remove();
      pick(first, 'td').textContent = String(round);
      await frame();
      pass(2000);
    }
    expect(fights).not.toHaveBeenCalled();
  });

  it('gives in when the table is replaced without end', async () => {
    const { document, frame, watch, fights, pass } = watchPage();
    for (let round = 0; round < 20; round += 1) {
      pick(document, '#box').innerHTML = markup;
      await frame();
      watch.follow(find(document));
      pass(50);
    }
    expect(fights).toHaveBeenCalledTimes(1);
  });
});
