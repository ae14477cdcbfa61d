import { noteLimits, type NoteFields } from './note.ts';

/** The fields of which a note holds one value only; tags are a set. */
export type SingleField = Exclude<keyof NoteFields, 'tags'>;

/** Two versions made into one, and where that could not be done without a person. */
export interface MergedFields {
  /** Where both sides changed a field, mine stands here. */
  fields: NoteFields;
  /** The fields that both sides changed, each to something else. */
  clashes: SingleField[];
}

/**
 * Merges two versions field by field: what only one side changed since `base` is taken from that side. Of tags, what
 * either side added is there, and what either side took away is not, so they never clash.
 */
export function mergeFields(base: NoteFields, theirs: NoteFields, mine: NoteFields): MergedFields {
  const clashes: SingleField[] = [];
  const merge = <Field extends SingleField>(field: Field): NoteFields[Field] => {
    if (mine[field] === base[field]) return theirs[field];
    if (theirs[field] !== base[field] && theirs[field] !== mine[field]) clashes.push(field);
    return mine[field];
  };
  const fields: NoteFields = {
    text: merge('text'),
    colour: merge('colour'),
    tags: mergeTags(base.tags, theirs.tags, mine.tags),
    mark: merge('mark'),
    rating: merge('rating'),
  };
  return { fields, clashes };
}

/**
 * Two texts that were written apart, as one without losing a word: a text that stands in the other is not repeated.
 * The same two give the same text, whichever comes first.
 */
export function joinTexts(one: string, other: string): string {
  if (one.includes(other)) return one;
  if (other.includes(one)) return other;
  const [first, second] = one < other ? [one, other] : [other, one];
  return `${first}\n\n${second}`;
}

function mergeTags(
  base: readonly string[],
  theirs: readonly string[],
  mine: readonly string[],
): readonly string[] {
  const old = new Set(base);
  const kept = theirs.filter((tag) => !old.has(tag) || mine.includes(tag));
  const added = mine.filter((tag) => !old.has(tag) && !kept.includes(tag));
  return [...kept, ...added].slice(0, noteLimits.tags);
}
