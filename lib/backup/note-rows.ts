import type { NoteKey } from '#lib/loan/ids.ts';
import { findSubject } from '#lib/notes/note-key.ts';
import type { StoredNote } from '#lib/notes/note.ts';

const heading = ['loan', 'note', 'tags', 'colour', 'mark', 'rating', 'changed'] as const;

/** Notes as rows of a table with a heading, for a CSV file that `planImport` reads again. */
export function toNoteRows(notes: readonly StoredNote[]): string[][] {
  const rows = notes
    .filter(({ removedAt }) => removedAt === null)
    .map(({ loan, text, tags, colour, mark, rating, changedAt }) =>
      [
        loan.replace(/^(loan|auction):/, ''),
        text,
        tags.join(', '),
        colour === 'none' ? '' : colour,
        mark === 'none' ? '' : mark,
        rating === null ? '' : `${rating}`,
        new Date(changedAt).toISOString(),
      ].map(writeCell),
    );
  return [[...heading], ...rows];
}

// Spreadsheets take what begins like this for a formula: https://owasp.org/www-community/attacks/CSV_Injection
const formulaStart = /^'*[=+\-@\t\r]/;

function writeCell(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** The text of a cell that `toNoteRows` wrote. */
export function readCell(text: string): string {
  return text.startsWith("'") && formulaStart.test(text) ? text.slice(1) : text;
}

/** `Loan 1001`, `Borrower BO1`; of a GUID all of it. */
function nameHeading(key: NoteKey): string {
  const subject = findSubject(key);
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${key.slice(key.indexOf(':') + 1)}`;
}

/** Notes as a Markdown text, one heading a loan; what was written stands as it is, quoted. */
export function toMarkdown(title: string, notes: readonly StoredNote[]): string {
  const parts = notes
    .filter(({ removedAt }) => removedAt === null)
    .map(({ loan, text, tags, colour, mark, rating, changedAt }) => {
      const facts = [
        mark === 'none' ? [] : `mark: ${mark}`,
        rating === null ? [] : `rating: ${rating} of 5`,
        colour === 'none' ? [] : `colour: ${colour}`,
        tags.length === 0 ? [] : `tags: ${tags.join(', ')}`,
        `changed: ${new Date(changedAt).toISOString().slice(0, 10)}`,
      ].flat();
      const words = text.split(/\r\n|\r|\n/).map((line) => `> ${line}`);
      return [`## ${nameHeading(loan)}`, ...(text === '' ? [] : [words.join('\n')]), facts.join(' · ')].join(
        '\n\n',
      );
    });
  return `${[`# ${title}`, ...parts].join('\n\n')}\n`;
}
