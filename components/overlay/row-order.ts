/** A main row with the rows that go where it goes. */
export interface RowGroup {
  element: HTMLTableRowElement;
  followers: readonly HTMLTableRowElement[];
}

/** Moves groups of rows about in their table, and back to where the page had them. */
export interface RowOrder {
  /**
   * Puts the groups into another order, each into a place that a group has on the page; what is no group (totals,
   * blanks between rows) stays where it is.
   * @param rank gives the new order for groups in the page's own order, as indexes into it; null restores that order
   * @returns false when the page itself has reordered its rows since the last call: then its order is taken as the new
   *   own one and nothing is moved
   */
  arrange(
    groups: readonly RowGroup[],
    rank: ((inPageOrder: readonly RowGroup[]) => readonly number[]) | null,
  ): boolean;
}

export function createRowOrder(): RowOrder {
  /** The children of each parent of rows in the page's own order. */
  let home = new Map<Node, Node[]>();
  /** The same as we last left them; null while nothing was moved. */
  let placed: Map<Node, Node[]> | null = null;

  return {
    arrange(groups, rank) {
      if (rank === null && placed === null) return true;
      const parents = findParents(groups, home);
      const before = placed;
      const reordered = before !== null && parents.some((parent) => wasReordered(parent, before.get(parent)));
      const known = new Set([...home.values()].flat());
      const standing = new Set(parents);
      const isNew = before === null || reordered;
      home = new Map(
        parents.map((parent) => {
          const own = isNew ? undefined : home.get(parent);
          return [parent, own === undefined ? [...parent.childNodes] : takeIn(parent, own, known, standing)];
        }),
      );
      if (reordered) {
        placed = null;
        return false;
      }
      const targets = rank === null ? home : fillPlaces(home, groups, rank);
      for (const [parent, nodes] of targets) settle(parent, nodes);
      placed = rank === null ? null : targets;
      return true;
    },
  };
}

/** The parents that hold rows now and those that rows were moved between, in the order of the document. */
function findParents(groups: readonly RowGroup[], home: ReadonlyMap<Node, unknown>): Node[] {
  const parents = new Set<Node>([...home.keys()].filter((parent) => parent.isConnected));
  for (const { element } of groups) if (element.parentNode !== null) parents.add(element.parentNode);
  return [...parents].toSorted((a, b) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
}

function wasReordered(parent: Node, left: readonly Node[] = []): boolean {
  const standing = left.filter((node) => node.parentNode === parent);
  const known = new Set(standing);
  let at = 0;
  for (const node of parent.childNodes) if (known.has(node) && node !== standing[at++]) return true;
  return false;
}

/**
 * The page's own order with what the page put in since: what stands at the end goes to the end, other nodes behind the
 * one they stand behind. What the page took out is left out.
 * @param known every node that has a place in the page's own order, in whichever parent
 */
function takeIn(
  parent: Node,
  own: readonly Node[],
  known: ReadonlySet<Node>,
  parents: ReadonlySet<Node>,
): Node[] {
  const order = own.filter((node) => node.parentNode !== null && parents.has(node.parentNode));
  const now = [...parent.childNodes];
  const lastKnown = now.findLastIndex((node) => known.has(node));
  now.forEach((node, index) => {
    if (known.has(node) || index > lastKnown) return;
    let previous = node.previousSibling;
    while (previous !== null && !order.includes(previous)) previous = previous.previousSibling;
    order.splice(previous === null ? 0 : order.indexOf(previous) + 1, 0, node);
  });
  return [...order, ...now.slice(lastKnown + 1)];
}

function fillPlaces(
  home: ReadonlyMap<Node, readonly Node[]>,
  groups: readonly RowGroup[],
  rank: (inPageOrder: readonly RowGroup[]) => readonly number[],
): Map<Node, Node[]> {
  const byMain = new Map<Node, RowGroup>(groups.map((group) => [group.element, group]));
  const followers = new Set<Node>(groups.flatMap((group) => group.followers));
  const inPageOrder = [...home.values()].flat().flatMap((node) => byMain.get(node) ?? []);
  const next = rank(inPageOrder).values();
  const fill = (node: Node): Node[] => {
    if (followers.has(node)) return [];
    if (!byMain.has(node)) return [node];
    const group = inPageOrder[next.next().value ?? -1];
    return group === undefined ? [] : [group.element, ...group.followers];
  };
  return new Map([...home].map(([parent, nodes]) => [parent, nodes.flatMap(fill)]));
}

/** Makes the nodes the children of the parent in this order, moving few of those that stand right already. */
function settle(parent: Node, nodes: readonly Node[]): void {
  let cursor: Node | null = parent.firstChild;
  for (const node of nodes) {
    // The one at the cursor is out of place and will be put in at its turn.
    if (cursor !== null && cursor !== node && cursor.nextSibling === node) cursor = node;
    if (cursor === node) cursor = node.nextSibling;
    else parent.insertBefore(node, cursor);
  }
}
