import type { MarketChunk, MarketIndex } from '#lib/mirror/market-chunk.ts';
import type { IndexedId } from '#lib/mirror/market-index.ts';
import { toStorageError, type Database } from './database.ts';

/** The mirror of the market on disk, one pull beside another until the new one is complete. */
export interface MarketRepository {
  /** Adds one chunk to a pull under way. Throws `disk-full`, `storage`. */
  writeChunk(pull: string, chunk: number, content: MarketChunk): Promise<void>;
  /** Completes a pull: its indexes. Throws as `writeChunk`. */
  writeIndexes(pull: string, indexes: Record<IndexedId, MarketIndex>): Promise<void>;
  /** Removes everything but the given pulls. */
  keepOnly(pulls: readonly string[]): Promise<void>;
  readIndexes(pull: string, ids: readonly IndexedId[]): Promise<Map<IndexedId, MarketIndex>>;
  readChunks(pull: string, chunks: Iterable<number>): Promise<Map<number, MarketChunk>>;
}

/** @param open gives the database */
export function createMarketRepository(open: () => Promise<Database>): MarketRepository {
  return {
    writeChunk: (pull, chunk, content) =>
      stored(async () => {
        await (await open()).put('market-chunks', content, [pull, chunk]);
      }),

    writeIndexes: (pull, indexes) =>
      stored(async () => {
        const transaction = (await open()).transaction('market-indexes', 'readwrite');
        const puts = Object.entries(indexes).map(([id, index]) => transaction.store.put(index, [pull, id]));
        await Promise.all([...puts, transaction.done]);
      }),

    keepOnly: (pulls) =>
      stored(async () => {
        const transaction = (await open()).transaction(['market-chunks', 'market-indexes'], 'readwrite');
        for (const name of ['market-chunks', 'market-indexes'] as const) {
          const store = transaction.objectStore(name);
          for (const key of await store.getAllKeys()) {
            if (!pulls.includes(key[0])) await store.delete(key);
          }
        }
        await transaction.done;
      }),

    async readIndexes(pull, ids) {
      const { store } = (await open()).transaction('market-indexes');
      const found = await Promise.all(ids.map(async (id) => [id, await store.get([pull, id])] as const));
      return new Map(found.filter((entry): entry is [IndexedId, MarketIndex] => entry[1] !== undefined));
    },

    async readChunks(pull, chunks) {
      const { store } = (await open()).transaction('market-chunks');
      const found = await Promise.all(
        [...new Set(chunks)].map(async (chunk) => [chunk, await store.get([pull, chunk])] as const),
      );
      return new Map(found.filter((entry): entry is [number, MarketChunk] => entry[1] !== undefined));
    },
  };
}

async function stored<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toStorageError(error);
  }
}
