import { colourNames } from '#components/notes/colour-field.tsx';
import { markNames } from '#components/notes/mark-names.ts';
import { noteColours, noteMarks, noteRatings } from '#lib/notes/note.ts';
import { noteOrders, type NoteOrder } from '#lib/notes/order-notes.ts';

const orders: Record<NoteOrder, string> = {
  changed: 'Last changed',
  made: 'Newest',
  rating: 'Best rated',
  loan: 'Loan number',
};

export const markChoices = noteMarks.map((value) => ({ value, label: markNames[value] }));
export const colourChoices = noteColours.map((value) => ({ value, label: colourNames[value] }));
export const orderChoices = noteOrders.map((value) => ({ value, label: orders[value] }));
export const ratingChoices = [
  { value: 'none' as const, label: 'No rating' },
  ...noteRatings.map((rating) => ({ value: `${rating}` as const, label: '★'.repeat(rating) })).toReversed(),
];
export type RatingChoice = (typeof ratingChoices)[number]['value'];
