import fc from 'fast-check';
import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import type { BrowserId, Stamp } from '#lib/notes/note-clock.ts';
import { toVersion } from '#lib/notes/note-history.ts';
import type { NoteWithHistory } from '#lib/notes/merge-notes.ts';
import {
  noteColours,
  noteMarks,
  noteRatings,
  type NoteFields,
  type NotePlace,
  type StoredNote,
} from '#lib/notes/note.ts';
import { removeNote, reviseNote } from '#lib/notes/revise.ts';

export const place: NotePlace = { account: 'mine' as AccountId, loan: 'loan:1' as LoanKey };

export const stampOf = (browser: string, now: number): Stamp => ({ browser: browser as BrowserId, now });

/** Words that may stand in a note: marks of several scripts, halves of pairs, markup, nothing. */
export const hostileTexts = [
  '<script>alert(1)</script><img src=x onerror=alert(2)>',
  '\u202Eright to left\u202C שלום مرحبا',
  '👩‍👩‍👧‍👦🇪🇪\u0301',
  'null\u0000character',
  'half a pair \uD83D',
  '__proto__',
  '"quotes", commas\r\nand\nlines\ttabs',
  '=HYPERLINK("https://example.com")',
  'x'.repeat(1_000_000),
] as const;

export const fieldsArbitrary: fc.Arbitrary<NoteFields> = fc.record({
  text: fc.oneof(fc.constantFrom('', 'a', 'b', 'late twice'), fc.string()),
  colour: fc.constantFrom(...noteColours),
  tags: fc.uniqueArray(fc.constantFrom('late', 'avoid', 'new', 'x'), { maxLength: 3 }),
  mark: fc.constantFrom(...noteMarks),
  rating: fc.constantFrom(null, ...noteRatings),
});

/** One thing that a person does to a note. */
type Edit = NoteFields | 'remove';

export const editArbitrary: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 5, arbitrary: fieldsArbitrary },
  { weight: 1, arbitrary: fc.constant('remove' as const) },
);

/** The note after a person's edits in one browser, each a second after the last. */
export function editNote(
  from: NoteWithHistory | undefined,
  edits: readonly Edit[],
  browser: string,
): NoteWithHistory | undefined {
  let now = (from?.note.changedAt ?? 0) + 1000;
  return edits.reduce<NoteWithHistory | undefined>((side, edit) => {
    const standing = side?.note;
    const seen = standing === undefined || standing.removedAt !== null ? 0 : standing.revision;
    const stamp = stampOf(browser, (now += 1000));
    const note: StoredNote | undefined =
      edit === 'remove' ? removeNote(standing, seen, stamp) : reviseNote(standing, place, edit, seen, stamp);
    if (note === undefined) return side;
    return {
      note,
      versions: [...(side?.versions ?? []), ...(standing === undefined ? [] : [toVersion(standing)])],
    };
  }, from);
}
