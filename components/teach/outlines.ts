import { createClosedRoot, createSheet } from '#components/overlay/closed-root.ts';
import type { PageLook } from '#components/overlay/page-look.ts';
import tokens from '#components/ui/tokens.css?inline';
import css from './outlines.css?inline';

/** A frame around some elements of the page. */
export interface Outline {
  /** It reaches around all of them. */
  elements: readonly Element[];
  tone: 'hover' | 'chosen' | 'said';
}

/**
 * Frames drawn over the page, on a layer that lets every click through: no style of the page is touched.
 * They follow when the page is scrolled or resized, and are gone when the signal is aborted.
 */
export function createOutlines(
  look: PageLook,
  signal: AbortSignal,
): { draw(outlines: readonly Outline[]): void } {
  const { host, root } = createClosedRoot('outlines', [
    createSheet(tokens),
    createSheet(css),
    createSheet(`:host { color-scheme: ${look} !important }`),
  ]);
  host.ariaHidden = 'true';
  let shown: readonly Outline[] = [];
  let frame = 0;

  const place = (): void => {
    frame = 0;
    // All boxes are read before the first is written.
    const boxes = shown.map(({ elements, tone }) => ({ tone, box: findBox(elements) }));
    root.replaceChildren(
      ...boxes.flatMap(({ tone, box }) => {
        if (box === undefined) return [];
        const mark = document.createElement('div');
        mark.className = `mark ${tone}`;
        mark.style.left = `${box.left}px`;
        mark.style.top = `${box.top}px`;
        mark.style.width = `${box.right - box.left}px`;
        mark.style.height = `${box.bottom - box.top}px`;
        return [mark];
      }),
    );
  };
  const soon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(place);
  };

  document.documentElement.append(host);
  addEventListener('scroll', soon, { capture: true, passive: true, signal });
  addEventListener('resize', soon, { signal });
  signal.addEventListener(
    'abort',
    () => {
      cancelAnimationFrame(frame);
      host.remove();
    },
    { once: true },
  );
  return {
    draw(outlines) {
      shown = outlines;
      soon();
    },
  };
}

type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

function findBox(elements: readonly Element[]): Box | undefined {
  const boxes = elements
    .filter((element) => element.isConnected)
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);
  if (boxes.length === 0) return undefined;
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
