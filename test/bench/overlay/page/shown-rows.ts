import { listOffers } from './market-rows.ts';

/** What stands in the closed root of a row's mark. */
export interface MarkParts {
  html: string;
  css: string;
}

/** What the extension added to a table, so that it can be added by hand. */
export interface Shown {
  head: readonly string[];
  rows: readonly ShownRow[];
  mark: MarkParts;
}

interface ShownRow {
  /** Attributes of the row. */
  marks: readonly Attribute[];
  cells: readonly { attributes: readonly Attribute[]; text: string }[];
}

type Attribute = readonly [name: string, value: string];

/** Reads it off the page. */
export function readShown(mark: MarkParts): Shown {
  const head = [...document.querySelectorAll('table.investments > thead th.bondlens-cell')];
  return {
    head: head.map((cell) => cell.outerHTML),
    mark,
    rows: listOffers().map((row) => ({
      marks: listAttributes(row).filter(([name]) => name.startsWith('data-bondlens')),
      cells: [...row.children]
        .filter((cell) => cell.classList.contains('bondlens-cell'))
        .map((cell) => ({ attributes: listAttributes(cell), text: cell.textContent })),
    })),
  };
}

/** Makes ready what a bare insertion needs: the headers in the table, a model of a row's cells. Gives what does it. */
export function prepareBare({ head, rows, mark }: Shown): (offers: readonly Element[]) => void {
  document.querySelector('table.investments > thead > tr')?.insertAdjacentHTML('beforeend', head.join(''));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(mark.css);
  const inner = document.createElement('template');
  inner.innerHTML = mark.html;
  const model = document.createDocumentFragment();
  for (const { attributes } of rows[0]?.cells ?? []) {
    const cell = document.createElement('td');
    const own = new Map(attributes);
    for (const name of ['class', 'data-bondlens-column', 'data-bondlens-own'])
      if (own.has(name)) cell.setAttribute(name, own.get(name) ?? '');
    if (own.has('data-bondlens-own')) cell.append(createMarkHost());
    else cell.append('');
    model.append(cell);
  }
  return (offers) => {
    offers.forEach((row, i) => {
      const shown = rows[i];
      if (shown === undefined) return;
      const cells = document.importNode(model, true);
      let cell = cells.firstElementChild;
      for (const { attributes, text } of shown.cells) {
        if (cell === null) break;
        for (const [name, value] of attributes) if (!cell.hasAttribute(name)) cell.setAttribute(name, value);
        if (cell.hasAttribute('data-bondlens-own')) openMark(cell, sheet, inner);
        else (cell.firstChild as Text).data = text;
        cell = cell.nextElementSibling;
      }
      row.append(cells);
      for (const [name, value] of shown.marks) row.setAttribute(name, value);
    });
  };
}

function createMarkHost(): HTMLElement {
  const host = document.createElement('bondlens-mark');
  host.append(document.createElement('div'));
  return host;
}

function openMark(cell: Element, sheet: CSSStyleSheet, inner: HTMLTemplateElement): void {
  const root = cell.firstElementChild?.firstElementChild?.attachShadow({ mode: 'closed' });
  if (root === undefined) return;
  root.adoptedStyleSheets = [sheet];
  root.append(inner.content.cloneNode(true));
}

function listAttributes(element: Element): Attribute[] {
  return [...element.attributes].map(({ name, value }) => [name, value]);
}
