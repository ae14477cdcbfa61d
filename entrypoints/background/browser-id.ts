import type { BrowserId } from '#lib/notes/note-clock.ts';
import { browserKey } from '#lib/store/notes-schema.ts';
import type { Records } from '#lib/store/records.ts';

/** This browser's name among those that notes are written in; made when the database is, and again should it be lost. */
export async function readBrowserId(states: Records): Promise<BrowserId> {
  const known = await states.get<BrowserId>(browserKey);
  // A transaction that may write holds up every other one.
  if (known !== undefined) return known;
  return states.update<BrowserId>(browserKey, (id) => id ?? (crypto.randomUUID() as BrowserId));
}
