import type { FieldDefinition, FieldHelp } from '../field.ts';

/** What is yours: notes, and what you hold of the same loan. */
export const ownFields = {
  note: { label: 'note', aliases: ['my note', 'note text'], kind: 'text', isPrivate: true },
  tags: { label: 'tags', aliases: ['my tags', 'note tags'], kind: 'tags', isPrivate: true },
  noteColour: {
    label: 'note colour',
    aliases: ['note color', 'colour of my note'],
    kind: 'text',
    words: ['none', 'red', 'amber', 'green', 'blue', 'violet'],
    isPrivate: true,
  },
  noteMark: {
    label: 'mark',
    aliases: ['note mark', 'my mark'],
    kind: 'text',
    words: ['none', 'watch', 'avoid', 'mine'],
    isPrivate: true,
  },
  noteRating: {
    label: 'my rating',
    aliases: ['note rating', 'rating of mine'],
    kind: 'number',
    isPrivate: true,
  },
  holding: { label: 'I hold this loan', aliases: ['held', 'holding'], kind: 'truth' },
  amountHeld: { label: 'amount I hold', aliases: ['amount held'], kind: 'money' },
  partsHeld: { label: 'parts I hold', aliases: ['parts held'], kind: 'count', unit: 'parts' },
} as const satisfies Record<string, FieldDefinition>;

/** What they mean and where they come from. */
export const ownHelp: Readonly<Record<keyof typeof ownFields, FieldHelp>> = {
  note: {
    meaning: 'Text of your notes on the loan, on this part or listing of it, and on its borrower.',
    sources: ['note'],
  },
  tags: { meaning: 'Tags of all those notes.', sources: ['note'] },
  noteColour: { meaning: 'Colour of your note: that on the loan first.', sources: ['note'] },
  noteMark: {
    meaning: 'Mark of your note, that on the loan first: watch, avoid, mine or none.',
    sources: ['note'],
  },
  noteRating: { meaning: 'Your own rating, that of the loan first; 5 is the best.', sources: ['note'] },
  holding: { meaning: 'Whether you own a part of the same loan.', sources: ['derived'] },
  amountHeld: { meaning: 'Open principal of your parts of the same loan.', sources: ['derived'] },
  partsHeld: { meaning: 'How many parts of the same loan you own.', sources: ['derived'] },
};
