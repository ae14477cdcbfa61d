import { isNameOfOurs, isOurs } from './our-elements.ts';

// Characters that take no room: soft hyphen, zero-width ones, direction marks, byte order mark.
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const passedOver = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'select',
  'textarea',
  'datalist',
]);
const hidingClasses = /(^|\s)(hidden|hide|d-none|sr-only|visually-hidden)(\s|$)/;

/**
 * What an element shows as text, without asking for layout: runs of blanks of any kind are one blank, and where
 * an element begins or ends stands a line break. So two numbers in two elements never run together into one.
 * Passes over what is ours, what is hidden by its own markup, scripts and form fields.
 */
export function readText(element: Element): string {
  if (element.firstElementChild === null) return tidy(element.textContent ?? '').trim();
  const parts: string[] = [];
  collect(element, parts, false);
  return parts
    .join('')
    .replaceAll(/ *\n */g, '\n')
    .trim();
}

// Adds the texts below a parent, the first of them on a new line if `isBroken`.
function collect(parent: Element, parts: string[], isBroken: boolean): void {
  let broken = isBroken;
  if (parent.firstElementChild === null) {
    const text = tidy(parent.textContent ?? '');
    if (text === '' || (text === ' ' && (broken || parts.length === 0))) return;
    if (broken && parts.length > 0) parts.push('\n');
    parts.push(text);
    return;
  }
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    const { nodeType } = node;
    if (nodeType === 3) {
      const text = tidy(node.nodeValue ?? '');
      if (text === '' || (text === ' ' && (broken || parts.length === 0))) continue;
      if (broken && parts.length > 0) parts.push('\n');
      broken = false;
      parts.push(text);
    } else if (nodeType === 1) {
      if (isShown(node as Element)) collect(node as Element, parts, true);
      broken = true;
    }
  }
}

const untidy = /[^\S ]|  |[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064]/;

function tidy(text: string): string {
  return untidy.test(text) ? text.replaceAll(invisible, '').replaceAll(/\s+/g, ' ') : text;
}

/**
 * The words that stand for an element without text: its own title or label, or that of the one picture,
 * icon or light in it. Empty when there is none, or more than one.
 */
export function readLabel(element: Element): string {
  const own = labelOf(element);
  if (own !== '') return own;
  const labels = new Set<string>();
  for (const inner of element.querySelectorAll(
    '[title],[aria-label],[data-original-title],[alt],[data-title]',
  )) {
    const label = isOurs(inner) ? '' : labelOf(inner);
    if (label !== '') labels.add(label);
  }
  const [only, ...others] = labels;
  return only !== undefined && others.length === 0 ? only : '';
}

function labelOf(element: Element): string {
  for (const name of ['title', 'data-original-title', 'aria-label', 'data-title', 'alt']) {
    const value = element.getAttribute(name)?.replaceAll(invisible, '').replaceAll(/\s+/g, ' ').trim();
    if (value !== undefined && value !== '') return value;
  }
  return '';
}

function isShown(element: Element): boolean {
  const { localName } = element;
  if (passedOver.has(localName) || localName.startsWith('bondlens-')) return false;
  if (!element.hasAttributes()) return true;
  const names = element.getAttributeNames();
  if (names.includes('hidden') || names.some(isNameOfOurs)) return false;
  const style = names.includes('style') ? element.getAttribute('style') : null;
  if (style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return false;
  const classes = names.includes('class') ? element.getAttribute('class') : null;
  return classes === null || !hidingClasses.test(classes);
}
