/** A write call as the API's event log keeps it. */
export interface LoggedCall {
  investor: number;
  /** Epoch milliseconds. */
  at: number;
  /** 1 bid, 2 bid cancel, 3 sale, 4 purchase, 5 sale cancel. */
  type: 1 | 2 | 3 | 4 | 5;
  address: string;
  /** JSON of the request. */
  data: string;
}
