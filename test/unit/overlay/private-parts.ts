import { vi } from 'vitest';

/** What stands in closed shadow roots, which no script of a page sees. */
export interface PrivateParts {
  /** Roots of elements of ours that stand in the page, by the name after `bondlens-`. */
  roots(name: string): ShadowRoot[];
  /** The document of the frame in such a root. */
  frame(name: string): Document;
  has(name: string): boolean;
}

/** Keeps an eye on every closed root that is made from now on. */
export function watchPrivateParts(): PrivateParts {
  // A spy that changes nothing, but remembers what was returned.
  const { mock } = vi.spyOn(Element.prototype, 'attachShadow');
  const roots = (name: string): ShadowRoot[] =>
    mock.results
      .map(({ value }) => value as ShadowRoot)
      .filter(({ host }) => host.isConnected && host.parentElement?.localName === `bondlens-${name}`);
  return {
    roots,
    has: (name) => roots(name).length > 0,
    frame(name) {
      const inside = roots(name)[0]?.querySelector('iframe')?.contentDocument;
      if (!inside) throw new Error(`There is no frame in a bondlens-${name}.`);
      return inside;
    },
  };
}

/** The first element that fits. */
export function find(root: ParentNode, selector: string): HTMLElement {
  const element = root.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`Nothing fits ${selector}.`);
  return element;
}
