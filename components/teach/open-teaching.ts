import type { Ask } from '#lib/messages/ask.ts';

/** What is opened over the page: the steps of teaching, or the report alone. */
export type TeachingStart = 'teach' | 'report';

// A symbol: a page's elements with an id or a name appear under that name among the globals of our world too.
const key = Symbol.for('bondlens teaching opener');

type World = typeof globalThis & { [key]?: HTMLElement | undefined };

/**
 * Opens the teaching, or the page report, over the page that this script runs in. What does the work is a script of its own,
 * which the background brings: here it costs one message. A second call brings forward what is open already.
 * @param opener gets the focus back when it closes
 * @returns throws an `AppError` when the browser does not let the script come
 */
export async function openTeaching(ask: Ask, start: TeachingStart, opener?: HTMLElement): Promise<void> {
  (globalThis as World)[key] = opener;
  await ask('teaching.open', { start });
}

/** What the first script of the page left for the teaching: what gets the focus back. */
export function takeOpener(): HTMLElement | undefined {
  const opener = (globalThis as World)[key];
  delete (globalThis as World)[key];
  return opener;
}
