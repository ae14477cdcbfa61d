import { createClosedRoot, createSheet } from './closed-root.ts';

const words = new WeakMap<Element, HTMLElement>();
const sheets = new WeakMap<Document, CSSStyleSheet>();

/**
 * Writes into one of our cells what comes of the person's own notes: drawn by a style within a closed root, so that neither
 * scripts nor a search of the page find it. The cell's raw value stays empty.
 */
export function fillPrivately(cell: Element, text: string): void {
  const span = findWords(cell);
  span.dataset['text'] = text;
  span.ariaLabel = text;
  if (!cell.hasAttribute('data-value')) cell.setAttribute('data-value', '');
}

function findWords(cell: Element): HTMLElement {
  const known = words.get(cell);
  if (known !== undefined) return known;
  const { ownerDocument } = cell;
  const sheet = sheets.get(ownerDocument) ?? createSheet('span::before { content: attr(data-text) }');
  sheets.set(ownerDocument, sheet);
  const { host, root } = createClosedRoot('value', [sheet]);
  const span = document.createElement('span');
  span.role = 'img';
  root.append(span);
  cell.replaceChildren(host);
  words.set(cell, span);
  return span;
}
