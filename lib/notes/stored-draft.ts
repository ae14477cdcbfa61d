import type { NoteDraft, NotePlace } from './note.ts';

/** What stands in an editor and is not saved yet, kept so that a crash of page, background or browser does not take it. */
export interface StoredDraft extends NotePlace {
  /** The editor that it stands in; each keeps one. */
  editor: string;
  draft: NoteDraft;
  /** The revision that the person had before them; 0 when they saw no note. */
  revision: number;
  /** The tab whose page holds the editor, which is asked before the draft is called lost; null when it is in no tab. */
  tab?: number | null;
  /** Epoch ms. */
  at: number;
}

/** Drafts that nobody came back for are dropped after this long. */
export const draftMs = 30 * 86_400_000;
