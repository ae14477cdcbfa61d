/** How things moved after the columns of ours were first there. */
export interface Positions {
  /** When a frame began before which the columns were surely painted, on the page's own clock. */
  paintedAt: number;
  /** How many boxes of rows and cells were looked at. */
  looked: number;
  /** How many of them stand elsewhere now, or have another width or height. */
  moved: number;
  /** The farthest of them, CSS pixels. */
  farthest: number;
}

/** Half a pixel more or less is not seen. */
const tolerance = 0.5;
// Taken before the counting wraps them: what is measured here is not of the extension's doing.
const { value: measureBox } = Object.getOwnPropertyDescriptor(Element.prototype, 'getBoundingClientRect') as {
  value: (this: Element) => DOMRect;
};

const requestFrame = globalThis.requestAnimationFrame.bind(globalThis);

/** Notes where the cells stand once the first of ours are written, before that is painted. */
export function watchPositions(): { read: () => Positions | null } {
  let paintedAt = Number.POSITIVE_INFINITY;
  let first: Map<Element, DOMRect> | null = null;
  const look = (): Element[] => [
    ...document.querySelectorAll(
      '.investments tr.offer > *, .investments thead th, .heading, .pagination, .panel',
    ),
  ];
  const observer = new MutationObserver(() => {
    if (document.querySelector('.investments tr.offer > td[data-bondlens-column]') === null) return;
    observer.disconnect();
    // The next frame is the one that paints them, or the one after it.
    requestFrame(() => requestFrame(() => (paintedAt = performance.now())));
    first = new Map(look().map((element) => [element, measureBox.call(element)]));
  });
  observer.observe(document, { childList: true, subtree: true });
  return {
    read() {
      if (first === null) return null;
      const far = [...first].map(([element, before]) => {
        const now = measureBox.call(element);
        const moves = [
          now.x - before.x,
          now.y - before.y,
          now.width - before.width,
          now.height - before.height,
        ];
        return Math.max(...moves.map(Math.abs));
      });
      const moved = far.filter((distance) => distance > tolerance).length;
      return { paintedAt, looked: far.length, moved, farthest: Math.max(0, ...far) };
    },
  };
}
