import * as v from 'valibot';
import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import type { BrowserId, NoteClock } from '#lib/notes/note-clock.ts';
import type { NoteWithHistory } from '#lib/notes/merge-notes.ts';
import { measureHistory } from '#lib/notes/note-history.ts';
import { noteKeyPattern } from '#lib/notes/note-key.ts';
import { noteColours, noteLimits, noteMarks, noteRatings } from '#lib/notes/note.ts';
import { tagLimits, type StoredTag } from '#lib/notes/tag.ts';

/** Everything that a person made. Of the account there is its name only: no token, no secret, no trace of it at Bondora. */
export interface BackupContents {
  /** Epoch ms. */
  madeAt: number;
  browser: BrowserId;
  accounts: { id: AccountId; label: string }[];
  notes: NoteWithHistory[];
  tags: StoredTag[];
  /** Preferences as they were stored, with their own version; to be upgraded and checked part by part. */
  preferences: unknown;
}

/** What one file may hold: far more than a person writes, and no more than a browser can take. */
export const backupLimits = { notes: 200_000, versions: 1000, accounts: 100 } as const;

const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const uuid = v.pipe(v.string(), v.uuid());
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(noteLimits.tag));

const version = {
  text: v.pipe(v.string(), v.maxLength(noteLimits.text)),
  colour: v.picklist(noteColours),
  tags: v.pipe(v.array(name), v.maxLength(noteLimits.tags)),
  mark: v.picklist(noteMarks),
  rating: v.nullable(v.picklist(noteRatings)),
  revision: count,
  changedAt: time,
  removedAt: v.nullable(time),
  clock: v.pipe(
    v.record(uuid, count),
    v.check((clock) => Object.keys(clock).length > 0, 'A note was written by nobody.'),
    v.transform((clock): NoteClock => clock),
  ),
};

const note = v.object({
  ...version,
  account: v.pipe(
    uuid,
    v.transform((id) => id as AccountId),
  ),
  loan: v.pipe(
    v.string(),
    v.regex(noteKeyPattern),
    v.transform((key) => key as NoteKey),
  ),
  createdAt: time,
  versions: v.pipe(v.array(v.object(version)), v.maxLength(backupLimits.versions)),
});

/** One note as the file has it: its versions need not repeat whose they are. */
type FiledNote = v.InferOutput<typeof note>;

/** Contents as they stand in a file of the newest version. */
export const contentsSchema = v.object({
  madeAt: time,
  browser: v.pipe(
    uuid,
    v.transform((id) => id as BrowserId),
  ),
  accounts: v.pipe(
    v.array(
      v.object({
        id: v.pipe(
          uuid,
          v.transform((id) => id as AccountId),
        ),
        label: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
      }),
    ),
    v.maxLength(backupLimits.accounts),
  ),
  notes: v.pipe(
    v.array(note),
    v.maxLength(backupLimits.notes),
    v.check((notes: FiledNote[]) => isEachOnce(notes), 'A note stands twice.'),
    v.transform((notes) => notes.map(unfileNote)),
  ),
  tags: v.pipe(
    v.array(
      v.object({
        name,
        colour: v.picklist(noteColours),
        isPreset: v.boolean(),
        changedAt: time,
        removedAt: v.nullable(time),
      }),
    ),
    v.maxLength(tagLimits.tags),
    v.check((tags) => new Set(tags.map((tag) => tag.name)).size === tags.length, 'A tag stands twice.'),
  ),
  preferences: v.unknown(),
});

/** The contents as they go into a file. */
export function fileContents({ notes, ...rest }: BackupContents): object {
  return { ...rest, notes: notes.map(fileNote) };
}

function fileNote({ note: { history: _, ...filed }, versions }: NoteWithHistory): object {
  return {
    ...filed,
    versions: versions.map(({ account: _account, loan: _loan, ...past }) => past),
  };
}

function unfileNote({ versions, ...filed }: FiledNote): NoteWithHistory {
  const { account, loan } = filed;
  const past = versions.map((old) => ({ ...old, account, loan }));
  return { note: { ...filed, history: measureHistory(past) }, versions: past };
}

function isEachOnce(notes: readonly FiledNote[]): boolean {
  return (
    new Set(notes.map(({ account, loan }) => `${account} ${loan}`)).size === notes.length &&
    notes.every(({ revision, versions }) => {
      const revisions = new Set(versions.map((old) => old.revision));
      return revisions.size === versions.length && [...revisions].every((old) => old < revision);
    })
  );
}
