import type { ErrorCode } from '#lib/base/app-error.ts';

/** The parts that the mirror consists of, each with a size and an age of its own. */
export type MirrorPart =
  | 'listings'
  | 'auctions'
  | 'investments'
  | 'own-listings'
  | 'bids'
  | 'balance'
  | 'event-log'
  | 'details'
  | 'ended-listings'
  | 'ended-auctions'
  | 'events';

/** One part of the mirror: how much of it there is, from when, and from where. */
export interface PartStatus {
  part: MirrorPart;
  rows: number;
  /** Epoch ms of the pull that it is as of; null when it was never pulled. */
  at: number | null;
  /** The operation of Bondora's API that it came from (`secondarymarket`); null when Bondlens itself wrote it. */
  source: string | null;
  /** What it takes on disk. */
  bytes: number;
}

/** What is received of the part that is being asked for. */
export interface PullProgress {
  part: MirrorPart;
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
  /** Every part that was pulled or written at least once. */
  parts: readonly PartStatus[];
  /** Whether the mirror is at work: makes calls, or is about to make the next one. */
  running: boolean;
  /** Of the call that is being made, from its very start; null between calls and when nothing runs. */
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
