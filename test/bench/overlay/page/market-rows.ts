import { nextFrames } from './settle.ts';

/** The rows of the market as the page made them, to be put in again and again. */
const models: HTMLTableRowElement[] = [];

/**
 * Keeps them.
 * @param html the page's own, in which nothing was changed yet
 * @returns how many offers there are
 */
export function keepRows(html: string): number {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const found = body.querySelectorAll<HTMLTableRowElement>('table.investments > tbody > tr');
  models.splice(0, models.length, ...[...found].map((row) => document.importNode(row, true)));
  return models.filter(isOffer).length;
}

/** Takes all rows out of the table and gives new ones, which are not in it yet. */
export async function takeOut(): Promise<{ body: HTMLElement; fresh: HTMLTableRowElement[] }> {
  const body = document.querySelector<HTMLElement>('table.investments > tbody');
  if (body === null) throw new Error('The page has no table.');
  body.replaceChildren();
  await nextFrames(3);
  return { body, fresh: models.map((row) => row.cloneNode(true) as HTMLTableRowElement) };
}

/** The main rows that stand in the table. */
export function listOffers(): HTMLTableRowElement[] {
  return [...document.querySelectorAll<HTMLTableRowElement>('table.investments > tbody > tr.offer')];
}

export function isOffer(row: Element): boolean {
  return row.matches('tr.offer');
}

/** Has the browser lay the table out, if it has not yet. */
export function layOut(): number {
  return document.querySelector<HTMLElement>('table.investments')?.offsetHeight ?? 0;
}
