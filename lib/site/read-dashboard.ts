import { readText } from './cell-text.ts';
import { foldText } from './fold-text.ts';
import { isInOurs, isOurs } from './our-elements.ts';
import type { DashboardFigure, DashboardReading } from './page-reading.ts';
import { learnSums, readRate, readSum } from './sums.ts';

/** Names of figures, folded: English and German as they were seen, the others as they may be. */
const names: Readonly<Record<DashboardFigure, string>> = {
  accountValue: 'account value|wert des kontos|kontowert|konto vaartus|tilin arvo|valor de la cuenta',
  portfolioValue:
    'portfolio value|portfoliowert|wert des portfolios|portfelli vaartus|salkun arvo|valor de la cartera',
  availableFunds:
    'available funds|available|brieftasche|verfugbar|verfugbare mittel|vabad vahendid|kaytettavissa|kaytettavissa olevat varat|fondos disponibles|disponible',
  goAndGrow: 'go grow',
  netProfit: 'net profit|nettoertrag|nettogewinn|netokasum|nettotuotto|beneficio neto',
  netReturn: 'net return|yield|rendite|nettorendite|tootlus|tuotto|rentabilidad',
};
const figures = new Map(
  Object.entries(names).flatMap(([figure, texts]) =>
    texts.split('|').map((text) => [text, figure as DashboardFigure]),
  ),
);

/**
 * Reads the figures of the dashboard whose names are known: pairs of a name and a value side by side, in lists, tables and
 * boxes. A figure that stands there twice with different values is unknown. Rounded values are read as they are shown.
 */
export function readDashboard(document: Document): DashboardReading {
  const pairs = listPairs(document);
  const format = learnSums(pairs.map(([, text]) => text));
  const read: { [figure in DashboardFigure]?: number | null } = {};
  for (const [figure, text] of pairs) {
    const value = figure === 'netReturn' ? readRate(text, format) : readSum(text, format);
    const before = read[figure];
    const step = figure === 'netReturn' ? 0.01 : 1;
    read[figure] = before === undefined || before === value ? value : pickExact(before, value, step);
  }
  return { figures: read };
}

// The overview rounds to euros, or percents, what the table of more figures shows in full.
function pickExact(one: number | null, other: number | null, step: number): number | null {
  if (one === null || other === null) return null;
  const isRound = (value: number): boolean => Math.abs(value / step - Math.round(value / step)) < 1e-9;
  const [round, exact] = isRound(one) ? [one, other] : [other, one];
  return isRound(round) && Math.abs(exact - round) <= step / 2 + 1e-9 ? exact : null;
}

function listPairs(document: Document): (readonly [DashboardFigure, string])[] {
  const pairs: (readonly [DashboardFigure, string])[] = [];
  for (const element of document.querySelectorAll('td,th,dt,div,span,p,h3,h4,h5,h6,label,strong,small')) {
    if (element.children.length > 2 || isInOurs(element)) continue;
    const figure = figures.get(foldText(element.textContent ?? ''));
    const value = figure && findValue(element);
    if (figure && value) pairs.push([figure, readText(value)]);
  }
  return pairs;
}

// The value stands right behind its name, or right before it where it is the only other thing in a box.
function findValue(name: Element): Element | undefined {
  const { nextElementSibling: next, previousElementSibling: before, parentElement: box } = name;
  const cells = box?.localName === 'tr' ? [...box.children].filter((cell) => !isOurs(cell)) : [];
  // Names and values take turns in a row; with a cell more it is not known which is whose.
  if (cells.length % 2 === 1) return undefined;
  if (next && !isOurs(next) && holdsNumber(next)) return next;
  const isAlone = box?.children.length === 2 && before !== null && box.localName !== 'tr';
  return isAlone && holdsNumber(before) ? before : undefined;
}

function holdsNumber(element: Element): boolean {
  return /\d/.test(readText(element));
}
