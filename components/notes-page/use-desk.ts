import { useEffect, useReducer, useState } from 'preact/hooks';
import type { NoteDesk } from '#components/notes/note-desk.ts';
import { createPageDesk } from '#components/notes/page-desk.ts';
import { useBackend } from '#components/queries/backend.ts';
import type { AnswerForEditors } from '#lib/messages/living-editors.ts';

/** The desk of this page, for as long as the page is there. Each change on it draws anew what shows it. */
export function useDesk(answerForEditors: AnswerForEditors): NoteDesk {
  const { ask, clock } = useBackend();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [ending] = useState(() => new AbortController());
  useEffect(() => () => ending.abort(), [ending]);
  const [desk] = useState(() =>
    createPageDesk({
      ask,
      clock,
      answerForEditors,
      living: ending.signal,
      onChange: () => redraw(undefined),
      // The list hears of it with everybody else.
      onStored: () => undefined,
    }),
  );
  return desk;
}
