import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import type { Stamp } from '#lib/notes/note-clock.ts';
import type { NoteWithHistory } from '#lib/notes/merge-notes.ts';
import { emptyFields, isSameFields } from '#lib/notes/note-fields.ts';
import { noteKeyPattern } from '#lib/notes/note-key.ts';
import { measureHistory, toVersion } from '#lib/notes/note-history.ts';
import { noteColours, noteLimits, noteMarks, noteRatings, type NoteFields } from '#lib/notes/note.ts';
import { reviseNote } from '#lib/notes/revise.ts';
import { readCell } from './note-rows.ts';

/** A row of a table that could not be read as a note. */
export interface UnreadRow {
  /** As a person counts, the heading included. */
  line: number;
  why: string;
}

/** What a table of notes would bring. */
export interface ImportPlan {
  writes: NoteWithHistory[];
  /** Rows for loans without a note here. */
  added: number;
  /** Rows whose words are added to a note that is here. */
  joined: number;
  /** Rows that say nothing new. */
  same: number;
  unread: UnreadRow[];
}

type ColumnName = 'loan' | keyof NoteFields;

const headings: Readonly<Record<string, ColumnName>> = {
  loan: 'loan',
  'loan number': 'loan',
  'loan id': 'loan',
  loannumber: 'loan',
  'auction number': 'loan',
  auctionnumber: 'loan',
  note: 'text',
  notes: 'text',
  text: 'text',
  comment: 'text',
  tags: 'tags',
  tag: 'tags',
  colour: 'colour',
  color: 'colour',
  mark: 'mark',
  rating: 'rating',
};

/**
 * Reads the rows of a table (loan number, note, tags, and what else has a heading that is known) as notes on the account's
 * loans. Without a heading the first three columns are those. Nothing that stands is lost: words are added below it.
 */
export function planImport(
  rows: readonly (readonly string[])[],
  account: AccountId,
  standing: readonly NoteWithHistory[],
  stamp: Stamp,
): ImportPlan {
  const first = (rows[0] ?? []).map((cell) => headings[cell.trim().toLowerCase().replaceAll(/[_-]/g, ' ')]);
  const hasHeading = first.includes('loan');
  const columns = hasHeading ? first : (['loan', 'text', 'tags'] as const);
  const notes = new Map(
    standing.filter(({ note }) => note.account === account).map((side) => [side.note.loan, side]),
  );
  const writes = new Map<NoteKey, NoteWithHistory>();
  const plan = { added: 0, joined: 0, same: 0, unread: [] as UnreadRow[] };
  for (const [i, row] of rows.entries()) {
    if ((i === 0 && hasHeading) || row.every((cell) => cell.trim() === '')) continue;
    const read = readRow(row, columns);
    if ('why' in read) {
      plan.unread.push({ line: i + 1, why: read.why });
      continue;
    }
    const side = writes.get(read.loan) ?? notes.get(read.loan);
    const old = side?.note.removedAt === null ? side.note : undefined;
    const fields = old === undefined ? read.fields : addTo(old, read.fields);
    if (fields.text.length > noteLimits.text) {
      plan.unread.push({ line: i + 1, why: 'The note would hold more than a million characters.' });
    } else if (old !== undefined && isSameFields(old, fields)) plan.same += 1;
    else {
      plan[old === undefined ? 'added' : 'joined'] += 1;
      const place = { account, loan: read.loan };
      const note = reviseNote(side?.note, place, fields, old?.revision ?? 0, stamp);
      const versions = side === undefined ? [] : [...side.versions, toVersion(side.note)];
      writes.set(read.loan, { note: { ...note, history: measureHistory(versions) }, versions });
    }
  }
  return { writes: [...writes.values()], ...plan };
}

function readRow(
  row: readonly string[],
  columns: readonly (ColumnName | undefined)[],
): { loan: NoteKey; fields: NoteFields } | { why: string } {
  const cell = (name: ColumnName): string => {
    const at = columns.indexOf(name);
    return at < 0 ? '' : readCell(row[at] ?? '');
  };
  const loan = readKey(cell('loan').trim());
  if (loan === undefined) return { why: `“${cell('loan').slice(0, 40)}” is no loan number.` };
  const fields: NoteFields = {
    text: cell('text'),
    tags: [...new Set(splitTags(cell('tags')))].slice(0, noteLimits.tags),
    colour: noteColours.find((colour) => colour === cell('colour').trim()) ?? 'none',
    mark: noteMarks.find((mark) => mark === cell('mark').trim()) ?? 'none',
    rating: noteRatings.find((rating) => `${rating}` === cell('rating').trim()) ?? null,
  };
  if (isSameFields(fields, emptyFields)) return { why: 'The row holds no note.' };
  return { loan, fields };
}

/** A loan by its number or GUID, or whatever else a note is about by its whole key. */
function readKey(text: string): NoteKey | undefined {
  const number = /^(?:loan:)?(\d{1,15})(?:-\d+)?$/.exec(text)?.[1];
  if (number !== undefined) return `loan:${Number(number)}` as NoteKey;
  const guid = /^(?:(auction|part|listing):)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(text);
  if (guid !== null)
    return `${guid[1]?.toLowerCase() ?? 'auction'}:${guid[2]?.toLowerCase() ?? ''}` as NoteKey;
  return text.startsWith('borrower:') && noteKeyPattern.test(text) ? (text as NoteKey) : undefined;
}

/** What stands, and what the row says beyond it. */
function addTo(old: NoteFields, { text, tags, colour, mark, rating }: NoteFields): NoteFields {
  return {
    text: old.text.includes(text) ? old.text : [old.text, text].filter((words) => words !== '').join('\n\n'),
    tags: [...new Set([...old.tags, ...tags])].slice(0, noteLimits.tags),
    colour: old.colour === 'none' ? colour : old.colour,
    mark: old.mark === 'none' ? mark : old.mark,
    rating: old.rating ?? rating,
  };
}

function splitTags(text: string): string[] {
  return text
    .split(/[,;|]/)
    .map((tag) => tag.trim().replace(/^#/, '').slice(0, noteLimits.tag))
    .filter((tag) => tag !== '');
}
