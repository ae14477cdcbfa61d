import type { NoteName } from '#components/notes/note-editing.ts';
import type { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import type { Ask } from '#lib/messages/ask.ts';
import type { Note } from '#lib/notes/note.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import type { LatePart } from './late-part.ts';
import type { OverlayChanges, OverlayWatch } from './overlay-page.ts';
import type { PageLook } from './page-look.ts';
import type { Workbench } from './workbench-parts.ts';

/** Everything that lies over a page, from when it was found there until something else stands in its place. */
export interface PageSession {
  setPreferences(preferences: Preferences): void;
  takeChanges(changes: OverlayChanges): void;
  /** The view as it holds now is another. */
  showView(): void;
  /** The background knows more. */
  refresh(): void;
  /** A note was stored, or is being written. */
  showNote(name: NoteName, stored?: Note | null): void;
  /** Says something; null says nothing. */
  notice(sentence: string | null): void;
  /** Stops everything and leaves what stands there. */
  freeze(): void;
  /** Takes everything away: the page is as it was made. */
  remove(): void;
}

/** What any session is made with. */
export interface SessionParts {
  watch: OverlayWatch;
  ask: Ask;
  clock: Clock;
  look: PageLook;
  workbench: LatePart<Workbench>;
  /** A person chose something that is to be remembered. */
  onChoose: (make: (now: Preferences) => Partial<Preferences>) => void;
  /** The background gave no answer, or something failed here; null when it answers. */
  onError: (error: AppError | null) => void;
  /** Nothing is left to be done. */
  onSettled: () => void;
}
