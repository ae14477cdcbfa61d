import { packGuidTexts, readGuid, type GuidRows } from '#lib/mirror/guid-rows.ts';
import type { StoredDetail } from '#lib/mirror/mirror-disk.ts';
import type { DetailSizes } from '#lib/mirror/trim.ts';
import type { Database } from './database.ts';
import { writeWithRoom, type MakeRoom } from './make-room.ts';

/** What is known of the details on disk without reading them; a row a detail. */
export interface DetailIndex extends GuidRows {
  /** Epoch ms. */
  at: Float64Array;
  /** Rough size of each. */
  bytes: Uint32Array;
}

/** Full details of loan parts on disk. The background is its only user. */
export interface DetailsRepository {
  /** Adds details, or puts them in the place of older ones. Throws `disk-full`, `storage`; then nothing was changed. */
  write(details: readonly StoredDetail[]): Promise<void>;
  /** The details of these loan parts that there are, by loan part. */
  read(loanPartIds: Iterable<string>): Promise<ReadonlyMap<string, StoredDetail>>;
  /** When each was read, by loan part; epoch ms. */
  readAges(): Promise<ReadonlyMap<string, number>>;
  /** How many there are, what they take, and when the newest was read. */
  measure(): Promise<{ rows: number; bytes: number; at: number | null }>;
  readSizes(): Promise<DetailSizes>;
  /** Drops so many, the oldest first. */
  dropOldest(count: number): Promise<void>;
}

/**
 * @param open gives the database
 * @param makeRoom called once when the disk is full
 */
export function createDetailsRepository(
  open: () => Promise<Database>,
  makeRoom: MakeRoom,
): DetailsRepository {
  const readIndex = async (): Promise<Entries> =>
    toEntries(await (await open()).get('detail-index', indexKey));

  return {
    write: (details) =>
      writeWithRoom(
        () =>
          changeDetails(open, async (entries, store) => {
            for (const detail of details) {
              const bytes = JSON.stringify(detail.loanPart).length;
              entries.set(detail.loanPartId, { at: detail.at, bytes });
              await store.put(detail);
            }
          }),
        makeRoom,
      ),

    async read(loanPartIds) {
      const { store } = (await open()).transaction('details');
      const found = await Promise.all([...new Set(loanPartIds)].map((id) => store.get(id)));
      return new Map(
        found.filter((detail) => detail !== undefined).map((detail) => [detail.loanPartId, detail]),
      );
    },

    readAges: async () => new Map([...(await readIndex())].map(([id, { at }]) => [id, at])),

    async measure() {
      const entries = [...(await readIndex()).values()];
      return {
        rows: entries.length,
        bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0),
        at: entries.reduce<number | null>((newest, { at }) => Math.max(newest ?? at, at), null),
      };
    },

    async readSizes() {
      const entries = [...(await readIndex()).values()];
      return { at: entries.map(({ at }) => at), bytes: entries.map(({ bytes }) => bytes) };
    },

    dropOldest: (count) =>
      writeWithRoom(
        () =>
          changeDetails(open, async (entries, store) => {
            const byAge = [...entries].toSorted(([, one], [, other]) => one.at - other.at);
            for (const [id] of byAge.slice(0, count)) {
              entries.delete(id);
              await store.delete(id);
            }
          }),
        () => Promise.resolve(false),
      ),
  };
}

const indexKey = 'all';

type Entries = Map<string, { at: number; bytes: number }>;

function toEntries(index: DetailIndex | undefined): Entries {
  const entries: Entries = new Map();
  index?.at.forEach((at, row) => {
    const id = readGuid(index, row);
    if (id !== null) entries.set(id, { at, bytes: index.bytes[row] ?? 0 });
  });
  return entries;
}

function toIndex(entries: Entries): DetailIndex {
  const details = [...entries.values()];
  return {
    ...packGuidTexts([...entries.keys()]),
    at: Float64Array.from(details, ({ at }) => at),
    bytes: Uint32Array.from(details, ({ bytes }) => bytes),
  };
}

interface DetailsStore {
  put(detail: StoredDetail): Promise<unknown>;
  delete(id: string): Promise<void>;
}

/** Changes details and their index in one transaction. */
async function changeDetails(
  open: () => Promise<Database>,
  change: (entries: Entries, store: DetailsStore) => Promise<void>,
): Promise<void> {
  const transaction = (await open()).transaction(['details', 'detail-index'], 'readwrite');
  // How it ends is awaited below; without this a refused change would also report here.
  transaction.done.catch(() => undefined);
  try {
    const index = transaction.objectStore('detail-index');
    const entries = toEntries(await index.get(indexKey));
    await change(entries, transaction.objectStore('details'));
    await index.put(toIndex(entries), indexKey);
  } catch (error) {
    abortQuietly(transaction);
    throw error;
  }
  await transaction.done;
}

/** Ends a transaction that may have ended by itself, for the same reason. */
export function abortQuietly(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It had ended.
  }
}
