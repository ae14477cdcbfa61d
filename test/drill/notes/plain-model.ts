import { isSameFields, pickFields } from '#lib/notes/note-fields.ts';
import type { Note, NoteFields, NoteVersion, StoredNote } from '#lib/notes/note.ts';

/** A note as the model has it: null is a removed one. */
type Head = { revision: number; fields: NoteFields | null };

/** What a browser must hold, kept by rules that are written a second time here, as plainly as can be. */
export interface PlainModel {
  /** The notes that stand. */
  standing(): Map<string, NoteFields>;
  /** A save was acknowledged. Throws where it is not what must come of it. */
  saved(loan: string, seen: number, draft: NoteFields, note: Note): void;
  /** Words that stood and were acknowledged, whatever wrote them. */
  wrote(loan: string, fields: NoteFields): void;
  removed(loan: string): void;
  /** The notes were replaced as a whole, by these. Everything that another model wrote counts as written here. */
  replaced(notes: readonly StoredNote[], others?: PlainModel): void;
  /** Everything that was ever acknowledged, by loan. */
  written(): ReadonlyMap<string, ReadonlyMap<string, NoteFields>>;
  /** What is wrong with the notes on disk; empty when nothing is. */
  check(
    notes: readonly StoredNote[],
    versions: readonly NoteVersion[],
    /** Notes whose history came to its limit: what was dropped of it is no loss; the note itself is checked. */
    thinned: ReadonlySet<string>,
  ): string[];
}

export function createPlainModel(): PlainModel {
  const heads = new Map<string, Head>();
  const seenVersions = new Map<string, NoteFields>();
  const all = new Map<string, Map<string, NoteFields>>();
  const write = (loan: string, fields: NoteFields): void => {
    const known = all.get(loan) ?? new Map<string, NoteFields>();
    all.set(loan, known.set(JSON.stringify(fields), fields));
  };
  const stand = (loan: string, revision: number, fields: NoteFields): void => {
    heads.set(loan, { revision, fields });
    seenVersions.set(`${loan} ${revision}`, fields);
  };
  const empty: NoteFields = { text: '', colour: 'none', tags: [], mark: 'none', rating: null };
  const standing = (): Map<string, NoteFields> =>
    new Map([...heads].flatMap(([loan, { fields }]) => (fields === null ? [] : [[loan, fields] as const])));

  return {
    standing,
    saved(loan, seen, draft, note) {
      const head = heads.get(loan);
      const current = head?.fields ?? null;
      const base = seen === 0 ? empty : seenVersions.get(`${loan} ${seen}`);
      if (base === undefined) throw new Error(`${loan}: saved over revision ${seen}, which nobody had seen`);
      const wanted = current === null || head?.revision === seen ? draft : mergePlainly(base, current, draft);
      if (!isSameFields(pickFields(note), wanted))
        throw new Error(
          `${loan}: ${JSON.stringify(note)} was saved where ${JSON.stringify(wanted)} was meant`,
        );
      if (note.revision <= (head?.revision ?? 0))
        throw new Error(`${loan}: revision ${note.revision} was used again`);
      write(loan, pickFields(note));
      stand(loan, note.revision, pickFields(note));
    },
    wrote: write,
    removed(loan) {
      const head = heads.get(loan);
      if (head !== undefined) heads.set(loan, { revision: head.revision, fields: null });
    },
    replaced(notes, others) {
      for (const note of notes) {
        if (note.removedAt === null) stand(note.loan, note.revision, pickFields(note));
        else heads.set(note.loan, { revision: note.revision, fields: null });
      }
      for (const [loan, fields] of others?.written() ?? [])
        for (const one of fields.values()) write(loan, one);
    },
    written: () => all,
    check(notes, versions, thinned) {
      const faults: string[] = [];
      const byLoan = new Map(notes.map((note) => [note.loan as string, note]));
      for (const [loan, { fields }] of heads) {
        const note = byLoan.get(loan);
        const isThere = note !== undefined && note.removedAt === null;
        if (fields === null ? isThere : !isThere || !isSameFields(note, fields))
          faults.push(`${loan} is not what was acknowledged`);
      }
      for (const loan of byLoan.keys()) if (!heads.has(loan)) faults.push(`${loan} was written by nobody`);
      for (const [loan, fields] of all) {
        if (thinned.has(loan)) continue;
        const kept = [...notes, ...versions].filter((version) => version.loan === loan);
        for (const one of fields.values())
          if (!kept.some((version) => isSameFields(version, one)))
            faults.push(`${loan} lost ${one.text.slice(0, 20)}`);
      }
      return faults;
    },
  };
}

function mergePlainly(base: NoteFields, theirs: NoteFields, mine: NoteFields): NoteFields {
  const tags = theirs.tags.filter((tag) => mine.tags.includes(tag) || !base.tags.includes(tag));
  for (const tag of mine.tags) if (!base.tags.includes(tag) && !tags.includes(tag)) tags.push(tag);
  return {
    text: mine.text === base.text ? theirs.text : mine.text,
    colour: mine.colour === base.colour ? theirs.colour : mine.colour,
    mark: mine.mark === base.mark ? theirs.mark : mine.mark,
    rating: mine.rating === base.rating ? theirs.rating : mine.rating,
    tags,
  };
}
