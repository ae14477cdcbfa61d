import type { Clock } from '#lib/base/clock.ts';
import type { Ask } from '#lib/messages/ask.ts';
import type { AnswerForEditors } from '#lib/messages/living-editors.ts';
import type { Note } from '#lib/notes/note.ts';
import { createNoteDesk } from './create-note-desk.ts';
import type { NoteDesk } from './note-desk.ts';
import type { NoteName } from './note-editing.ts';
import { watchUnload } from './watch-unload.ts';

/** What a desk needs of the page that it stands in. */
export interface PageDeskParts {
  ask: Ask;
  clock: Clock;
  /** Answers the background as long as an editor lives; left out where nobody asks. */
  answerForEditors?: AnswerForEditors | undefined;
  onChange: (name: NoteName) => void;
  onStored: (name: NoteName, note: Note | null) => void;
  /** Ends the answering. */
  living: AbortSignal;
}

/**
 * The desk of a page: asks before the page is left while something is not saved, sends drafts when it is hidden or left, and
 * tells the background which editors live here.
 */
export function createPageDesk(parts: PageDeskParts): NoteDesk {
  const { ask, clock, onStored, living } = parts;
  const unload = watchUnload(() => desk.flush());
  const desk = createNoteDesk({
    ask,
    clock,
    createId: () => crypto.randomUUID(),
    onChange(name) {
      unload.ask(desk.hasUnsaved());
      parts.onChange(name);
    },
    onStored,
  });
  parts.answerForEditors?.(desk.holds, living);
  return desk;
}
