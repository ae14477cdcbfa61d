import type { QuotaStore } from '#lib/bondora/quota-store.ts';
import { readGrant, type Application, type TokenGrant, type TokenStore } from '#lib/bondora/token-grant.ts';
import type { SignInHost } from '#lib/messages/protocol.ts';
import type { Records } from '#lib/store/records.ts';

/** The application as the user entered it. */
export interface StoredApplication {
  clientId: string;
  /** Null while only the id was entered. */
  clientSecret: string | null;
  signInHost: SignInHost;
}

/** How the account was linked. */
export type LinkedBy = 'consent' | 'pasted-token';

/** The secrets of the one linked account, each record for itself. */
export interface Secrets extends TokenStore {
  readApplication(): Promise<StoredApplication | undefined>;
  /** The application if it can be used to sign in. */
  readUsableApplication(): Promise<Application | undefined>;
  saveApplication(application: StoredApplication): Promise<void>;
  link(grant: TokenGrant, by: LinkedBy): Promise<void>;
  readLinkedBy(): Promise<LinkedBy | null>;
  /** Forgets the grant; the application stays. */
  unlink(): Promise<void>;
}

/** @param records the drawer that only the background opens */
export function createSecrets(records: Records): Secrets {
  const readApplication = (): Promise<StoredApplication | undefined> => records.get('application');
  return {
    readApplication,
    async readUsableApplication() {
      const application = await readApplication();
      return application === undefined || application.clientSecret === null
        ? undefined
        : { clientId: application.clientId, clientSecret: application.clientSecret };
    },
    saveApplication: (application) => records.put('application', application),
    async link(grant, by) {
      await records.put('grant', { ...grant, by });
    },
    async readLinkedBy() {
      return (await records.get<{ by: LinkedBy }>('grant'))?.by ?? null;
    },
    unlink: () => records.put('grant', undefined),
    read: async () => readGrant(await records.get('grant')),
    async replace(seen, grant) {
      let replaced = false;
      await records.update<unknown>('grant', (standing) => {
        replaced = readGrant(standing)?.accessToken === seen;
        return replaced ? { ...(standing as object), ...grant } : standing;
      });
      return replaced;
    },
  };
}

/**
 * Spent calls, kept among the states.
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
