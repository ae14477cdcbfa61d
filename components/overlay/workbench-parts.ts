import type { NoteEditing, NoteName } from '#components/notes/note-editing.ts';
import type { ValueLook } from '#components/values/value-look.ts';
import type { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { Ask } from '#lib/messages/ask.ts';
import type { AnswerForEditors } from '#lib/messages/living-editors.ts';
import type { Note } from '#lib/notes/note.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import type { View } from '#lib/views/view.ts';
import type { ComputedRow } from './computed-rows.ts';
import type { Shown } from './describe-shown.ts';
import type { FramePlace } from './frame-place.ts';
import type { CardState } from './loan-card.tsx';
import type { PageLook } from './page-look.ts';

/** What stands in the bar. */
export interface BarState {
  shown: Shown;
  /** What is known of each legible row. */
  listRecords: () => readonly LoanRecord[];
  /** What else is to be said, such as that the background gave no answer. */
  notice: string | null;
}

/**
 * Everything that a person reads and works with beside the table's cells: the bar, the panels, notes being written. It
 * is the second script of a page, brought there when it is first needed.
 */
export interface Workbench {
  /** Draws the bar into its place, or draws it again. */
  drawBar(place: FramePlace, state: BarState): void;
  /** Takes the bar away. */
  removeBar(place: FramePlace): void;
  /** Draws the card of a loan's page into its place, or draws it again. */
  drawCard(place: FramePlace, state: CardState): void;
  /** Takes the card away. */
  removeCard(place: FramePlace): void;
  /** The view as it holds now: with the formula that is being written, as far as it is right. */
  readView(): View;
  /** What was chosen is another. */
  accept(preferences: Preferences): void;
  /** Lets a person move and widen columns by their headers. */
  serveHead(cells: readonly HTMLTableCellElement[], signal: AbortSignal): void;
  openNote(row: ComputedRow, anchor: HTMLElement): void;
  openWhy(row: ComputedRow, look: ValueLook, anchor: HTMLElement): void;
  /** The note that is being written, if there is one. */
  findEditing(name: NoteName): NoteEditing | undefined;
  /** Closes what is open, unless it holds something that is not on disk. */
  closeUnlessUnsaved(): void;
  /** The extension is gone: nothing works any more, and what was written can still be copied. */
  freeze(sentence: string): void;
}

/** What the first script of a page gives the workbench. */
export interface WorkbenchParts {
  ask: Ask;
  clock: Clock;
  readLook: () => PageLook;
  /** What was chosen so far. */
  preferences: Preferences;
  /** A person chose something that is to be remembered. */
  onChoose: (make: (now: Preferences) => Partial<Preferences>) => void;
  /** The view as it holds now is another. */
  onView: () => void;
  /** Tells the background, when it asks, which editors of notes live here. */
  answerForEditors?: AnswerForEditors;
  /** A note is written, or was stored: null when it was removed. */
  onNote: (name: NoteName, stored?: Note | null) => void;
  /** The background gave no answer, or refused. */
  onError: (error: AppError) => void;
  /** The extension was found to be gone. */
  onLost: () => void;
  /** Ends all listening. */
  living: AbortSignal;
}

export type CreateWorkbench = (parts: WorkbenchParts) => Workbench;
