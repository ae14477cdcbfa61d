import type { AccountId, LoanKey } from '#lib/loan/ids.ts';

/** Colours a note can carry. */
export const noteColours = ['none', 'red', 'amber', 'green', 'blue', 'violet'] as const;
export type NoteColour = (typeof noteColours)[number];

/** Limits of a note, told to the person before they are reached. */
export const noteLimits = { text: 1_000_000, tag: 40, tags: 20 } as const;

/** A personal note on a loan. */
export interface Note {
  loan: LoanKey;
  text: string;
  colour: NoteColour;
  tags: readonly string[];
  /** Grows by one with each save; a save names the revision it saw. */
  revision: number;
  /** Epoch ms. */
  createdAt: number;
  /** Epoch ms. */
  changedAt: number;
}

/** What a person edits of a note. */
export type NoteDraft = Pick<Note, 'text' | 'colour' | 'tags'>;

/** A note as it is kept: one that was removed stays for a while, so that its revision is not used again. */
export interface StoredNote extends Note {
  /** The account whose note it is: notes of several accounts never mix. */
  account: AccountId;
  /** Epoch ms; null while the note stands. */
  removedAt: number | null;
}
