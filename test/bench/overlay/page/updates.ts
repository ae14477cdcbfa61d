import { listOffers } from './market-rows.ts';
import { settle } from './settle.ts';

/** What updates of single rows set off. */
export interface Updates {
  /** Milliseconds of one update, in the middle of all. */
  ms: number;
  /** Rows that were written at an update, at most. */
  written: number;
}

/** Changes one row after another as a page does that shows new figures, a frame each. */
export async function updateRows(count: number): Promise<Updates> {
  await settle();
  const offers = listOffers();
  const times: number[] = [];
  let touched = new Set<Element>();
  let written = 0;
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const row = element?.closest('tr.offer');
      if (row && element?.closest('.bondlens-cell, tr.offer')) touched.add(row);
    }
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  for (let i = 0; i < count; i += 1) {
    const row = offers[(i * 37) % offers.length];
    // A figure that nothing else of the page depends on: the interest.
    const figure = row?.querySelector(':scope > .text-right')?.firstChild as Text | undefined;
    if (figure === undefined) throw new Error('The row shows no figure.');
    const next = figure.data.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
    touched = new Set();
    times.push(await timeFrame(() => (figure.data = next)));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    written = Math.max(written, touched.size);
  }
  observer.disconnect();
  return { ms: times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0, written };
}

/** The time that others spend in the frame after a change, before it is laid out. */
function timeFrame(change: () => void): Promise<number> {
  return new Promise((resolve) => {
    let beganAt = 0;
    requestAnimationFrame(() => (beganAt = performance.now()));
    change();
    // Behind the extension's observer, and so behind the frame that it asked for.
    queueMicrotask(() => requestAnimationFrame(() => resolve(performance.now() - beganAt)));
  });
}
