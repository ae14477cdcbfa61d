import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import type { NoteClock } from './note-clock.ts';

/** Colours a note can carry. */
export const noteColours = ['none', 'red', 'amber', 'green', 'blue', 'violet'] as const;
export type NoteColour = (typeof noteColours)[number];

/** What a person means to do about the loan. */
export const noteMarks = ['none', 'watch', 'avoid', 'mine'] as const;
export type NoteMark = (typeof noteMarks)[number];

/** The person's own ratings, the best last. */
export const noteRatings = [1, 2, 3, 4, 5] as const;
export type NoteRating = (typeof noteRatings)[number];

/** Limits of a note, told to the person before they are reached. */
export const noteLimits = { text: 1_000_000, tag: 40, tags: 20 } as const;

/** What a person writes into a note. */
export interface NoteFields {
  readonly text: string;
  readonly colour: NoteColour;
  readonly tags: readonly string[];
  readonly mark: NoteMark;
  /** Null when the person gave none. */
  readonly rating: NoteRating | null;
}

/** A personal note. */
export interface Note extends NoteFields {
  /** What it is about. It was always a loan at first, hence the name. */
  loan: NoteKey;
  /** Grows by one with each save; a save names the revision it saw. */
  revision: number;
  /** Epoch ms. */
  createdAt: number;
  /** Epoch ms. */
  changedAt: number;
}

/** What a person edits of a note: a mark or rating that is absent stays as it was. */
export type NoteDraft = Pick<NoteFields, 'text' | 'colour' | 'tags'> &
  Partial<Pick<NoteFields, 'mark' | 'rating'>>;

/** Whose note on what. */
export interface NotePlace {
  /** The account whose note it is: notes of several accounts never mix. */
  account: AccountId;
  loan: NoteKey;
}

/** A note as it is kept. */
export interface StoredNote extends Note, NotePlace {
  /**
   * Epoch ms; null while the note stands. A removed note can be brought back for 30 days; after them only the mark of
   * the removal stays, so that no other browser's older copy brings the note back.
   */
  removedAt: number | null;
  /** The saves that this note is made of, by browser. */
  clock: NoteClock;
  /** How much of its history is kept beside it. */
  history: { versions: number; characters: number };
}

/** A note as it once was. */
export interface NoteVersion extends NoteFields, NotePlace {
  revision: number;
  /** Epoch ms of the save that made it. */
  changedAt: number;
  removedAt: number | null;
  clock: NoteClock;
}
