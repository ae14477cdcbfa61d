import type { NoteWithHistory } from '#lib/notes/merge-notes.ts';
import type { NoteFields, StoredNote } from '#lib/notes/note.ts';

/** What becomes of a note. */
export type NoteChange = 'added' | 'changed' | 'removed' | 'brought-back' | 'history';

/** One note that would change, to be shown as an example. */
export interface ChangedNote {
  loan: string;
  change: NoteChange;
  /** The fields that would be different. */
  fields: (keyof NoteFields)[];
}

/** What would change, before it does. */
export interface Difference {
  notes: Record<NoteChange, number>;
  /** Notes that stay as they are. */
  same: number;
  tags: number;
  /** Names of the settings that would be different. */
  settings: string[];
  /** The first of the notes that would change. */
  examples: ChangedNote[];
}

const exampleCount = 20;

/** What writing these notes would change. */
export function compareNotes(
  current: readonly NoteWithHistory[],
  writes: readonly NoteWithHistory[],
): Pick<Difference, 'notes' | 'same' | 'examples'> {
  const before = new Map(current.map(({ note }) => [keyOf(note), note]));
  const notes = { added: 0, changed: 0, removed: 0, 'brought-back': 0, history: 0 };
  const examples: ChangedNote[] = [];
  for (const { note } of writes) {
    const { change, fields } = compareNote(before.get(keyOf(note)), note);
    notes[change] += 1;
    if (change !== 'history' && examples.length < exampleCount)
      examples.push({ loan: note.loan, change, fields });
  }
  const written = new Set(writes.map(({ note }) => keyOf(note)));
  const same = current.filter(({ note }) => note.removedAt === null && !written.has(keyOf(note))).length;
  return { notes, same, examples };
}

/** The difference in words, one sentence a line; one that says so when nothing would change. */
export function describeDifference({ notes, same, tags, settings }: Difference): string[] {
  const sentences = [
    say(notes.added, 'is added', 'are added'),
    say(notes.changed, 'changes', 'change'),
    say(notes['brought-back'], 'is brought back', 'are brought back'),
    say(
      notes.removed,
      'is deleted; for 30 days it can be brought back',
      'are deleted; for 30 days they can be brought back',
    ),
    say(notes.history, 'gets older versions into its history', 'get older versions into their history'),
    tags === 0 ? [] : `${tags} ${tags === 1 ? 'tag changes' : 'tags change'}.`,
    settings.length === 0 ? [] : `Settings change: ${settings.join(', ')}.`,
  ].flat();
  if (sentences.length === 0) return ['Nothing changes: all of it is here already.'];
  return same === 0 ? sentences : [...sentences, ...say(same, 'stays as it is', 'stay as they are')];
}

function say(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [count === 1 ? `1 note ${one}.` : `${count} notes ${many}.`];
}

function compareNote(
  before: StoredNote | undefined,
  after: StoredNote,
): Pick<ChangedNote, 'change' | 'fields'> {
  const isGone = after.removedAt !== null;
  if (before === undefined) return { change: isGone ? 'history' : 'added', fields: [] };
  const wasGone = before.removedAt !== null;
  if (isGone) return { change: wasGone ? 'history' : 'removed', fields: [] };
  if (wasGone) return { change: 'brought-back', fields: [] };
  const fields = (['text', 'colour', 'tags', 'mark', 'rating'] as const).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  return { change: fields.length === 0 ? 'history' : 'changed', fields };
}

function keyOf({ account, loan }: StoredNote): string {
  return `${account} ${loan}`;
}
