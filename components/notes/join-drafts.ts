import { mergeFields } from '#lib/notes/merge-fields.ts';
import { emptyFields } from '#lib/notes/note-fields.ts';
import type { NoteFields } from '#lib/notes/note.ts';

/**
 * Two versions of a note in one, without losing a word: what only one side changed since `base` is taken from that
 * side; where both wrote, both texts stand one under the other. Tags of both are kept; of two new colours, marks or
 * ratings mine holds.
 */
export function joinDrafts(base: NoteFields | null, theirs: NoteFields, mine: NoteFields): NoteFields {
  const old = base ?? emptyFields;
  return {
    ...mergeFields(old, theirs, mine).fields,
    text: joinTexts(old.text, theirs.text, mine.text),
    tags: [...new Set([...theirs.tags, ...mine.tags])],
  };
}

/**
 * What was typed while a save was under way, over what came of the save: the background may have merged what another tab
 * had changed meanwhile, and the next save must not take that back.
 */
export function carryOver(sent: NoteFields, stored: NoteFields, written: NoteFields): NoteFields {
  const { fields } = mergeFields(sent, stored, written);
  return { ...fields, text: joinTexts(sent.text, stored.text, written.text) };
}

function joinTexts(base: string, theirs: string, mine: string): string {
  if (mine === base) return theirs;
  if (theirs === base) return mine;
  if (theirs.includes(mine)) return theirs;
  if (mine.includes(theirs)) return mine;
  return `${theirs}\n\n${mine}`;
}
