import type { BrowserId } from '#lib/notes/note-clock.ts';
import { browserKey } from '#lib/store/notes-schema.ts';
import type { Records } from '#lib/store/records.ts';

/** This browser's name among those that notes are written in; made when the database is, and again should it be lost. */
export function readBrowserId(states: Records): Promise<BrowserId> {
  return states.update<BrowserId>(browserKey, (id) => id ?? (crypto.randomUUID() as BrowserId));
}
