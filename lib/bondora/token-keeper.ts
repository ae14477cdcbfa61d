import { AppError } from '#lib/base/app-error.ts';
import { abortedError } from './request-errors.ts';
import { requestToken, type TokenCallSetting } from './token-call.ts';
import type { Application, TokenGrant, TokenStore } from './token-grant.ts';

/** What the keeper needs from outside. */
export interface TokenKeeperSetting extends TokenCallSetting {
  tokens: TokenStore;
  /** The user's application; undefined when none is entered, as with a pasted token. */
  readApplication: () => Promise<Application | undefined>;
}

/** Keeps the access token of one account fresh. */
export interface TokenKeeper {
  /** A token that is good to use as far as known. Throws `not-linked`, and what `requestToken` throws when it has run out. */
  getToken: (signal: AbortSignal) => Promise<string>;
  /** Replaces a token that Bondora did not accept. Resolves with whether there is another one now. Throws as above. */
  refreshToken: (stale: string, signal: AbortSignal) => Promise<boolean>;
}

// A token is renewed this long before its end, so that no order leaves with one that ends on the way.
const earlyMs = 60_000;

/**
 * One renewal is under way at a time; all who need it share it. It belongs to none of them, so it goes on when one stops
 * waiting. A refresh token that the answer does not replace is kept.
 */
export function createTokenKeeper(setting: TokenKeeperSetting): TokenKeeper {
  const { clock, tokens, readApplication } = setting;
  // By the token they replace: after a switch of accounts two may run, and neither is the other's.
  const underWay = new Map<string, Promise<string | undefined>>();
  // What Bondora refused is not asked again: neither the refresh token nor the sign-in will come back to life.
  let dead: { refreshToken: string; error: AppError } | undefined;

  async function renew(stale: string): Promise<string | undefined> {
    const grant = await tokens.read();
    if (grant === undefined || grant.accessToken !== stale) return grant?.accessToken;
    const { refreshToken } = grant;
    const application = await readApplication();
    if (refreshToken === null || application === undefined) return undefined;
    if (dead?.refreshToken === refreshToken) throw dead.error;
    try {
      const answer = await requestToken(
        setting,
        application,
        { grantType: 'refresh_token', refreshToken },
        new AbortController().signal,
      );
      const renewed: TokenGrant = {
        ...answer,
        refreshToken: answer.refreshToken ?? refreshToken,
        scopes: answer.scopes ?? grant.scopes,
      };
      const stored = await tokens.replace(stale, renewed);
      return stored ? renewed.accessToken : (await tokens.read())?.accessToken;
    } catch (error) {
      if (error instanceof AppError && error.data['reason'] === 'grant') dead = { refreshToken, error };
      throw error;
    }
  }

  async function share(stale: string, signal: AbortSignal): Promise<string | undefined> {
    if (signal.aborted) throw abortedError(signal);
    let renewal = underWay.get(stale);
    if (renewal === undefined) {
      renewal = renew(stale).finally(() => underWay.delete(stale));
      underWay.set(stale, renewal);
    }
    return orAborted(renewal, signal);
  }

  return {
    async getToken(signal) {
      const grant = await getGrant();
      const left = grant.expiresAt === null ? Number.POSITIVE_INFINITY : grant.expiresAt - clock.now();
      if (left > earlyMs || grant.refreshToken === null) return grant.accessToken;
      try {
        const renewed = await share(grant.accessToken, signal);
        return renewed ?? (await getGrant()).accessToken;
      } catch (error) {
        // A token that is still good for a moment serves when the renewal fails.
        if (left > 0 && !(error instanceof AppError && error.code === 'aborted')) return grant.accessToken;
        throw error;
      }
    },

    async refreshToken(stale, signal) {
      const renewed = await share(stale, signal);
      return renewed !== undefined && renewed !== stale;
    },
  };

  async function getGrant(): Promise<TokenGrant> {
    const grant = await tokens.read();
    if (grant !== undefined) return grant;
    throw new AppError('not-linked', 'No Bondora account is linked. Link one in the popup.');
  }
}

async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(abortedError(signal));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
