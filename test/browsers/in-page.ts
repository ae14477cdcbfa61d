// Functions that run in the page. They are sent as text, so each stands alone: no imports, no names from outside.

/** Where an element is, or why it cannot be clicked yet. */
export type Location = { x: number; y: number } | { notYet: string };

/**
 * The middle of the first element in `roots` that fits and can be seen, in CSS pixels of the viewport, after it was
 * scrolled to; or what stands in the way.
 */
export function locate(
  roots: readonly (Document | ShadowRoot)[],
  selector: string,
  text: string | null,
): Location {
  const all = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
  const named = all.filter(
    (element) =>
      text === null ||
      (element.textContent ?? '').includes(text) ||
      (element.getAttribute('aria-label') ?? '').includes(text),
  );
  const element = named.find((candidate) => candidate.getClientRects().length > 0);
  if (element === undefined) return { notYet: named.length === 0 ? 'nothing fits' : 'it cannot be seen' };
  if (element.matches(':disabled')) return { notYet: 'it is disabled' };
  const before = element.getBoundingClientRect();
  if (before.top < 0 || before.left < 0 || before.bottom > innerHeight || before.right > innerWidth)
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const root = element.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(x, y);
  if (hit === null) return { notYet: 'it is outside the window' };
  const isLabelled = hit.closest('label')?.control === element;
  if (!element.contains(hit) && !isLabelled)
    return { notYet: `<${hit.localName} class="${hit.className}"> covers it` };
  return { x, y };
}

/** Selects all text of the field that has the focus, so that typing replaces it. False when none has. */
export function selectFocused(roots: readonly (Document | ShadowRoot)[]): boolean {
  for (const root of roots) {
    const field = root.activeElement;
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      field.select();
      return true;
    }
  }
  return false;
}

/** The text that a person would find in shadow roots: text nodes but those of styles, and values of fields. */
export function readPrivateText(roots: readonly ShadowRoot[]): string {
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
