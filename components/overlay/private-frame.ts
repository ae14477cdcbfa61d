import { render, type ComponentChild } from 'preact';
import tokens from '#components/ui/tokens.css?inline';
import { createSheet } from './closed-root.ts';
import frameCss from './frame.css?inline';
import type { FramePlace } from './frame-place.ts';
import type { PageLook } from './page-look.ts';

/** A frame of ours in the page, whose contents no script of the page can read, hear or press. */
export interface PrivateFrame {
  /** Draws the content. The place must stand in the page. */
  show(content: ComponentChild): void;
  /** The frame's own document, once something was shown. */
  readonly document: Document | null;
  /** Makes the frame taller than its place (CSS pixels), over what follows; null takes that back. */
  stretch(height: number | null): void;
  /** Takes the content and its place away. */
  remove(): void;
}

export interface PrivateFrameOptions {
  place: FramePlace;
  /** For screen readers. */
  title: string;
  /** Style of what is shown. */
  css: string;
  /** Escape was pressed somewhere in it. */
  onEscape?: () => void;
  /** Ends its listening. */
  signal: AbortSignal;
}

/** Events that act: one that a script made is stopped before anything of ours hears it. */
const acting = ['click', 'input', 'change', 'keydown', 'submit', 'paste', 'drop'];

/**
 * Makes such a frame: an empty one within the closed shadow root of its place.
 *
 * The closed root alone would keep scripts from the elements, but not from what is typed: key and input events
 * bubble out of it, `getSelection().toString()` gives the selected text of its fields, and `window.find` says whether
 * a text stands in it. None of these reaches into a frame, and a frame within a shadow root is not among
 * `window.frames`. It needs no address, so no page's security policy forbids it, and it outlives the extension.
 */
export function createPrivateFrame(options: PrivateFrameOptions): PrivateFrame {
  const { place, title, css, onEscape, signal } = options;
  const { host, box, look } = place;
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.style.colorScheme = look;

  let content: ComponentChild = null;
  let furnished: Document | null = null;

  const draw = (): void => {
    if (frame.parentNode === null) box.append(frame);
    const inside = frame.contentDocument;
    if (inside === null) return;
    if (inside !== furnished) {
      if (furnished !== null) render(null, furnished.body);
      furnish(inside, [tokens, frameCss, css], look);
      // Ends with the frame. On the document: a button that is disabled while it works loses the focus to the body.
      if (onEscape !== undefined) {
        const press = (event: KeyboardEvent): void => {
          if (event.key === 'Escape') onEscape();
        };
        inside.addEventListener('keydown', press);
      }
      furnished = inside;
    }
    render(content, inside.body);
  };
  // A page that moves the host empties the frame: it is drawn again.
  frame.addEventListener('load', () => frame.contentDocument !== furnished && draw(), { signal });

  return {
    show(next) {
      content = next;
      draw();
    },
    stretch(height) {
      frame.style.height = height === null ? '' : `${height}px`;
      host.style.zIndex = height === null ? '' : '2147483000';
    },
    get document() {
      return furnished;
    },
    remove() {
      content = null;
      if (furnished !== null) render(null, furnished.body);
      furnished = null;
      host.remove();
    },
  };
}

function furnish(inside: Document, styles: readonly string[], look: PageLook): void {
  const view = inside.defaultView;
  inside.documentElement.lang = 'en';
  inside.documentElement.style.colorScheme = look;
  if (view !== null) inside.adoptedStyleSheets = styles.map((css) => createSheet(css, view));
  const stopMade = (event: Event): void => {
    if (!event.isTrusted) event.stopImmediatePropagation();
  };
  for (const type of acting) inside.addEventListener(type, stopMade, true);
}
