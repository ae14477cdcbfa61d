import type { ErrorCode } from '#lib/base/app-error.ts';

/** The tables that the mirror consists of. */
export const mirrorTables = [
  'listings',
  'auctions',
  'investments',
  'bids',
  'own-listings',
  'ended-listings',
  'ended-auctions',
  'events',
] as const;
export type MirrorTable = (typeof mirrorTables)[number];

/** One table of the mirror: how much of it there is, from when, and from where. */
export interface TableStatus {
  table: MirrorTable;
  rows: number;
  /** Epoch ms of the pull that it is as of; null when it was never pulled. */
  at: number | null;
  /** The operation of Bondora's API that it came from (`secondarymarket`); null when Bondlens itself wrote it. */
  source: string | null;
  /** What its columns take on disk. */
  bytes: number;
}

/** What is received of the table that is being pulled. */
export interface PullProgress {
  table: MirrorTable;
  received: number;
  /** Null until Bondora has told it. */
  total: number | null;
}

/** The mirror as popup and options show it: what there is of it, what runs, what comes next. */
export interface MarketStatus {
  /** Listings in the mirror. */
  listings: number;
  /** When the last complete pull of the market ended; epoch ms, null when there was none. */
  pulledAt: number | null;
  /** Every table that was pulled or written at least once. */
  tables: readonly TableStatus[];
  /** Full details of single loan parts, and what they take on disk. */
  details: { rows: number; bytes: number };
  running: boolean;
  /** Null when nothing runs, or nothing was received yet. */
  progress: PullProgress | null;
  /** What comes next, in the plan's own words; empty when nothing is planned. True at the moment of the answer. */
  plan: readonly string[];
  /** The person stopped the pull: until then nothing is pulled by itself. Epoch ms; null when it was not stopped. */
  stoppedUntil: number | null;
  callsLeft: number;
  callsPerHour: number;
  /** When the next call is free if none is left; epoch ms. */
  nextFreeAt: number | null;
  problem: string | null;
  /** What kind of problem it is, so that pages can say what to do about it. */
  problemCode: ErrorCode | null;
  /** When Bondora takes such a call again, where its limits are the problem; epoch ms. */
  problemEndsAt: number | null;
}
