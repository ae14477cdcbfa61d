import { describe, expect, it } from 'vitest';
import { pick } from './parse-page.ts';
import { makeOurs, makeRow, markup, quiet, watchPage } from './watch-stage.ts';

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
});
