import { confidenceBar } from './headers.ts';
import { findHead, findTable } from './find-table.ts';
import { isElement, isInOurs, isOurs } from './our-elements.ts';
import { formatPathPattern } from './page-addresses.ts';
import type { PageColumn } from './page-reading.ts';
import { recognizePage } from './recognize-page.ts';
import { createScrubber, type Scrubber } from './scrub-text.ts';
import { listRows } from './table-rows.ts';

const shownRows = 5;
/** Elements of a report at most. */
const mostElements = 1500;
const dropped = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'iframe',
  'object',
  'embed',
  'link',
  'meta',
  'textarea',
  'datalist',
]);
const childless = new Set([
  'br',
  'hr',
  'img',
  'input',
  'col',
  'wbr',
  'area',
  'source',
  'track',
  'param',
  'base',
]);
const names = new Set([
  'class',
  'id',
  'name',
  'type',
  'role',
  'scope',
  'lang',
  'dir',
  'colspan',
  'rowspan',
  'for',
]);
const addresses = new Set(['href', 'src', 'action', 'formaction']);

/**
 * A sample of a page for a report of a fault, as HTML text: its table with the first rows and the elements around it, and on
 * top what Bondlens made of it. Structure, classes, attribute names and the table's headers are the page's; every other
 * text and value is replaced by one of the same shape. `pointed` is the table that is meant, where a person said so.
 */
export function writePageReport(url: URL, document: Document, pointed?: HTMLTableElement): string {
  const scrubber = createScrubber();
  const identity = recognizePage(url, document);
  const finding = findTable(identity, document);
  const found =
    'found' in finding && (!pointed || pointed === finding.found.element) ? finding.found : undefined;
  const table = pointed ?? found?.element ?? findLargestTable(document);
  const understood = found
    ? found.columns.map(describeColumn).join('; ')
    : 'notUnderstood' in finding
      ? finding.notUnderstood
      : 'No list was found.';
  const path = scrubber.address(formatPathPattern(url));
  const summary = `Bondlens page report: ${scrubber.address(url.hostname)} ${path}, ${identity.kind}, generation ${identity.generation ?? 'unknown'}. ${understood}`;
  const writing: Writing = {
    scrubber,
    heads: new Set(table ? findHeads(table, found?.head) : []),
    left: mostElements,
    lines: [`<!-- ${maskDigits(summary).replaceAll('--', '- -')} -->`],
  };
  const list = table ?? document.querySelector('[role=grid],[role=table]');
  if (list) writeAround(list, writing);
  return writing.lines.join('\n');
}

interface Writing {
  scrubber: Scrubber;
  /** Rows whose texts are the site's own. */
  heads: ReadonlySet<Element>;
  /** Elements that may still be written. */
  left: number;
  lines: string[];
}

// Also of a table that is not understood: its headers are what is missed.
function findHeads(table: HTMLTableElement, head?: Element): readonly Element[] {
  const rows = listRows(table);
  const inHead = rows.filter((row) => row.parentElement?.localName === 'thead');
  const own = head ?? findHead(rows, 'secondary-market');
  return own ? [...inHead, own] : inHead;
}

function describeColumn({ header, fields, confidence, doubt }: PageColumn): string {
  const read = confidence >= confidenceBar && fields.length > 0 ? fields.join('+') : (doubt ?? 'nothing');
  return `"${header}": ${read} (${confidence})`;
}

function maskDigits(text: string): string {
  return text.replaceAll(/\d{3,}/g, (run) => '0'.repeat(run.length));
}

function findLargestTable(document: Document): HTMLTableElement | undefined {
  return [...document.getElementsByTagName('table')]
    .filter((table) => !isInOurs(table))
    .toSorted((a, b) => listRows(b).length - listRows(a).length)[0];
}

// The elements that a table stands in, without what else stands in them.
function writeAround(table: Element, writing: Writing): void {
  const around: Element[] = [];
  for (let at = table.parentElement; at !== null; at = at.parentElement) around.unshift(at);
  for (const element of around) writing.lines.push(writeStart(element, writing.scrubber));
  writeElement(table, writing);
  for (const element of around.toReversed()) writing.lines.push(`</${element.localName}>`);
}

function writeElement(element: Element, writing: Writing, isKept = false): void {
  if (dropped.has(element.localName) || isOurs(element) || writing.left <= 0) return;
  writing.left -= 1;
  const { lines, scrubber, heads } = writing;
  const keeps = isKept || heads.has(element);
  lines.push(writeStart(element, scrubber));
  if (childless.has(element.localName)) return;
  const rows = new Set<Element>(element.localName === 'table' ? chooseRows(element) : []);
  for (const node of element.childNodes) {
    if (node.nodeType === 3) {
      const text = (node.nodeValue ?? '').replaceAll(/\s+/g, ' ').trim();
      if (text !== '') lines.push(escapeText(keeps ? keepHeader(text, scrubber) : scrubber.text(text)));
    } else if (isElement(node)) writeChild(node, element, rows, writing, keeps);
  }
  lines.push(`</${element.localName}>`);
}

// Of a table, its first rows only.
function writeChild(
  node: Element,
  parent: Element,
  rows: ReadonlySet<Element>,
  writing: Writing,
  isKept: boolean,
): void {
  const isSection = parent.localName === 'table' && /^t(head|body|foot)$/.test(node.localName);
  if (isSection) {
    writing.lines.push(writeStart(node, writing.scrubber));
    for (const row of node.children) if (rows.has(row)) writeElement(row, writing);
    writing.lines.push(`</${node.localName}>`);
  } else if (node.localName !== 'tr' || parent.localName !== 'table' || rows.has(node)) {
    writeElement(node, writing, isKept);
  }
}

function chooseRows(table: Element): readonly Element[] {
  const rows = listRows(table);
  const heads = rows.filter((row) => row.parentElement?.localName === 'thead');
  const others = rows.filter((row) => row.parentElement?.localName !== 'thead');
  // The last row may sum up the others; a table without a head has its headers in the first.
  return [...heads, ...others.slice(0, shownRows + (heads.length > 0 ? 0 : 1)), ...others.slice(-1)];
}

function keepHeader(text: string, scrubber: Scrubber): string {
  return /\d{3}|@/.test(text) ? scrubber.text(text) : text;
}

function writeStart(element: Element, scrubber: Scrubber): string {
  const attributes = element
    .getAttributeNames()
    .filter((name) => !name.startsWith('on') && !name.startsWith('data-bondlens') && name !== 'srcset')
    .map((name) => {
      const value = scrubAttribute(element, name, scrubber);
      const shown = maskDigits(name);
      return value === '' ? ` ${shown}` : ` ${shown}="${escapeText(value).replaceAll('"', '&quot;')}"`;
    });
  return `<${element.localName}${attributes.join('')}>`;
}

function scrubAttribute(element: Element, name: string, scrubber: Scrubber): string {
  const value = element.getAttribute(name) ?? '';
  if (names.has(name)) return scrubber.names(value);
  if (addresses.has(name)) return scrubber.address(value);
  if (name === 'style') return /display\s*:\s*none/i.test(value) ? 'display:none' : '';
  if (name === 'value' && element.getAttribute('type') === 'hidden') return '';
  return scrubber.text(value);
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
