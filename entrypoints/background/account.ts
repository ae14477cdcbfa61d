import { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import { createPastedGrant, type Application, type TokenGrant } from '#lib/bondora/token-grant.ts';
import type { AccountStatus, ApplicationStatus, SignInHost } from '#lib/messages/protocol.ts';
import type { Records } from '#lib/store/records.ts';
import type { Secrets } from './stores.ts';

/** What the account service needs of the world around it. */
export interface AccountPorts {
  clock: Clock;
  secrets: Secrets;
  states: Records;
  /** To be copied into the registration at Bondora. */
  redirectUrl: string;
  /** Shows Bondora's consent page and exchanges the code. */
  signIn(application: Application, host: SignInHost, scopes: readonly string[]): Promise<TokenGrant>;
  /** Tells Bondora that the token will not be used any more. */
  revoke(token: string): Promise<void>;
  /** Cash in euros, as the API tells now. Throws `rate-limited` rather than wait. */
  readBalance(): Promise<{ balance: number | null; reserved: number | null; totalAvailable: number | null }>;
  /** When the balance may be read again; epoch ms, null when now. */
  balanceFreeAt(): Promise<number | null>;
  /** Tells open pages that the account's status changed. */
  changed(): Promise<void>;
}

export interface AccountService {
  status(): Promise<AccountStatus>;
  link(scopes: readonly string[]): Promise<AccountStatus>;
  linkToken(token: string): Promise<AccountStatus>;
  unlink(): Promise<AccountStatus>;
  readBalance(): Promise<AccountStatus>;
  applicationStatus(): Promise<ApplicationStatus>;
  saveApplication(entered: {
    clientId: string;
    clientSecret: string | null;
    signInHost: SignInHost;
  }): Promise<ApplicationStatus>;
}

/** What is remembered of the account besides its secrets. */
interface AccountState {
  balance: AccountStatus['balance'];
  problem: string | null;
}

const key = 'account';
const none: AccountState = { balance: null, problem: null };

/** Links and unlinks the account and reads its balance. What it knows is on disk only. */
export function createAccountService(ports: AccountPorts): AccountService {
  const { clock, secrets, states } = ports;

  const change = async (parts: Partial<AccountState>): Promise<void> => {
    await states.update<AccountState>(key, (state) => ({ ...(state ?? none), ...parts }));
    await ports.changed();
  };

  /** Notes how it went where the popup shows it, and throws on what went wrong. */
  const noting = async (work: () => Promise<Partial<AccountState>>): Promise<AccountStatus> => {
    try {
      await change({ problem: null, ...(await work()) });
    } catch (error) {
      await change({ problem: toSentence(error) });
      throw error;
    }
    return status();
  };

  const fetchBalance = async (): Promise<Partial<AccountState>> => {
    const { balance, reserved, totalAvailable } = await ports.readBalance();
    if (balance === null || reserved === null || totalAvailable === null) {
      throw new AppError('nonsense', 'Bondora’s answer holds no balance. The one before it is still shown.');
    }
    return { balance: { balance, reserved, available: totalAvailable, at: clock.now() } };
  };

  const status = async (): Promise<AccountStatus> => {
    const [grant, by, state, balanceFreeAt] = await Promise.all([
      secrets.read(),
      secrets.readLinkedBy(),
      states.get<AccountState>(key),
      ports.balanceFreeAt(),
    ]);
    return {
      linked: grant !== undefined,
      by: grant === undefined ? null : by,
      scopes: grant?.scopes ?? null,
      tokenExpiresAt: grant?.expiresAt ?? null,
      balance: grant === undefined ? null : (state?.balance ?? null),
      balanceFreeAt,
      problem: state?.problem ?? null,
    };
  };

  const linkConsented = (scopes: readonly string[]): Promise<AccountStatus> =>
    noting(async () => {
      const application = await secrets.readUsableApplication();
      if (application === undefined) {
        throw new AppError(
          'wrong-credentials',
          'Enter the id and secret of your application in the options first.',
        );
      }
      const { signInHost } = await applicationStatus();
      await secrets.link(await ports.signIn(application, signInHost, scopes), 'consent');
      await change({ balance: null });
      // Linked, whatever becomes of the first call: its problem is told, and it can be made again.
      return fetchBalance().catch((error: unknown) => ({ problem: toSentence(error) }));
    });

  const linkPasted = (token: string): Promise<AccountStatus> =>
    noting(async () => {
      const [before, by] = await Promise.all([secrets.read(), secrets.readLinkedBy()]);
      await secrets.link(createPastedGrant(token), 'pasted-token');
      try {
        return await fetchBalance();
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'unauthorized') {
          return { balance: null, problem: toSentence(error) };
        }
        await (before === undefined || by === null ? secrets.unlink() : secrets.link(before, by));
        throw new AppError('unauthorized', 'Bondora does not accept this token. Nothing was changed.', {
          cause: error,
        });
      }
    });

  const applicationStatus = async (): Promise<ApplicationStatus> => {
    const application = await secrets.readApplication();
    return {
      clientId: application?.clientId ?? null,
      hasSecret: application !== undefined && application.clientSecret !== null,
      redirectUrl: ports.redirectUrl,
      signInHost: application?.signInHost ?? 'app.bondora.com',
    };
  };

  return {
    status,
    applicationStatus,

    link: linkConsented,
    linkToken: linkPasted,

    async unlink() {
      const grant = await secrets.read();
      await secrets.unlink();
      return noting(async () => {
        // A pasted token stays valid for the other programs that it was pasted into.
        if (grant !== undefined && grant.scopes !== null) await ports.revoke(grant.accessToken);
        return { balance: null };
      });
    },

    readBalance: () => noting(fetchBalance),

    async saveApplication({ clientId, clientSecret, signInHost }) {
      const standing = await secrets.readApplication();
      const kept = standing?.clientId === clientId ? standing.clientSecret : null;
      await secrets.saveApplication({ clientId, clientSecret: clientSecret ?? kept, signInHost });
      await ports.changed();
      return applicationStatus();
    },
  };
}

function toSentence(error: unknown): string {
  return error instanceof AppError ? error.message : 'Something inside Bondlens went wrong with the account.';
}
