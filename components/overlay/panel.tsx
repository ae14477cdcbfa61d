import type { ComponentChild } from 'preact';
import contentCss from './panel-content.css?inline';
import hostCss from './panel.css?inline';
import { createFramePlace } from './frame-place.ts';
import { createPrivateFrame } from './private-frame.ts';
import type { PageLook } from './page-look.ts';

/** What a panel floats over the page with. */
export interface PanelOptions {
  /** What it opens beside. */
  anchor: Element;
  /** For screen readers. */
  title: string;
  css: string;
  /** CSS pixels. */
  width: number;
  look: PageLook;
  /** CSS pixels from the left edge of what it opens beside. */
  inset?: number;
  /** Called once, when it was closed. */
  onClosed: () => void;
}

export interface Panel {
  show(content: ComponentChild): void;
  close: () => void;
  /** Puts a text on the clipboard. */
  copy(text: string): Promise<void>;
}

/** Room that a panel is given before it is known how tall it is. */
const usualHeight = 300;

/**
 * Opens a private panel beside an element. A press outside closes it. Reads layout once, when it opens, which is
 * the moment a person pressed something.
 */
export function openPanel(options: PanelOptions): Panel {
  const { anchor, title, css, width, look, inset = 0, onClosed } = options;
  const ending = new AbortController();
  const place = createFramePlace('panel', look, hostCss);
  const frame = createPrivateFrame({
    place,
    title,
    css: contentCss + css,
    onEscape: () => close(),
    signal: ending.signal,
  });
  let isFocused = false;
  const close = (): void => {
    if (ending.signal.aborted) return;
    ending.abort();
    frame.remove();
    onClosed();
  };

  const at = anchor.getBoundingClientRect();
  const room = document.documentElement.clientWidth;
  const isAbove = at.bottom + usualHeight > innerHeight && at.top > usualHeight;
  const { style } = place.box;
  style.width = `${Math.min(width, room - 16)}px`;
  style.left = `${Math.max(8, Math.min(at.left + inset, room - width - 8)) + scrollX}px`;
  style.top = `${(isAbove ? at.top - 6 : at.bottom + 6) + scrollY}px`;
  if (isAbove) style.transform = 'translateY(-100%)';
  style.height = '0';

  // On the root element: a body that is moved or positioned would carry the panel away.
  document.documentElement.append(place.host);
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && !event.composedPath().includes(place.host)) close();
    },
    { capture: true, signal: ending.signal },
  );

  document.addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted && event.key === 'Escape') close();
    },
    { signal: ending.signal },
  );

  return {
    show(content) {
      // A field that goes with the panel hands in its last word, which draws everything again.
      if (ending.signal.aborted) return;
      frame.show(
        <div
          class="panel"
          role="dialog"
          aria-label={title}
          ref={(element) => {
            if (element !== null) fit(element, place.box, ending.signal);
          }}
        >
          {content}
        </div>,
      );
      if (isFocused) return;
      isFocused = true;
      // What a script puts into a frame does not take the focus by itself.
      frame.document?.querySelector<HTMLElement>('[autofocus]')?.focus();
    },
    close,
    async copy(text) {
      await frame.document?.defaultView?.navigator.clipboard.writeText(text);
    },
  };
}

const fitted = new WeakSet<Element>();

/** Keeps the box as tall as its content. */
function fit(content: Element, box: HTMLElement, signal: AbortSignal): void {
  if (fitted.has(content)) return;
  fitted.add(content);
  const observer = new ResizeObserver(([entry]) => {
    const height = entry?.borderBoxSize[0]?.blockSize;
    if (height !== undefined) box.style.height = `${Math.ceil(height)}px`;
  });
  observer.observe(content);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
