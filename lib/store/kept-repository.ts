import { AppError } from '#lib/base/app-error.ts';
import type { NoteWithHistory } from '#lib/notes/merge-notes.ts';
import type { NoteVersion } from '#lib/notes/note.ts';
import {
  findChanges,
  findOutdated,
  replaySnapshots,
  type KeptState,
  type SnapshotHead,
  type SnapshotReason,
} from '#lib/notes/snapshot.ts';
import type { StoredTag } from '#lib/notes/tag.ts';
import { toStorageError, type Database } from './database.ts';
import { bareNote, listRecent, writeWithHistory } from './keep-history.ts';
import { writeStrictly, type Writing } from './write-strictly.ts';

/** Notes with their past, and tags. */
export interface KeptRecords {
  notes: NoteWithHistory[];
  tags: StoredTag[];
}

/** What is to be written over what stands. */
export interface KeptWrites extends KeptRecords {
  /** Preferences to be taken over; null leaves them. */
  preferences: unknown;
}

/** Everything that a person made, as one: to be read, kept in snapshots, and changed as a whole. */
export interface KeptRepository {
  readAll(): Promise<KeptRecords>;
  /**
   * In one transaction: what stands becomes a snapshot, and then what `plan` makes of it is written. Resolves once all of
   * it is on disk, with the snapshot to go back to; null when there was nothing to write. Throws `disk-full`, `storage`,
   * and what `plan` throws; then nothing was changed.
   * @param preferences as they stand, for the snapshot
   */
  change(
    why: SnapshotReason,
    preferences: unknown,
    now: number,
    plan: (standing: KeptRecords) => KeptWrites,
  ): Promise<SnapshotHead | null>;
  /** Takes a snapshot and drops outdated ones; null when nothing changed since the last. Throws as `change`. */
  takeSnapshot(preferences: unknown, now: number): Promise<SnapshotHead | null>;
  /** By time. */
  listSnapshots(): Promise<SnapshotHead[]>;
  /** What the snapshot shows. Throws `not-found`. */
  readSnapshot(id: string): Promise<KeptState>;
  /** Preferences that a change has brought and that are not taken over yet; undefined when there are none. */
  readPendingPreferences(): Promise<unknown>;
  /** They are taken over. */
  settlePreferences(): Promise<void>;
}

const stores = ['notes', 'note-versions', 'tags', 'snapshots', 'snapshot-contents', 'states'] as const;
type KeptWriting = Writing<typeof stores>;

/** Preferences live outside the database. What a restore makes of them is noted within its transaction, and done after it. */
const pendingKey = 'pending-preferences';

/** @param open gives the database */
export function createKeptRepository(open: () => Promise<Database>): KeptRepository {
  return {
    async readAll() {
      return readAll((await open()).transaction(['notes', 'note-versions', 'tags']) as never);
    },

    change: (why, preferences, now, plan) =>
      writeStrictly(open, stores, async (transaction) => {
        const standing = await readAll(transaction);
        const writes = plan(standing);
        const isNothing = writes.notes.length + writes.tags.length === 0 && writes.preferences === null;
        if (isNothing) return null;
        const taken = await addSnapshot(transaction, why, toState(standing, preferences), now);
        const tags = transaction.objectStore('tags');
        await Promise.all([
          ...writes.notes.map((side) => writeWithHistory(transaction, side)),
          ...writes.tags.map((tag) => tags.put(tag)),
          writes.preferences === null
            ? undefined
            : transaction.objectStore('states').put(writes.preferences, pendingKey),
        ]);
        return taken.head;
      }),

    takeSnapshot: (preferences, now) =>
      writeStrictly(open, stores, async (transaction) => {
        const { head, isNew } = await addSnapshot(
          transaction,
          'daily',
          toState(await readAll(transaction), preferences),
          now,
        );
        await dropOutdated(transaction, now);
        return isNew ? head : null;
      }),

    async listSnapshots() {
      return sortByTime(await (await open()).getAll('snapshots'));
    },

    async readSnapshot(id) {
      const transaction = (await open()).transaction(['snapshots', 'snapshot-contents']);
      const heads = sortByTime(await transaction.objectStore('snapshots').getAll());
      const end = heads.findIndex((head) => head.id === id);
      if (end < 0) throw new AppError('not-found', 'This snapshot is not kept any more.');
      return replay(transaction as never, heads.slice(0, end + 1));
    },

    readPendingPreferences: async () => (await open()).get('states', pendingKey),

    async settlePreferences() {
      try {
        await (await open()).delete('states', pendingKey);
      } catch (error) {
        throw toStorageError(error);
      }
    },
  };
}

