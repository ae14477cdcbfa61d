/**
 * Where the spent calls are kept, so that they outlive the background. One store belongs to one account: Bondora
 * counts per endpoint and user.
 */
export interface QuotaStore {
  read(key: string): Promise<unknown>;
  /**
   * Replaces the record of `key` by what `change` makes of it, as one step that no other update of that key comes
   * between. Resolves with `change`'s result once the new record is on disk. `change` is synchronous; records are
   * small JSON, and what was never written reads as undefined.
   */
  update<T>(key: string, change: (record: unknown) => { record: unknown; result: T }): Promise<T>;
}
