import type { NoteMark } from '#lib/notes/note.ts';

/** What marks are called. */
export const markNames: Record<NoteMark, string> = {
  none: 'No mark',
  watch: 'Watch',
  avoid: 'Avoid',
  mine: 'Mine',
};
