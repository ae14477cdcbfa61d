import type { DetailedTarget, PrivateRoot } from './test-browser.ts';

// Functions that run in the page. They are sent as text, so each stands alone and sees nothing of this file.

/** Where an element is, or why it cannot be clicked yet. */
export type Location = { x: number; y: number } | { notYet: string };

/** Adds to closed shadow roots the documents of the frames inside them. */
export function withFrames(roots: readonly PrivateRoot[]): PrivateRoot[] {
  return roots.flatMap((root) => {
    const frames = [...root.querySelectorAll('iframe')];
    return [root, ...frames.flatMap((frame) => frame.contentDocument ?? [])];
  });
}

/**
 * The middle of the first element in `roots` that fits and can be seen, in CSS pixels of the page's viewport, after it
 * was scrolled to; or what stands in the way.
 */
export function locate(roots: readonly PrivateRoot[], target: DetailedTarget): Location {
  const { selector, text, within } = target;
  const standsWithin = (element: Element): boolean => {
    if (within === undefined || element.closest(within) !== null) return true;
    const root = element.getRootNode();
    const around = root instanceof ShadowRoot ? root.host : element.ownerDocument.defaultView?.frameElement;
    return around ? standsWithin(around) : false;
  };
  const all = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
  const named = all.filter(
    (element) =>
      standsWithin(element) &&
      (text === undefined ||
        (element.textContent ?? '').includes(text) ||
        (element.getAttribute('aria-label') ?? '').includes(text)),
  );
  const element = named.find((candidate) => candidate.getClientRects().length > 0);
  if (element === undefined) return { notYet: named.length === 0 ? 'nothing fits' : 'it cannot be seen' };
  if (element.matches(':disabled')) return { notYet: 'it is disabled' };

  /** The element's middle in its own document, and in the page. */
  const measure = (): { inner: DOMPoint; outer: DOMPoint } => {
    const box = element.getBoundingClientRect();
    const inner = new DOMPoint(box.left + box.width / 2, box.top + box.height / 2);
    const outer = new DOMPoint(inner.x, inner.y);
    let frame = element.ownerDocument.defaultView?.frameElement;
    while (frame) {
      const around = frame.getBoundingClientRect();
      outer.x += around.left + frame.clientLeft;
      outer.y += around.top + frame.clientTop;
      frame = frame.ownerDocument.defaultView?.frameElement;
    }
    return { inner, outer };
  };
  const root = element.getRootNode() as PrivateRoot;
  const findHit = (): Element | null => {
    const { inner, outer } = measure();
    const isInPage = outer.x >= 0 && outer.y >= 0 && outer.x < innerWidth && outer.y < innerHeight;
    return isInPage ? root.elementFromPoint(inner.x, inner.y) : null;
  };
  const isHit = (hit: Element | null): boolean =>
    hit !== null && (element.contains(hit) || hit.closest('label')?.control === element);
  let hit = findHit();
  if (!isHit(hit)) {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    hit = findHit();
  }
  if (hit === null) return { notYet: 'it is outside the window' };
  if (!isHit(hit)) return { notYet: `<${hit.localName} class="${hit.className}"> covers it` };
  const { x, y } = measure().outer;
  return { x, y };
}

/** Selects all text of the field that has the focus, so that typing replaces it. False when none has. */
export function selectFocused(roots: readonly PrivateRoot[]): boolean {
  for (const { activeElement: field } of roots) {
    if (field?.localName !== 'input' && field?.localName !== 'textarea') continue;
    (field as HTMLInputElement | HTMLTextAreaElement).select();
    return true;
  }
  return false;
}

/** The text that a person would find in the roots: text nodes but those of styles, and values of fields. */
export function readPrivateText(roots: readonly PrivateRoot[]): string {
  const parts: string[] = [];
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode as Text;
      if (parentElement?.localName !== 'style' && data.trim() !== '') parts.push(data.trim());
    }
    for (const field of root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'))
      if (field.value !== '') parts.push(field.value);
  }
  return parts.join('\n');
}
