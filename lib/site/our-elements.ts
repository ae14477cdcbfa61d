/** Elements of ours carry this attribute with the id of the column that they belong to. */
export const columnAttribute = 'data-bondlens-column';

/** Cells of ours that belong to no column (the one with the note's mark, fillers) carry this one. */
export const ownAttribute = 'data-bondlens-own';

/**
 * Whether an element of the page was put there by us. Such elements are no part of what the page shows:
 * reading passes over them, so that a page can be read again after it was annotated.
 */
export function isOurs(element: Element): boolean {
  // Most elements have no attributes at all: the cheapest question comes first.
  return (
    (element.hasAttributes() &&
      (element.hasAttribute(columnAttribute) || element.hasAttribute(ownAttribute))) ||
    element.localName.startsWith('bondlens-')
  );
}

/**
 * Whether an attribute of this name makes an element ours. For those who ask for all names at once: in Firefox each
 * question to the page costs more than what is done with the answer.
 */
export function isNameOfOurs(name: string): boolean {
  return name === columnAttribute || name === ownAttribute;
}

/** Whether a node is ours or stands in an element of ours. */
export function isInOurs(node: Node): boolean {
  for (let at: Node | null = node; at !== null; at = at.parentNode) {
    if (isElement(at) && isOurs(at)) return true;
  }
  return false;
}

/** Whether a node is an element. Works for nodes of any window, which `instanceof` does not. */
export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
