import type { Note } from './note.ts';

/** By what notes are put in order. */
export const noteOrders = ['changed', 'made', 'rating', 'loan'] as const;
export type NoteOrder = (typeof noteOrders)[number];

/** Notes in order: the newest or the best rated first; by loan the lowest number. Of equal ones the last changed first. */
export function orderNotes<N extends Note>(notes: readonly N[], order: NoteOrder): N[] {
  switch (order) {
    case 'changed':
      return notes.toSorted((a, b) => b.changedAt - a.changedAt);
    case 'made':
      return notes.toSorted((a, b) => b.createdAt - a.createdAt);
    case 'rating':
      return notes.toSorted((a, b) => (b.rating ?? 0) - (a.rating ?? 0) || b.changedAt - a.changedAt);
    case 'loan':
      return notes.toSorted((a, b) => readNumber(a) - readNumber(b) || (a.loan < b.loan ? -1 : 1));
  }
}

/** What has no number comes last. */
function readNumber({ loan }: Note): number {
  return loan.startsWith('loan:') ? Number(loan.slice('loan:'.length)) : Number.MAX_SAFE_INTEGER;
}