type Reading = Pick<KeptWriting, 'objectStore'>;

async function readAll(transaction: Reading): Promise<KeptRecords> {
  const [notes, versions, tags] = await Promise.all([
    transaction.objectStore('notes').getAll(),
    transaction.objectStore('note-versions').getAll(),
    transaction.objectStore('tags').getAll(),
  ]);
  const past = new Map<string, NoteVersion[]>();
  for (const version of versions) {
    const key = `${version.account} ${version.loan}`;
    const list = past.get(key);
    if (list === undefined) past.set(key, [version]);
    else list.push(version);
  }
  return {
    notes: notes.map((kept) => ({
      note: bareNote(kept),
      versions: [...(past.get(`${kept.account} ${kept.loan}`) ?? []), ...listRecent(kept)],
    })),
    tags,
  };
}

/** Adds a snapshot of the state; where the last one shows the same, it is that one. */
async function addSnapshot(
  transaction: Reading,
  why: SnapshotReason,
  state: KeptState,
  now: number,
): Promise<{ head: SnapshotHead; isNew: boolean }> {
  const heads = sortByTime(await transaction.objectStore('snapshots').getAll());
  const last = heads.at(-1);
  const changes = findChanges(await replay(transaction, heads), state);
  if (changes === undefined && last !== undefined) return { head: last, isNew: false };
  const head: SnapshotHead = {
    id: crypto.randomUUID(),
    // A clock that was set back must not put it before the one it follows.
    at: Math.max(now, (last?.at ?? 0) + 1),
    why,
    notes: state.notes.filter(({ removedAt }) => removedAt === null).length,
  };
  await Promise.all([
    transaction.objectStore('snapshots').put(head),
    transaction.objectStore('snapshot-contents').put({ ...(changes ?? state), id: head.id }),
  ]);
  return { head, isNew: true };
}

/** What an outdated snapshot has changed goes into the one after it. */
async function dropOutdated(transaction: Reading, now: number): Promise<void> {
  const heads = sortByTime(await transaction.objectStore('snapshots').getAll());
  const contents = transaction.objectStore('snapshot-contents');
  for (const { id } of findOutdated(heads, now)) {
    const at = heads.findIndex((head) => head.id === id);
    const next = heads[at + 1];
    // The newest one is what the next is compared with.
    if (next === undefined) continue;
    const [dropped, after] = await Promise.all([contents.get(id), contents.get(next.id)]);
    if (dropped === undefined || after === undefined) continue;
    await Promise.all([
      contents.put({ ...replaySnapshots([dropped, after]), id: next.id }),
      contents.delete(id),
      transaction.objectStore('snapshots').delete(id),
    ]);
    heads.splice(at, 1);
  }
}

async function replay(transaction: Reading, heads: readonly SnapshotHead[]): Promise<KeptState> {
  const contents = transaction.objectStore('snapshot-contents');
  const all = await Promise.all(heads.map(({ id }) => contents.get(id)));
  return replaySnapshots(all.filter((content) => content !== undefined));
}

function toState({ notes, tags }: KeptRecords, preferences: unknown): KeptState {
  return { notes: notes.map(({ note }) => note), tags, preferences };
}

function sortByTime(heads: readonly SnapshotHead[]): SnapshotHead[] {
  return heads.toSorted((a, b) => a.at - b.at);
}
