import type { AccountId } from '#lib/loan/ids.ts';
import type { NoteWithHistory } from '#lib/notes/merge-notes.ts';

/** An account by its name. */
export interface NamedAccount {
  id: AccountId;
  label: string;
}

/** Which account of this browser an account of a file is. */
export interface AccountMatch {
  theirs: NamedAccount;
  /** Null when it is none of those here: it then becomes one, under its own id. */
  mine: NamedAccount | null;
}

/**
 * Matches a file's accounts with those here: by id, by what was matched before, and where both have one account only it is
 * the same. Any other is kept apart, so that notes of two accounts never mix.
 * @param aliases ids of other browsers' accounts with those that they are here
 */
export function matchAccounts(
  theirs: readonly NamedAccount[],
  mine: readonly NamedAccount[],
  aliases: Readonly<Record<string, AccountId>>,
): AccountMatch[] {
  const find = (id: string | undefined): NamedAccount | undefined => mine.find((own) => own.id === id);
  const [only] = mine;
  const isOneEach = theirs.length === 1 && mine.length === 1;
  return theirs.map((account) => ({
    theirs: account,
    mine: find(account.id) ?? find(aliases[account.id]) ?? (isOneEach && only !== undefined ? only : null),
  }));
}

/** A file's notes under the accounts that they belong to here. */
export function moveToAccounts(
  notes: readonly NoteWithHistory[],
  matches: readonly AccountMatch[],
): NoteWithHistory[] {
  const owners = new Map(matches.map(({ theirs, mine }) => [theirs.id, (mine ?? theirs).id]));
  return notes.map(({ note, versions }) => {
    const account = owners.get(note.account) ?? note.account;
    return {
      note: { ...note, account },
      versions: versions.map((version) => ({ ...version, account })),
    };
  });
}
