import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { NoteHit, NotesFound } from '#lib/messages/notes-protocol.ts';
import type { StoredNote } from '#lib/notes/note.ts';
import { createNoteSearch, type NoteSearch } from '#lib/notes/search-notes.ts';
import type { NotesRepository } from '#lib/store/notes-repository.ts';

/** Finds notes by their words, and loans by their number, as a person types. */
export interface NoteFinder {
  find(account: AccountId, words: string): Promise<NotesFound>;
  /** The notes are others now. */
  forget: () => void;
}

/** As many are shown as fit under the field. */
const shownHits = 20;
/** So much of a text is shown with what was found. */
const shownText = 240;

/**
 * The notes are read once and kept for the next letters, as long as the background lives and nothing changes.
 * @param findLoan what the mirror knows of a loan; null when it does not know it
 */
export function createNoteFinder(
  notes: Pick<NotesRepository, 'list'>,
  findLoan: (number: number) => Promise<LoanRecord | null>,
): NoteFinder {
  let kept: { account: AccountId; ready: Promise<ReadyNotes> } | undefined;
  const getReady = async (account: AccountId): Promise<ReadyNotes> => {
    const all = (await notes.list(account)).filter(({ removedAt }) => removedAt === null);
    const list = all.toSorted((a, b) => b.changedAt - a.changedAt);
    return { list, search: createNoteSearch(list) };
  };
  return {
    async find(account, words) {
      if (kept?.account !== account) kept = { account, ready: getReady(account) };
      const { ready } = kept;
      // What could not be read is read anew with the next letter.
      ready.catch(() => (kept = undefined));
      const { list, search } = await ready;
      const number = /^\s*#?(\d{1,15})(-\d+)?\s*$/.exec(words)?.[1];
      const found = words.trim() === '' ? [] : search.find(words);
      const hits = found.slice(0, shownHits).flatMap((at) => list[at] ?? []);
      return {
        notes: list.length,
        found: found.length,
        hits: hits.map(toHit),
        loan:
          number === undefined
            ? null
            : { key: `loan:${Number(number)}` as LoanKey, record: await findLoan(Number(number)) },
      };
    },
    forget() {
      kept = undefined;
    },
  };
}

interface ReadyNotes {
  list: readonly StoredNote[];
  search: NoteSearch;
}

function toHit({ loan, text, tags, colour, mark, rating, changedAt }: StoredNote): NoteHit {
  const start = text.length > shownText ? `${text.slice(0, shownText)}…` : text;
  return { loan, text: start, tags, colour, mark, rating, changedAt };
}
