// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRowOrder, type RowGroup } from '#components/overlay/row-order.ts';

interface Table {
  bodies: HTMLTableSectionElement[];
  groups: RowGroup[];
  /** Children of every body, for comparing. */
  children(): ChildNode[][];
  /** Names of the main rows from top to bottom. */
  names(): string[];
}

/** A table of groups with details, blanks and totals, over one body or several. */
function createTable(followers: readonly number[], bodyCount: number): Table {
  const bodies = Array.from({ length: bodyCount }, () => document.createElement('tbody'));
  const groups = followers.map((count, index): RowGroup => {
    const body = bodies[Math.floor((index * bodyCount) / followers.length)] as HTMLTableSectionElement;
    const rows = Array.from({ length: count + 1 }, () => document.createElement('tr'));
    for (const row of rows) body.append('\n', row);
    const [element, ...rest] = rows as [HTMLTableRowElement, ...HTMLTableRowElement[]];
    element.id = String(index);
    return { element, followers: rest };
  });
  bodies.at(-1)?.append('\n', document.createElement('tr'));
  const table = document.createElement('table');
  table.append(...bodies);
  document.body.replaceChildren(table);
  return {
    bodies,
    groups,
    children: () => bodies.map(({ childNodes }) => Array.from(childNodes)),
    names: () => [...table.querySelectorAll('tr[id]')].map((row) => row.id),
  };
}

const tables = fc.record({
  followers: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 8 }),
  bodyCount: fc.integer({ min: 1, max: 3 }),
});

const byRank =
  (ranks: readonly number[]) =>
  (groups: readonly RowGroup[]): number[] =>
    [...groups.keys()].toSorted(
      (a, b) =>
        (ranks[Number(groups[a]?.element.id)] ?? 0) - (ranks[Number(groups[b]?.element.id)] ?? 0) || a - b,
    );

describe('the order of rows', () => {
  it('is the one asked for, details behind their row, and goes back node by node', () => {
    fc.assert(
      fc.property(
        tables,
        fc.array(fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 3 }),
        (shape, orders) => {
          const table = createTable(shape.followers, shape.bodyCount);
          const before = table.children();
          const order = createRowOrder();
          for (const ranks of orders) {
            expect(order.arrange(table.groups, byRank(ranks))).toBe(true);
            const wanted = [...table.groups.keys()].toSorted(
              (a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b,
            );
            expect(table.names()).toEqual(wanted.map(String));
            for (const { element, followers } of table.groups)
              for (const [i, follower] of followers.entries())
                expect(follower.previousElementSibling).toBe(i === 0 ? element : followers[i - 1]);
          }
          expect(order.arrange(table.groups, null)).toBe(true);
          expect(table.children()).toEqual(before);
        },
      ),
    );
  });

  it('leaves rows that are no groups where they are', () => {
    const table = createTable([0, 0, 0], 1);
    const totals = table.bodies[0]?.lastElementChild;
    createRowOrder().arrange(table.groups, () => [2, 1, 0]);
    expect(table.names()).toEqual(['2', '1', '0']);
    expect(table.bodies[0]?.lastElementChild).toBe(totals);
  });

  it('moves only what stands wrong', async () => {
    const table = createTable([0, 0, 0, 0, 0], 1);
    let moved = 0;
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) moved += addedNodes.length;
    });
    observer.observe(document.body, { childList: true, subtree: true });
    createRowOrder().arrange(table.groups, () => [1, 2, 3, 4, 0]);
    await Promise.resolve();
    expect(table.names()).toEqual(['1', '2', '3', '4', '0']);
    // Blanks keep their places, so that each of the rows steps over one.
    expect(moved).toBeLessThanOrEqual(5);
    moved = 0;
    createRowOrder().arrange(table.groups, () => [0, 1, 2, 3, 4]);
    await Promise.resolve();
    expect(moved).toBe(0);
  });

  it('yields to the page when that has reordered its rows', () => {
    const table = createTable([0, 0, 0], 1);
    const order = createRowOrder();
    order.arrange(table.groups, () => [2, 1, 0]);
    table.bodies[0]?.prepend(table.groups[1]?.element as Node);
    expect(order.arrange(table.groups, () => [2, 1, 0])).toBe(false);
    expect(table.names()).toEqual(['1', '2', '0']);
    expect(order.arrange(table.groups, null)).toBe(true);
    expect(table.names()).toEqual(['1', '2', '0']);
  });

  it('forgets rows that the page took out', () => {
    const table = createTable([1, 0, 0], 1);
    const order = createRowOrder();
    order.arrange(table.groups, () => [2, 1, 0]);
    const [first, ...others] = table.groups;
    for (const row of [first?.element, ...(first?.followers ?? [])]) row?.remove();
    order.arrange(others, null);
    expect(table.names()).toEqual(['1', '2']);
    expect(first?.element.isConnected).toBe(false);
  });
});
