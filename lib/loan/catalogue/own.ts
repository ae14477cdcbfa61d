import type { FieldDefinition, FieldHelp } from '../field.ts';

/** What is yours: notes, and what you hold of the same loan. */
export const ownFields = {
  note: { label: 'note', kind: 'text', isPrivate: true },
  tags: { label: 'tags', kind: 'tags', isPrivate: true },
  noteColour: { label: 'note colour', aliases: ['note color'], kind: 'text', isPrivate: true },
  noteMark: { label: 'note mark', kind: 'text', isPrivate: true },
  noteRating: { label: 'note rating', aliases: ['my rating'], kind: 'number', isPrivate: true },
  holding: { label: 'I hold this loan', aliases: ['held', 'holding'], kind: 'truth' },
  amountHeld: { label: 'amount I hold', aliases: ['amount held'], kind: 'money' },
  partsHeld: { label: 'parts I hold', aliases: ['parts held'], kind: 'count', unit: 'parts' },
} as const satisfies Record<string, FieldDefinition>;

/** What they mean and where they come from. */
export const ownHelp: Readonly<Record<keyof typeof ownFields, FieldHelp>> = {
  note: { meaning: 'Text of your note on the loan.', sources: ['note'] },
  tags: { meaning: 'Tags of your note on the loan.', sources: ['note'] },
  noteColour: { meaning: 'Colour of your note on the loan.', sources: ['note'] },
  noteMark: { meaning: 'Mark of your note on the loan: watch, avoid, mine or none.', sources: ['note'] },
  noteRating: { meaning: 'Your own rating of the loan, 5 being the best.', sources: ['note'] },
  holding: { meaning: 'Whether you own a part of the same loan.', sources: ['derived'] },
  amountHeld: { meaning: 'Open principal of your parts of the same loan.', sources: ['derived'] },
  partsHeld: { meaning: 'How many parts of the same loan you own.', sources: ['derived'] },
};
