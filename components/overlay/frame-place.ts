import tokens from '#components/ui/tokens.css?inline';
import { createClosedRoot, createSheet } from './closed-root.ts';
import frameHostCss from './frame-host.css?inline';
import type { PageLook } from './page-look.ts';

/** A place in the page for a private frame: holds its room from the first, and costs nothing until a frame is put in. */
export interface FramePlace {
  /** To be put into the page. */
  readonly host: HTMLElement;
  /** Around the frame, inside the closed root: for size and position. */
  readonly box: HTMLElement;
  readonly look: PageLook;
}

/**
 * Makes such a place.
 * @param name the host becomes `bondlens-<name>`
 * @param css style of the box
 */
export function createFramePlace(name: string, look: PageLook, css = ''): FramePlace {
  const scheme = `:host { color-scheme: ${look} !important }`;
  const { host, root } = createClosedRoot(
    name,
    [tokens, frameHostCss, css, scheme].map((text) => createSheet(text)),
  );
  const box = document.createElement('div');
  root.append(box);
  return { host, box, look };
}
