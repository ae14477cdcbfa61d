// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import type { OverlayRow, OverlayTable } from '#components/overlay/overlay-page.ts';
import { createRowSet } from '#components/overlay/row-set.ts';
import type { Turns } from '#components/overlay/turns.ts';

const turns: Turns = { pause: () => undefined, end: () => undefined };

/** A table of rows of class `offer`, each with a row of class `detail` behind it, and what was asked of it. */
function stageTable(): { table: OverlayTable; body: HTMLElement; asked: HTMLTableRowElement[][] } {
  document.body.innerHTML = '<table><thead><tr><th>Loan</th></tr></thead><tbody></tbody></table>';
  const element = document.querySelector('table') as HTMLTableElement;
  const asked: HTMLTableRowElement[][] = [];
  const read = (row: HTMLTableRowElement): OverlayRow => ({
    element: row,
    followers: [row.nextElementSibling].filter(
      (next) => next?.className === 'detail',
    ) as HTMLTableRowElement[],
    reading: { key: row.id, ids: {}, fields: {} },
  });
  const table = {
    element,
    head: element.rows[0] as HTMLTableRowElement,
    readRows(rows: readonly HTMLTableRowElement[] = [...element.rows]) {
      asked.push([...rows]);
      return rows.filter(({ className }) => className === 'offer').map(read);
    },
  } as unknown as OverlayTable;
  return { table, body: element.tBodies[0] as HTMLElement, asked };
}

function makeRows(from: number, count: number): HTMLTableRowElement[] {
  return Array.from({ length: count }, (_, i) =>
    ['offer', 'detail'].map((kind) => makeRow(kind, from + i)),
  ).flat();
}

function makeRow(kind: string, number: number): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.className = kind;
  row.id = `${kind}-${number}`;
  row.append(document.createElement('td'));
  return row;
}

it('reads rows that came together without looking back over one another', async () => {
  const { table, body } = stageTable();
  const rows = createRowSet(table);
  const rowsAdded = makeRows(0, 200);
  body.append(...rowsAdded);
  const looksBack = vi.spyOn(Element.prototype, 'previousElementSibling', 'get');
  const { read, gone } = await rows.update({ rowsAdded, rowsChanged: [], rowsRemoved: [] }, turns);
  expect(looksBack.mock.calls.length).toBeLessThanOrEqual(rowsAdded.length);
  looksBack.mockRestore();
  expect(read).toHaveLength(200);
  expect(gone).toEqual([]);
  expect(rows.list().map(({ followers }) => followers.length)).toEqual(Array.from({ length: 200 }, () => 1));
});

it('reads a row again that got another row behind it, and no other', async () => {
  const { table, body, asked } = stageTable();
  const rows = createRowSet(table);
  body.append(...makeRows(0, 3));
  rows.readAll();
  asked.length = 0;
  const [first, second] = [makeRow('detail', 7), makeRow('detail', 8)];
  document.querySelector('#detail-1')?.after(first, second);
  await rows.update({ rowsAdded: [first, second], rowsChanged: [], rowsRemoved: [] }, turns);
  expect(asked.flat().map(({ id }) => id)).toEqual(['offer-1', 'detail-7', 'detail-8']);
});

it('knows which rows are gone', async () => {
  const { table, body } = stageTable();
  const rows = createRowSet(table);
  body.append(...makeRows(0, 3));
  rows.readAll();
  const removed = document.querySelector<HTMLTableRowElement>('#offer-1');
  if (removed === null) throw new Error('No such row.');
  removed.remove();
  const { gone } = await rows.update({ rowsAdded: [], rowsChanged: [], rowsRemoved: [removed] }, turns);
  expect(gone.map(({ element }) => element.id)).toEqual(['offer-1']);
  expect(rows.list().map(({ element }) => element.id)).toEqual(['offer-0', 'offer-2']);
});
