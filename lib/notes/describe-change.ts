import { compareLines } from './compare-lines.ts';
import type { NoteFields } from './note.ts';

/** What was changed between two versions of a note, one thing a sentence; nothing when they say the same. */
export function describeChange(before: NoteFields, after: NoteFields): string[] {
  const added = after.tags.filter((tag) => !before.tags.includes(tag));
  const taken = before.tags.filter((tag) => !after.tags.includes(tag));
  return [
    ...describeText(before.text, after.text),
    ...describeSingle('mark', none(before.mark), none(after.mark)),
    ...describeSingle('rating', before.rating, after.rating),
    ...describeSingle('colour', none(before.colour), none(after.colour)),
    ...added.map((tag) => `tag #${tag} added`),
    ...taken.map((tag) => `tag #${tag} taken off`),
  ];
}

function describeText(before: string, after: string): string[] {
  if (before === after) return [];
  if (before === '') return ['text written'];
  if (after === '') return ['text taken out'];
  const lines = compareLines(before, after);
  const count = (where: 'before' | 'after'): number => lines.filter((line) => line.in === where).length;
  const parts = [
    [count('after'), 'added'],
    [count('before'), 'taken out'],
  ] as const;
  const words = parts
    .filter(([number]) => number > 0)
    .map(([number, done]) => `${number} ${number === 1 ? 'line' : 'lines'} ${done}`);
  // Other line endings alone make no line another.
  return [words.length === 0 ? 'text: line endings' : `text: ${words.join(', ')}`];
}

function describeSingle(
  what: string,
  before: string | number | null,
  after: string | number | null,
): string[] {
  if (before === after) return [];
  if (after === null) return [`${what} ${before} taken off`];
  return [before === null ? `${what} ${after}` : `${what} ${after} instead of ${before}`];
}

function none<Word extends string>(word: Word): Word | null {
  return word === 'none' ? null : word;
}
