/** What a formula may not exceed, so that no text can make a page wait. */
export const formulaLimits = {
  /** Characters. */
  length: 2000,
  /** Brackets, functions and signs inside one another. */
  depth: 40,
  /** Entries of one list. */
  list: 200,
  /** Faults that are reported of one text. */
  errors: 10,
} as const;
