import type { PageWork } from './page-work.ts';
import type { CreateWorkbench } from './workbench-parts.ts';

/** What later scripts of a page bring: `overlay` all that computes and writes, `panels` what a person works with. */
export interface Brought {
  overlay: PageWork;
  panels: CreateWorkbench;
}

export type ScriptName = keyof Brought;

// A symbol: a page's elements with an id or a name appear under that name among the globals of our world too.
const key = Symbol.for('bondlens scripts');

type World = typeof globalThis & { [key]?: Partial<Brought> };

/** A later script of a page gives the first one what it holds. All run in the extension's own world, which no page sees. */
export function handOver<Name extends ScriptName>(name: Name, held: Brought[Name]): void {
  const world = globalThis as World;
  (world[key] ??= {})[name] = held;
}

/** What a later script has given; undefined before it ran. */
export function takeOver<Name extends ScriptName>(name: Name): Brought[Name] | undefined {
  return (globalThis as World)[key]?.[name];
}
