import type { ManyChange, ManyOutcome } from '#lib/notes/change-many.ts';

/** `1 note`, `2 notes`. */
export function countNotes(count: number): string {
  return count === 1 ? '1 note' : `${count} notes`;
}

/** What became of many notes, in a sentence or two. */
export function describeOutcome(change: ManyChange, outcome: ManyOutcome): string {
  const done = outcome.changed.length + outcome.merged.length;
  const { merged, refused, full } = outcome;
  const sentences = [
    done === 0 ? 'Nothing was to be changed.' : `${countNotes(done)} ${words[change.make]}.`,
    merged.length === 0
      ? ''
      : `${countNotes(merged.length)} of these had been changed elsewhere: both changes are kept.`,
    refused.length === 0
      ? ''
      : `${countNotes(refused.length)} had been changed elsewhere in the same place, and stayed as they are.`,
    full.length === 0 ? '' : `${countNotes(full.length)} had no room for a further tag.`,
  ];
  return sentences
    .filter(
      (sentence, at) => sentence !== '' && !(at === 0 && done === 0 && refused.length + full.length > 0),
    )
    .join(' ');
}

const words: Record<ManyChange['make'], string> = {
  'add-tag': 'changed',
  'remove-tag': 'changed',
  'set-mark': 'changed',
  'set-colour': 'changed',
  'set-rating': 'changed',
  remove: 'deleted',
  'bring-back': 'brought back',
};
