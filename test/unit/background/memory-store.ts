import type { StoredDetail } from '#lib/mirror/mirror-disk.ts';
import type { MirrorStore } from '#lib/store/mirror-store.ts';
import type { Records } from '#lib/store/records.ts';
import { createMemoryMirror } from '#test/unit/mirror/memory-mirror.ts';

/** A mirror without a disk, for long runs: tables, details, and the drawer of states. */
export function createMemoryStore(): { store: MirrorStore; states: Records } {
  const details = new Map<string, StoredDetail>();
  const records = new Map<string, unknown>();
  return {
    store: {
      tables: createMemoryMirror(),
      details: {
        async write(read) {
          for (const detail of read) details.set(detail.loanPartId, detail);
        },
        read: async (ids) =>
          new Map([...ids].flatMap((id) => (details.has(id) ? [[id, details.get(id) as StoredDetail]] : []))),
        readAges: async () => new Map([...details.values()].map(({ loanPartId, at }) => [loanPartId, at])),
        measure: async () => ({ rows: details.size, bytes: 0, at: null }),
        readSizes: async () => ({ at: [], bytes: [] }),
        dropOldest: async () => undefined,
      },
      trim: async () => false,
      clear: async () => undefined,
    },
    states: {
      get: async <T>(key: string) => records.get(key) as T | undefined,
      put: async (key, value) => void records.set(key, value),
      async update<T>(key: string, change: (value: T | undefined) => T) {
        const changed = change(records.get(key) as T | undefined);
        records.set(key, changed);
        return changed;
      },
    },
  };
}
