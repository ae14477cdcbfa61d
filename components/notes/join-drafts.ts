import { mergeFields } from '#lib/notes/merge-fields.ts';
import { emptyFields } from '#lib/notes/note-fields.ts';
import type { NoteDraft, NoteFields } from '#lib/notes/note.ts';

/** What a note says when nothing was written yet. */
export const emptyDraft: NoteDraft = { text: '', colour: 'none', tags: [] };

/** Whether two drafts say the same. */
export function isSameDraft(a: NoteDraft, b: NoteDraft): boolean {
  return a.text === b.text && a.colour === b.colour && a.tags.join('\n') === b.tags.join('\n');
}

/**
 * Two versions of a note in one, without losing a word: what only one side changed since `base` is taken from that
 * side; where both wrote, both texts stand one under the other. Tags of both are kept; of two new colours mine holds.
 */
export function joinDrafts(base: NoteDraft, theirs: NoteDraft, mine: NoteDraft): NoteDraft {
  return {
    text: joinTexts(base.text, theirs.text, mine.text),
    colour: mine.colour === base.colour ? theirs.colour : mine.colour,
    tags: [...new Set([...theirs.tags, ...mine.tags])],
  };
}

/**
 * What was typed while a save was under way, over what came of the save: the background may have merged what another tab
 * had changed meanwhile, and the next save must not take that back.
 */
export function carryOver(sent: NoteDraft, stored: NoteDraft, written: NoteDraft): NoteDraft {
  const { fields } = mergeFields(fill(sent), fill(stored), fill(written));
  const { colour, tags } = fields;
  return { text: joinTexts(sent.text, stored.text, written.text), colour, tags };
}

function fill(draft: NoteDraft): NoteFields {
  return { ...emptyFields, ...draft };
}

function joinTexts(base: string, theirs: string, mine: string): string {
  if (mine === base) return theirs;
  if (theirs === base) return mine;
  if (theirs.includes(mine)) return theirs;
  if (mine.includes(theirs)) return mine;
  return `${theirs}\n\n${mine}`;
}
