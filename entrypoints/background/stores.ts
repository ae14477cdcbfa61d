import type { QuotaStore } from '#lib/bondora/quota-store.ts';
import { readGrant, type Application, type TokenGrant, type TokenStore } from '#lib/bondora/token-grant.ts';
import type { AccountId } from '#lib/loan/ids.ts';
import type { LinkedBy, SignInHost } from '#lib/messages/protocol.ts';
import type { Records } from '#lib/store/records.ts';

/** The application as the user entered it. */
export interface StoredApplication {
  clientId: string;
  /** Null while only the id was entered. */
  clientSecret: string | null;
  signInHost: SignInHost;
}

/** A grant, and how it came about. */
export interface StoredGrant extends TokenGrant {
  by: LinkedBy;
  /** The permissions that were asked for; null where that is not known, as with a pasted token. */
  asked: readonly string[] | null;
}

/** Whose grant: an account's, or that of an account of which it is not settled yet which one it is. */
export type GrantOwner = AccountId | 'unsettled';

/** Application and grants, each record for itself. */
export interface Secrets {
  readApplication(): Promise<StoredApplication | undefined>;
  /** The application if it can be used to sign in. */
  readUsableApplication(): Promise<Application | undefined>;
  saveApplication(application: StoredApplication): Promise<void>;
  readGrant(owner: GrantOwner): Promise<StoredGrant | undefined>;
  /** Replaces the owner's grant; `undefined` forgets it. */
  putGrant(owner: GrantOwner, grant: StoredGrant | undefined): Promise<void>;
  /** The grant of one account as the API client takes it. */
  tokensOf(owner: () => Promise<AccountId>): TokenStore;
}

/** @param records the drawer that only the background opens */
export function createSecrets(records: Records): Secrets {
  const keyOf = (owner: GrantOwner): string => `grant:${owner}`;
  const readApplication = (): Promise<StoredApplication | undefined> => records.get('application');
  const read = async (owner: GrantOwner): Promise<StoredGrant | undefined> => {
    const stored = await records.get<Pick<StoredGrant, 'by'> & Partial<StoredGrant>>(keyOf(owner));
    const grant = readGrant(stored);
    return stored === undefined || grant === undefined
      ? undefined
      : { ...grant, by: stored.by, asked: stored.asked ?? null };
  };
  return {
    readApplication,
    async readUsableApplication() {
      const application = await readApplication();
      return application === undefined || application.clientSecret === null
        ? undefined
        : { clientId: application.clientId, clientSecret: application.clientSecret };
    },
    saveApplication: (application) => records.put('application', application),
    readGrant: read,
    putGrant: (owner, grant) => records.put(keyOf(owner), grant),
    tokensOf: (owner) => ({
      read: async () => read(await owner()),
      async replace(seen, grant) {
        let replaced = false;
        await records.update<unknown>(keyOf(await owner()), (standing) => {
          replaced = readGrant(standing)?.accessToken === seen;
          return replaced ? { ...(standing as object), ...grant } : standing;
        });
        return replaced;
      },
    }),
  };
}

/**
 * Spent calls, kept among the states. One record for all accounts: Bondora may count each account for itself, but
 * before an account is identified nobody knows whose calls are spent, and to count them together never asks too often.
 * @param records the drawer of states
 */
export function createQuotaStore(records: Records): QuotaStore {
  return {
    read: (key) => records.get(`quota:${key}`),
    async update(key, change) {
      let made: { result: unknown } | undefined;
      await records.update<unknown>(`quota:${key}`, (standing) => {
        const { record, result } = change(standing);
        made = { result };
        return record;
      });
      return made?.result as never;
    },
  };
}
