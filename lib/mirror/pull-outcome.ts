/** What came of a pull that reached its end. */
export interface PullOutcome {
  /**
   * `taken`: the table is as Bondora told it. `doubted`: it told of so few rows that the table was left as it was, until
   * the next pull says the same.
   */
  result: 'taken' | 'doubted';
  /** Items that arrived. */
  received: number;
  /** Rows of the table now. */
  rows: number;
  /** Whether the table was empty or another's before, so that nothing was compared. */
  first: boolean;
  arrived: number;
  vanished: number;
  changed: number;
  /** Items whose id another item of the same pull has too: the last counts. */
  duplicates: number;
  /** Items without an id, or that are no objects: left out. */
  withoutId: number;
  /** Values that were not understood, by the API's key; they are unknown in the table. */
  problems: Readonly<Record<string, number>>;
  /** Events written. */
  events: number;
  /** Bytes of columns written. */
  bytesWritten: number;
}
