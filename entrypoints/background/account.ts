import { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import type { AccountEvidence } from '#lib/bondora/account-evidence.ts';
import { createPastedGrant, type Application, type TokenGrant } from '#lib/bondora/token-grant.ts';
import type { AccountId } from '#lib/loan/ids.ts';
import type { AccountStatus, SignInHost } from '#lib/messages/protocol.ts';
import type { Records } from '#lib/store/records.ts';
import type { Accounts } from './accounts.ts';
import { describeProblem, noProblem, type Problem } from './problem.ts';
import type { Secrets, StoredGrant } from './stores.ts';

/** Cash in euros, as the API told. */
export interface Cash {
  balance: number | null;
  reserved: number | null;
  totalAvailable: number | null;
}

/** What the account service needs of the world around it. */
export interface AccountPorts {
  clock: Clock;
  accounts: Accounts;
  secrets: Secrets;
  states: Records;
  /** Shows Bondora's consent page and exchanges the code. */
  signIn(application: Application, host: SignInHost, scopes: readonly string[]): Promise<TokenGrant>;
  /**
   * What the API tells of the account behind a new grant. Throws `unauthorized` when it does not accept the token; what
   * else went wrong is told beside the answer.
   */
  inspect(
    grant: TokenGrant,
  ): Promise<{ evidence: AccountEvidence; cash: Cash | null; failure: AppError | null }>;
  /** Tells Bondora that the token will not be used any more. */
  revoke(token: string): Promise<void>;
  /** The active account's cash. Throws `rate-limited` rather than wait. */
  readCash(): Promise<Cash>;
  /** When the balance may be read again; epoch ms, null when now. */
  balanceFreeAt(): Promise<number | null>;
  /** Tells open pages that the account's status changed. */
  changed(): Promise<void>;
}

export interface AccountService {
  status(): Promise<AccountStatus>;
  link(scopes: readonly string[]): Promise<AccountStatus>;
  linkToken(token: string): Promise<AccountStatus>;
  identify(same: string | null): Promise<AccountStatus>;
  activate(id: string): Promise<AccountStatus>;
  rename(id: string, label: string): Promise<AccountStatus>;
  unlink(): Promise<AccountStatus>;
  readBalance(): Promise<AccountStatus>;
}

/** What is remembered of an account besides its secrets. */
interface AccountState extends Problem {
  balance: AccountStatus['balance'];
}

const none: AccountState = { balance: null, ...noProblem };
const keyOf = (id: AccountId): string => `account:${id}`;

/** Links, tells apart and unlinks accounts, and reads the balance. What it knows is on disk only. */
export function createAccountService(ports: AccountPorts): AccountService {
  const { clock, accounts, secrets, states } = ports;

  /**
   * Notes how it went where the popup shows it, and throws on what went wrong.
   * @param owner whose work it was; the account that is active in the end when left out
   */
  const noting = async (
    work: () => Promise<Partial<AccountState>>,
    owner?: AccountId,
  ): Promise<AccountStatus> => {
    const change = async (parts: Partial<AccountState>): Promise<void> => {
      const key = keyOf(owner ?? (await accounts.active()));
      await states.update<AccountState>(key, (state) => ({ ...(state ?? none), ...parts }));
    };
    try {
      await change({ ...noProblem, ...(await work()) });
    } catch (error) {
      await change(describe(error));
      throw error;
    } finally {
      await ports.changed();
    }
    return status();
  };

  const toBalance = ({ balance, reserved, totalAvailable }: Cash): AccountStatus['balance'] => {
    if (balance === null || reserved === null || totalAvailable === null) {
      throw new AppError('nonsense', 'Bondora’s answer holds no balance. The one before it is still shown.');
    }
    return { balance, reserved, available: totalAvailable, at: clock.now() };
  };

  const status = async (): Promise<AccountStatus> => {
    const { active, known, question } = await accounts.read();
    const [grants, state, balanceFreeAt] = await Promise.all([
      Promise.all(known.map(({ id }) => secrets.readGrant(id))),
      states.get<AccountState>(keyOf(active)),
      ports.balanceFreeAt(),
    ]);
    const entries = known.map(({ id, label }, i) => ({ id, label, linked: grants[i] !== undefined }));
    const grant = grants[known.findIndex(({ id }) => id === active)];
    return {
      id: active,
      label: entries.find(({ id }) => id === active)?.label ?? '',
      known: entries,
      question:
        question === null
          ? null
          : {
              candidates: question.candidates.flatMap((id) => entries.filter((entry) => entry.id === id)),
            },
      linked: grant !== undefined,
      by: grant?.by ?? null,
      scopes: grant?.scopes ?? null,
      asked: grant?.asked ?? null,
      tokenExpiresAt: grant?.expiresAt ?? null,
      balance: grant === undefined ? null : (state?.balance ?? null),
      balanceFreeAt,
      problem: state?.problem ?? null,
      problemEndsAt: state?.problemEndsAt ?? null,
    };
  };

  /** Finds out whose the grant is and keeps it there; what is not clear waits for the user. */
  const place = async (grant: StoredGrant): Promise<Partial<AccountState>> => {
    const { evidence, cash, failure } = await ports.inspect(grant);
    const owner = await accounts.decide(evidence);
    if (owner.is === 'open') {
      await secrets.putGrant('unsettled', grant);
      await accounts.ask(owner.candidates, evidence);
      return {};
    }
    await secrets.putGrant(await accounts.settle(owner.is === 'new' ? null : owner.id, evidence), grant);
    // This link settles an earlier question too: the grant that waited for its answer is not needed any more.
    await secrets.putGrant('unsettled', undefined);
    return {
      balance: cash === null ? null : toBalance(cash),
      ...(failure === null ? noProblem : describe(failure)),
    };
  };

  const readBalance = async (): Promise<AccountStatus> => {
    const owner = await accounts.active();
    return noting(async () => {
      const cash = await ports.readCash();
      // The user turned to another account meanwhile: nobody can tell whose cash that is.
      return (await accounts.active()) === owner ? { balance: toBalance(cash) } : {};
    }, owner);
  };

  return {
    status,
    readBalance,

    link: (scopes) =>
      noting(async () => {
        const [application, entered] = await Promise.all([
          secrets.readUsableApplication(),
          secrets.readApplication(),
        ]);
        if (application === undefined || entered === undefined) {
          throw new AppError(
            'wrong-credentials',
            'Enter the id and secret of your application in the options first.',
          );
        }
        const grant = await ports.signIn(application, entered.signInHost, scopes);
        return place({ ...grant, by: 'consent', asked: scopes });
      }),

    linkToken: (token) =>
      noting(() =>
        place({ ...createPastedGrant(token), by: 'pasted-token', asked: null }).catch((error: unknown) => {
          if (!(error instanceof AppError) || error.code !== 'unauthorized') throw error;
          throw new AppError('unauthorized', 'Bondora does not accept this token. Nothing was changed.', {
            cause: error,
          });
        }),
      ),

    async identify(same) {
      const { question, known } = await accounts.read();
      const grant = await secrets.readGrant('unsettled');
      if (question === null || grant === undefined) return status();
      const id = same === null ? null : known.find((account) => account.id === same)?.id;
      if (id === undefined) throw new AppError('not-found', 'This account is not known here any more.');
      await secrets.putGrant(await accounts.settle(id, question.evidence), grant);
      await secrets.putGrant('unsettled', undefined);
      return readBalance().catch(status);
    },

    async activate(id) {
      await accounts.activate(id);
      await ports.changed();
      return status();
    },

    async rename(id, label) {
      await accounts.rename(id, label);
      await ports.changed();
      return status();
    },

    async unlink() {
      const active = await accounts.active();
      const grant = await secrets.readGrant(active);
      await secrets.putGrant(active, undefined);
      return noting(async () => {
        // A pasted token stays valid for the other programs that it was pasted into.
        if (grant?.by === 'consent') await ports.revoke(grant.accessToken);
        return { balance: null };
      });
    },
  };
}

function describe(error: unknown): Problem {
  return describeProblem(error, 'Something inside Bondlens went wrong with the account.');
}
