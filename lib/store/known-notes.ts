import type { NotePlace } from '#lib/notes/note.ts';
import type { KeptNote } from './notes-schema.ts';

/**
 * Notes as this background last saw them on disk; null where there was none. Only a guess, of which nothing may depend
 * that was not checked: a save can send its write along with the reading that checks it, and so waits once instead of twice.
 */
export interface KnownNotes {
  get(place: NotePlace): KeptNote | null | undefined;
  set(place: NotePlace, note: KeptNote | undefined): void;
}

// A page shows fewer; long texts would only fill the memory.
const limits = { notes: 500, characters: 20_000 } as const;

export function createKnownNotes(): KnownNotes {
  const known = new Map<string, KeptNote | null>();
  const keyOf = ({ account, loan }: NotePlace): string => `${account} ${loan}`;
  return {
    get: (place) => known.get(keyOf(place)),
    set(place, note) {
      const key = keyOf(place);
      known.delete(key);
      if ((note?.text.length ?? 0) > limits.characters) return;
      known.set(key, note ?? null);
      const [oldest] = known.keys();
      if (known.size > limits.notes && oldest !== undefined) known.delete(oldest);
    },
  };
}

/** Whether a note stands on disk as it was guessed, to the last of its fields. */
export function isAsKnown(guess: KeptNote | null, standing: KeptNote | undefined): boolean {
  return JSON.stringify(guess) === JSON.stringify(standing ?? null);
}
