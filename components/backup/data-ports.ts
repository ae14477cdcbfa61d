/** What the browser is asked for about the person's data. */
export interface DataPorts {
  /** The promise not to clear what is kept; `persist` may ask the person. */
  storage: {
    persisted(): Promise<boolean>;
    persist(): Promise<boolean>;
  };
  /** Asks the person to let files be saved without a question each time; only from a click. */
  allowDownloads(): Promise<boolean>;
}
