import type { Day } from '#lib/base/day.ts';
import type { Column, ColumnSource } from '#lib/formula/columns.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import { ratings } from '#lib/loan/rating.ts';

/** The market that filters are measured on: columns as the mirror has them, and the same rows as objects for the rivals. */
export interface BenchMarket extends ColumnSource {
  numbers(id: FieldId): Float64Array;
  codes(id: FieldId): Uint8Array | Uint16Array | Uint32Array;
  words(id: FieldId): readonly (string | null)[];
  /** Unknown numbers are NaN, unknown words empty. */
  objects(): Record<string, unknown>[];
}

export const benchToday = 20_779 as Day;

/** A market from a seed. Values are spread roughly as on the real one; a few percent of each field are unknown. */
export function createBenchMarket(rows: number, seed: number): BenchMarket {
  const random = createRandom(seed);
  const columns = new Map<FieldId, Column>();
  const numbers = (id: FieldId, unknown: number, value: () => number): void => {
    columns.set(id, {
      numbers: Float64Array.from({ length: rows }, () => (random() < unknown ? Number.NaN : value())),
    });
  };
  const words = (id: FieldId, list: readonly string[], unknown: number, place: () => number): void => {
    const Codes = list.length < 255 ? Uint8Array : Uint32Array;
    const codes = new Codes(rows).map(() => (random() < unknown ? 0 : 1 + place()));
    columns.set(id, { codes, words: [null, ...list] });
  };
  const upTo = (most: number): number => Math.floor(random() * most);

  numbers('discount', 0.02, () => Math.round((random() + random() + random() - 1.8) * 40) / 100);
  numbers('daysLate', 0.03, () => (random() < 0.7 ? 0 : upTo(120)));
  numbers('yieldToMaturity', 0.05, () => random() * 0.6 - 0.1);
  numbers('paymentsLeft', 0.01, () => 1 + upTo(60));
  numbers('xirr', 0.2, () => random() * 0.8 - 0.3);
  numbers('nextPaymentDate', 0.04, () => benchToday + upTo(31));
  numbers('signedDate', 0.01, () => benchToday - upTo(3000));
  numbers('price', 0.01, () => Math.round(random() * 4000) / 100 + 0.01);
  numbers('outstandingPayments', 0.02, () => Math.round(random() * 6000) / 100 + 0.01);
  words('rating', ratings, 0.01, () => Math.min(upTo(4) + upTo(5), 7));
  words('country', ['EE', 'FI', 'ES', 'NL'], 0.01, () => upTo(4));
  words(
    'userName',
    Array.from({ length: rows >> 1 }, () => `BO${(random() * 1e9).toString(36).slice(0, 8).toUpperCase()}`),
    0.02,
    () => upTo(rows >> 1),
  );

  const column = (id: FieldId): Column =>
    columns.get(id) ?? { numbers: new Float64Array(rows).fill(Number.NaN) };
  return {
    rows,
    today: benchToday,
    column,
    numbers(id) {
      const found = column(id);
      return 'numbers' in found ? found.numbers : new Float64Array(rows);
    },
    codes(id) {
      const found = column(id);
      return 'codes' in found ? found.codes : new Uint8Array(rows);
    },
    words(id) {
      const found = column(id);
      return 'codes' in found ? found.words.map((word) => (typeof word === 'string' ? word : null)) : [];
    },
    objects() {
      return Array.from({ length: rows }, (_, row) =>
        Object.fromEntries(
          [...columns].map(([id, found]) => [
            id,
            'numbers' in found ? found.numbers[row] : (found.words[found.codes[row] ?? 0] ?? ''),
          ]),
        ),
      );
    },
  };
}

/** Numbers in [0, 1) from a seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
