import { matchAccounts, moveToAccounts, type NamedAccount } from '#lib/backup/match-accounts.ts';
import type { AccountId } from '#lib/loan/ids.ts';
import type { NoteWithHistory } from '#lib/notes/merge-notes.ts';
import type { Records } from '#lib/store/records.ts';
import type { Accounts } from './accounts.ts';

/** Whose the notes of a file are here. */
export interface FileOwners {
  /** Where it is not plain, whose notes go to whom. */
  words: string[];
  move(notes: readonly NoteWithHistory[]): NoteWithHistory[];
  /** Whether an account here is one of the file's. */
  covers(account: AccountId): boolean;
  /** Remembers it, and takes up the accounts that are not known here yet. */
  settle(): Promise<void>;
}

/** The accounts as backups see them. */
export interface BackupAccounts {
  list(): Promise<NamedAccount[]>;
  /** The account of this id, or the active one. Throws `not-found`. */
  find(id: string | null): Promise<AccountId>;
  match(theirs: readonly NamedAccount[]): Promise<FileOwners>;
}

const key = 'account-aliases';

/** @param states where it is remembered which account of another browser is which here */
export function createBackupAccounts(accounts: Accounts, states: Records): BackupAccounts {
  const list = async (): Promise<NamedAccount[]> =>
    (await accounts.read()).known.map(({ id, label }) => ({ id, label }));
  return {
    list,
    find: (id) => accounts.find(id),
    async match(theirs) {
      const aliases = (await states.get<Record<string, AccountId>>(key)) ?? {};
      const matches = matchAccounts(theirs, await list(), aliases);
      return {
        words: matches.flatMap(({ theirs: { id, label }, mine }) =>
          mine === null
            ? [`Notes of “${label}” stay apart, as an account of that name.`]
            : mine.id === id
              ? []
              : [`Notes of “${label}” go to your account “${mine.label}”.`],
        ),
        move: (notes) => moveToAccounts(notes, matches),
        covers: (account) => matches.some(({ theirs: other, mine }) => (mine ?? other).id === account),
        async settle() {
          await accounts.adopt(matches.filter(({ mine }) => mine === null).map((match) => match.theirs));
          const found = matches.flatMap((match) =>
            match.mine === null || match.mine.id === match.theirs.id
              ? []
              : [[match.theirs.id, match.mine.id]],
          );
          if (found.length > 0)
            await states.update<Record<string, AccountId>>(key, (known) => ({
              ...known,
              ...(Object.fromEntries(found) as Record<string, AccountId>),
            }));
        },
      };
    },
  };
}
