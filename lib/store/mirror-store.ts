import { findTrimming, measureTable, type MirrorLimits } from '#lib/mirror/trim.ts';
import type { Database } from './database.ts';
import { createDetailsRepository, type DetailsRepository } from './details-repository.ts';
import { createMirrorRepository, type MirrorRepository } from './mirror-repository.ts';

/** All of the mirror that is on disk. */
export interface MirrorStore {
  tables: MirrorRepository;
  details: DetailsRepository;
  /** Holds the mirror to its limits, as of `now` (epoch ms); tells whether anything had to go. */
  trim(limits: MirrorLimits, now: number): Promise<boolean>;
  /** Empties the mirror. Throws `storage`. */
  clear(): Promise<void>;
}

/** On a full disk a write trims this share of the mirror's bytes before it is tried again. */
const emergencyShare = 0.25;

/** @param open gives the database */
export function createMirrorStore(open: () => Promise<Database>): MirrorStore {
  const trim = async (limits: MirrorLimits, now: number): Promise<boolean> => {
    const trimming = await findTrimming(plain.tables, await plain.details.readSizes(), limits, now);
    if (trimming.details > 0) await plain.details.dropOldest(trimming.details);
    if (trimming.tables.length > 0) await plain.tables.commit({ tables: trimming.tables });
    return trimming.details > 0 || trimming.tables.length > 0;
  };
  const makeRoom = async (): Promise<boolean> => {
    const [heads, details] = await Promise.all([plain.tables.readHeads(), plain.details.measure()]);
    const bytes = [...heads.values()].reduce((sum, head) => sum + measureTable(head), details.bytes);
    return trim({ bytes: bytes * (1 - emergencyShare), ageMs: Number.POSITIVE_INFINITY }, 0);
  };
  // What trims must not try to trim in turn.
  const never = (): Promise<boolean> => Promise.resolve(false);
  const plain = {
    tables: createMirrorRepository(open, never),
    details: createDetailsRepository(open, never),
  };
  return {
    tables: createMirrorRepository(open, makeRoom),
    details: createDetailsRepository(open, makeRoom),
    trim,
    clear: () => clearMirror(open),
  };
}

const mirrorStores = [
  'mirror-columns',
  'mirror-heads',
  'mirror-vanished',
  'pull-pages',
  'details',
  'detail-index',
] as const;

async function clearMirror(open: () => Promise<Database>): Promise<void> {
  const transaction = (await open()).transaction(mirrorStores, 'readwrite');
  await Promise.all([...mirrorStores.map((name) => transaction.objectStore(name).clear()), transaction.done]);
}
