/** An element of ours in the page, and the closed shadow root inside it. */
export interface ClosedRoot {
  host: HTMLElement;
  root: ShadowRoot;
}

/**
 * An element `bondlens-<name>` with a closed shadow root in it, which no script of the page can reach.
 *
 * The root hangs on a plain `div` within the named element. On the named element itself a page could get it: by
 * defining a custom element of that name, whose `ElementInternals` hand out even closed roots.
 */
export function createClosedRoot(name: string, sheets: readonly CSSStyleSheet[]): ClosedRoot {
  const host = document.createElement(`bondlens-${name}`);
  const inner = document.createElement('div');
  const root = inner.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [...sheets];
  host.append(inner);
  return { host, root };
}

/**
 * A style sheet for shadow roots of this document. Constructed, because the page's security policy may refuse
 * style elements.
 */
export function createSheet(css: string, view: Window & typeof globalThis = window): CSSStyleSheet {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
