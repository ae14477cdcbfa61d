import type { CreateWorkbench } from './workbench-parts.ts';

// A symbol: a page's elements with an id or a name appear under that name among the globals of our world too.
const key = Symbol.for('bondlens workbench');

type World = typeof globalThis & { [key]?: CreateWorkbench };

/** The second script of a page gives the first one what it holds. Both run in the extension's own world, which no page sees. */
export function handOverWorkbench(create: CreateWorkbench): void {
  (globalThis as World)[key] = create;
}

/** What the second script has given; undefined before it ran. */
export function takeWorkbench(): CreateWorkbench | undefined {
  return (globalThis as World)[key];
}
