import type { Database } from '#lib/store/database.ts';
import { abort } from '#lib/store/write-strictly.ts';
import {
  createBrowserDisk,
  createNotesRig,
  type BrowserDisk,
  type NotesRig,
} from '#test/unit/background/notes-rig.ts';
import { fillDisk } from '#test/unit/store/full-disk.ts';

/** A browser whose background, or all of it, can be ended at any moment, and whose disk can be full. */
export interface NoteBrowser {
  name: string;
  /** The background that lives now. */
  rig(): NotesRig;
  /** Ends the background: what it was writing is done or undone, as chance has it. Another one starts with the next message. */
  killBackground(): void;
  /** Ends the browser and starts it again: the database is opened anew. */
  restart(): Promise<void>;
  setFull(isFull: boolean): void;
  /** All that is on disk of what a person made, the names of accounts included. */
  dump(): Promise<string>;
}

/** @param chance whether a write under way is undone by a death */
export function createNoteBrowser(
  name: string,
  clock: { now(): number },
  chance: () => boolean,
): NoteBrowser {
  let disk = createBrowserDisk(name);
  let isFull = false;
  let life = createLife(disk, clock, () => isFull);
  const killBackground = (): void => {
    life.end(chance());
    life = createLife(disk, clock, () => isFull);
  };
  return {
    name,
    rig: () => life.rig(),
    killBackground,
    async restart() {
      killBackground();
      (await disk.open()).close();
      disk = { area: disk.area, open: createBrowserDisk(name).open };
      life = createLife(disk, clock, () => isFull);
    },
    setFull(full) {
      isFull = full;
    },
    async dump() {
      const database = await disk.open();
      const stores = ['notes', 'note-versions', 'tags', 'snapshots', 'snapshot-contents'] as const;
      const all = await Promise.all(stores.map((store) => database.getAll(store)));
      const accounts = await database.get('states', 'accounts');
      return JSON.stringify([all, accounts, await disk.area.get('preferences')]);
    },
  };
}

interface Life {
  /** The one background of this life: what it remembers ends with it. */
  rig(): NotesRig;
  end(undoes: boolean): void;
}

/** The disk as one background sees it: nothing works any more once it is dead. */
function createLife(disk: BrowserDisk, clock: { now(): number }, isFull: () => boolean): Life {
  let isDead = false;
  const writing = new Set<{ abort(): void }>();
  const open = async (): Promise<Database> => {
    if (isDead) throw new Error('This background is dead.');
    const database = isFull() ? await fillDisk(disk.open)() : await disk.open();
    return new Proxy(database, {
      get(real, name) {
        const value: unknown = Reflect.get(real, name, real);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          if (isDead) throw new Error('This background is dead.');
          const result = (value as (...all: unknown[]) => unknown).apply(real, args);
          if (name === 'transaction' && args[1] === 'readwrite')
            track(result as IDBTransaction & { done: Promise<void> });
          return result;
        };
      },
    });
  };
  const track = (transaction: IDBTransaction & { done: Promise<void> }): void => {
    writing.add(transaction);
    const forget = (): void => void writing.delete(transaction);
    transaction.done.then(forget, forget);
  };
  const own: BrowserDisk = {
    open,
    area: {
      get: (key) => disk.area.get(key),
      set: (items) => (isDead ? Promise.reject(new Error('This background is dead.')) : disk.area.set(items)),
    },
  };
  let rig: NotesRig | undefined;
  return {
    rig: () => (rig ??= createNotesRig(own, clock)),
    end(undoes) {
      isDead = true;
      if (undoes) for (const transaction of writing) abort(transaction);
    },
  };
}
