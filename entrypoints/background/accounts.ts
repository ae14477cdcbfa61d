import { AppError } from '#lib/base/app-error.ts';
import { joinEvidence, type AccountEvidence } from '#lib/bondora/account-evidence.ts';
import { identifyAccount } from '#lib/bondora/account-identity.ts';
import type { AccountId } from '#lib/loan/ids.ts';
import type { Records } from '#lib/store/records.ts';

/** An account as this browser knows it. */
export interface KnownAccount {
  id: AccountId;
  /** What the user calls it. */
  label: string;
  /** What Bondora's API told of it; null while it was never linked. */
  evidence: AccountEvidence | null;
}

/** The accounts that this browser knows. There is always one: notes belong to it before any account is linked. */
export interface AccountsState {
  /** The one whose notes are shown and whose token is used. */
  active: AccountId;
  known: readonly KnownAccount[];
  /** A linked account of which only the user knows which one it is: the likeliest first, or none of them. */
  question: { candidates: readonly AccountId[]; evidence: AccountEvidence } | null;
}

/** Whose account a new token belongs to. */
export type Owner = { is: 'known'; id: AccountId } | { is: 'new' } | { is: 'open'; candidates: AccountId[] };

export interface Accounts {
  read(): Promise<AccountsState>;
  active(): Promise<AccountId>;
  /** The account of this id, or the active one when it is null. Throws `not-found`. */
  find(id: string | null): Promise<AccountId>;
  /** Whose account the evidence points to. Changes nothing. */
  decide(evidence: AccountEvidence): Promise<Owner>;
  /** Takes the evidence as that account's, or as a new one's when `id` is null; it becomes the active one. */
  settle(id: AccountId | null, evidence: AccountEvidence): Promise<AccountId>;
  /** Leaves it to the user. */
  ask(candidates: readonly AccountId[], evidence: AccountEvidence): Promise<void>;
  /** Throws `not-found`. */
  activate(id: string): Promise<void>;
  /** Throws `not-found`, and `invalid-input` when another account bears the name. */
  rename(id: string, label: string): Promise<void>;
  /** Takes up accounts of another browser that are not known here, each under its own id. */
  adopt(others: readonly { id: AccountId; label: string }[]): Promise<void>;
}

const key = 'accounts';

/** @param states where the list is kept; it holds no secret */
export function createAccounts(states: Records): Accounts {
  const create = (): AccountsState => {
    const first = { id: crypto.randomUUID() as AccountId, label: 'My account', evidence: null };
    return { active: first.id, known: [first], question: null };
  };
  const update = (change: (state: AccountsState) => AccountsState): Promise<AccountsState> =>
    states.update<AccountsState>(key, (standing) => change(standing ?? create()));
  const read = async (): Promise<AccountsState> =>
    (await states.get<AccountsState>(key)) ?? update((state) => state);

  return {
    read,
    active: async () => (await read()).active,
    async find(id) {
      const state = await read();
      return id === null ? state.active : findKnown(state, id).id;
    },

    async decide(evidence) {
      const { active, known } = await read();
      const linked = known.flatMap((account) =>
        account.evidence === null ? [] : [{ id: account.id, evidence: account.evidence }],
      );
      // The first account that is linked takes over what was noted before.
      if (linked.length === 0) return { is: 'known', id: active };
      const identity = identifyAccount(linked, evidence);
      switch (identity.kind) {
        case 'known':
          return { is: 'known', id: identity.id as AccountId };
        case 'new':
          return { is: 'new' };
        case 'ask':
          return { is: 'open', candidates: identity.candidates.map(({ id }) => id as AccountId) };
      }
    },

    async settle(id, evidence) {
      const { active } = await update((state) => {
        if (id === null) {
          const added = {
            id: crypto.randomUUID() as AccountId,
            label: findFreeName(state.known),
            evidence,
          };
          return { active: added.id, known: [...state.known, added], question: null };
        }
        const known = state.known.map((account) =>
          account.id === id
            ? {
                ...account,
                evidence: account.evidence === null ? evidence : joinEvidence(account.evidence, evidence),
              }
            : account,
        );
        return { active: id, known, question: null };
      });
      return active;
    },

    async ask(candidates, evidence) {
      await update((state) => ({ ...state, question: { candidates, evidence } }));
    },

    async activate(id) {
      await update((state) => ({ ...state, active: findKnown(state, id).id }));
    },

    async adopt(others) {
      await update((state) => ({ ...state, known: others.reduce(adoptOne, state.known) }));
    },

    async rename(id, label) {
      await update((state) => {
        const { id: found } = findKnown(state, id);
        // Names are all that people can tell accounts apart by.
        if (state.known.some((other) => other.id !== found && isSameName(other.label, label))) {
          throw new AppError('invalid-input', `Another account is called “${label}”. Choose another name.`);
        }
        return {
          ...state,
          known: state.known.map((account) => (account.id === found ? { ...account, label } : account)),
        };
      });
    },
  };
}

function adoptOne(
  known: readonly KnownAccount[],
  { id, label }: { id: AccountId; label: string },
): readonly KnownAccount[] {
  if (known.some((account) => account.id === id)) return known;
  const isTaken = known.some((account) => isSameName(account.label, label));
  return [...known, { id, label: isTaken ? findFreeName(known) : label, evidence: null }];
}

function findKnown(state: AccountsState, id: string): KnownAccount {
  const found = state.known.find((account) => account.id === id);
  if (found === undefined) throw new AppError('not-found', 'This account is not known here any more.');
  return found;
}

function findFreeName(known: readonly KnownAccount[]): string {
  let number = known.length + 1;
  while (known.some(({ label }) => isSameName(label, `Account ${number}`))) number += 1;
  return `Account ${number}`;
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
