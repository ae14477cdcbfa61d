import type { AccountId } from '#lib/loan/ids.ts';
import type { Records } from '#lib/store/records.ts';

/** The accounts that this browser knows. There is always one: notes belong to it before any account is linked. */
export interface Accounts {
  /** The account whose notes are shown. */
  active(): Promise<AccountId>;
}

interface AccountsState {
  active: AccountId;
}

const key = 'accounts';

/** @param states where the list is kept; not a secret */
export function createAccounts(states: Records): Accounts {
  return {
    async active() {
      const known = await states.get<AccountsState>(key);
      if (known !== undefined) return known.active;
      const made = crypto.randomUUID() as AccountId;
      return (await states.update<AccountsState>(key, (standing) => standing ?? { active: made })).active;
    },
  };
}
