/** Rows that are worked on together: few enough for a processor's nearest cache, many enough for tight loops. A multiple of four. */
export const batchSize = 4096;

/**
 * Some rows of a source, all at once: `count` rows from `first` on, or, where only some of those are still of interest,
 * the rows that `picked` lists.
 */
export interface Batch {
  first: number;
  count: number;
  /** Row numbers; null when the rows follow one another. */
  picked: Uint32Array | null;
}

/**
 * Verdicts of a batch, a byte each: 0 is no, 2 is unknown, 3 is yes. So the low bit says "certainly", the high bit "possibly",
 * and Kleene's three-valued `and` and `or` are the processor's own, four rows at a time through `words`.
 */
export interface Verdicts {
  bytes: Uint8Array;
  words: Uint32Array;
}

export const no = 0;
export const unknown = 2;
export const yes = 3;

/** Room for the verdicts of a batch of up to `size` rows. */
export function createVerdicts(size: number): Verdicts {
  const words = new Uint32Array((size + 3) >> 2);
  return { words, bytes: new Uint8Array(words.buffer) };
}
