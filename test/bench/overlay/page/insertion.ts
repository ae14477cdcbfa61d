import { watchGaps } from './gaps.ts';
import { isOffer, layOut, listOffers, takeOut } from './market-rows.ts';
import { settle } from './settle.ts';
import { prepareBare, type Shown } from './shown-rows.ts';

/** How long it took until every cell was laid out, and the longest piece of it that the page could do nothing in; milliseconds. */
export interface Insertion {
  ms: number;
  longest: number;
}

/**
 * Puts the rows into the table and waits until the extension has filled the last of them. The clock runs from the frame
 * after the rows came: the wait for it costs nobody anything.
 */
export async function insertWithExtension(): Promise<Insertion> {
  const { body, fresh } = await takeOut();
  await settle();
  const last = fresh.findLast(isOffer) as Node;
  const gaps = watchGaps();
  const ms = await new Promise<number>((resolve) => {
    let frameAt = 0;
    let toldFor = 0;
    new MutationObserver((_, observer) => {
      observer.disconnect();
      layOut();
      resolve(performance.now() - frameAt + toldFor);
    }).observe(last, { childList: true });
    // Asked for before the extension can: it runs first.
    requestAnimationFrame(() => (frameAt = performance.now()));
    body.append(...fresh);
    const inAt = performance.now();
    // Runs when the extension's observer was told.
    queueMicrotask(() => (toldFor = performance.now() - inAt));
  });
  await settle();
  return { ms, longest: gaps.end() };
}

let insert: ((offers: readonly Element[]) => void) | undefined;

/** Makes a page without the extension ready for `insertBare`. */
export function prepareInsertion(shown: Shown): void {
  insert = prepareBare(shown);
}

/**
 * Puts the rows in, and the same cells behind them by hand, all at once.
 * @param when in the first frame, or in the one after the page has painted its rows
 */
export async function insertBare(when: 'first frame' | 'painted'): Promise<Insertion> {
  const { body, fresh } = await takeOut();
  await settle();
  const gaps = watchGaps();
  const ms = await new Promise<number>((resolve) => {
    let frameAt = 0;
    const write = (): void => {
      insert?.(listOffers());
      layOut();
      resolve(performance.now() - frameAt);
    };
    requestAnimationFrame(() => {
      frameAt = performance.now();
      if (when === 'first frame') write();
      else {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', write, { once: true });
        port1.start();
        requestAnimationFrame(() => port2.postMessage(null));
      }
    });
    body.append(...fresh);
  });
  await settle();
  return { ms, longest: gaps.end() };
}
