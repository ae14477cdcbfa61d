import { AppError } from '#lib/base/app-error.ts';
import type { Scope } from '#lib/base/permissions.ts';
import { abortedError, networkError, nonsenseError } from './request-errors.ts';
import { requestToken, type TokenCallSetting } from './token-call.ts';
import type { Application, TokenGrant } from './token-grant.ts';

/** What a sign-in needs from outside. */
export interface SignInSetting extends TokenCallSetting {
  /** The browser's own: shows the page and resolves with the address that the page was sent back to. */
  launchWebAuthFlow: (details: { url: string; interactive: boolean }) => Promise<string | undefined>;
  /** The address of the extension that is registered at Bondora. */
  redirectUrl: string;
  application: Application;
  scopes: readonly Scope[];
  /** `app.bondora.com`, or `www.bondora.com` where the consent page was before. */
  signInHost: string;
  /** A text nobody can guess. */
  createState: () => string;
  signal: AbortSignal;
}

/**
 * Lets the user consent on Bondora's own page, and exchanges the code that comes back. The user may grant fewer permissions
 * than asked. Nothing is stored: a sign-in that is cut off anywhere leaves everything as it was.
 * Throws `sign-in-refused`, `sign-in-state`, `network`, `aborted`, and what `requestToken` throws.
 */
export async function signIn(setting: SignInSetting): Promise<TokenGrant> {
  const { application, redirectUrl, scopes, signal } = setting;
  const state = setting.createState();
  const url = new URL(`https://${setting.signInHost}/oauth/authorize`);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: application.clientId,
    scope: scopes.join(' '),
    redirect_uri: redirectUrl,
    state,
  }).toString();

  const code = readCode(await showPage(setting, url.href), state);
  const answer = await requestToken(
    setting,
    application,
    { grantType: 'authorization_code', code, redirectUrl },
    signal,
  );
  return { ...answer, scopes: answer.scopes ?? [...scopes] };
}

async function showPage(
  { launchWebAuthFlow, signal }: SignInSetting,
  url: string,
): Promise<string | undefined> {
  if (signal.aborted) throw abortedError(signal);
  let stop = (): void => undefined;
  // The browser's window cannot be closed from here, but nobody need wait for it.
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(abortedError(signal));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([launchWebAuthFlow({ url, interactive: true }), aborted]);
  } catch (error) {
    if (error instanceof AppError) throw error;
    // Chrome tells a page that does not load apart from one that was closed; Firefox does not.
    const text = (error as Error | null)?.message ?? '';
    throw /could not be loaded/i.test(text) ? networkError('sign-in page') : refusedError();
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function readCode(address: string | undefined, state: string): string {
  if (address === undefined) throw refusedError();
  if (!URL.canParse(address)) throw nonsenseError('address after the sign-in');
  const answer = new URL(address).searchParams;
  const error = answer.get('error');
  // A refusal gives nothing away: it is believed even without the state, which Bondora may leave out then.
  const echoed = answer.get('state');
  if (echoed !== state && !(error !== null && echoed === null)) {
    throw new AppError(
      'sign-in-state',
      'The sign-in was answered by somebody else than the page that was opened. Sign in again.',
    );
  }
  if (error === 'access_denied') throw refusedError();
  if (error !== null) {
    throw /client|redirect/.test(error)
      ? new AppError(
          'wrong-credentials',
          'Bondora does not know the application by this id and redirect address. Check both in the options.',
          { data: { reason: 'application' } },
        )
      : nonsenseError('answer of the sign-in page');
  }
  const code = answer.get('code');
  if (code === null || code === '') throw nonsenseError('address after the sign-in');
  return code;
}

function refusedError(): AppError {
  return new AppError('sign-in-refused', 'The sign-in was cancelled. Nothing was changed.');
}
