import type { ComponentChild } from 'preact';
import { createFramePlace } from '#components/overlay/frame-place.ts';
import type { PageLook } from '#components/overlay/page-look.ts';
import panelCss from '#components/overlay/panel-content.css?inline';
import { createPrivateFrame } from '#components/overlay/private-frame.ts';
import css from './teach.css?inline';
import hostCss from './teaching-frame.css?inline';

/** The panel in which a person teaches: at a lower corner of the window, as high as its content, at most as the window. */
export interface TeachingFrame {
  readonly host: HTMLElement;
  show(content: ComponentChild): void;
  /** Gives the focus to what is marked `autofocus`, or else to the panel. */
  focus(): void;
  /** Goes to the other corner, to show what it covers. */
  moveAside(): void;
  /** Puts a text on the clipboard. */
  copy(text: string): Promise<void>;
}

/** @param signal takes it off the page */
export function createTeachingFrame(
  look: PageLook,
  onEscape: () => void,
  signal: AbortSignal,
): TeachingFrame {
  const place = createFramePlace('teaching', look, hostCss);
  const title = 'Show Bondlens what is what';
  const frame = createPrivateFrame({ place, title, css: panelCss + css, onEscape, signal });
  const observer = new ResizeObserver(([entry]) => {
    const height = entry?.borderBoxSize[0]?.blockSize;
    if (height !== undefined) place.box.style.height = `${Math.ceil(height)}px`;
  });
  const watched = new WeakSet<Element>();
  const follow = (element: Element | null): void => {
    if (element === null || watched.has(element)) return;
    watched.add(element);
    observer.observe(element);
  };
  const measure = (): void =>
    frame.document?.body.style.setProperty('--room', `${Math.max(220, innerHeight - 28)}px`);

  document.documentElement.append(place.host);
  addEventListener('resize', measure, { signal });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      frame.remove();
    },
    { once: true },
  );
  return {
    host: place.host,
    show(content) {
      if (signal.aborted) return;
      frame.show(
        <div class="panel teach" role="dialog" aria-label={title} tabIndex={-1} ref={follow}>
          {content}
        </div>,
      );
      measure();
    },
    focus() {
      const inside = frame.document;
      (
        inside?.querySelector<HTMLElement>('[autofocus]') ?? inside?.querySelector<HTMLElement>('.teach')
      )?.focus();
    },
    moveAside: () => void place.box.classList.toggle('left'),
    async copy(text) {
      await frame.document?.defaultView?.navigator.clipboard.writeText(text);
    },
  };
}
