import * as v from 'valibot';
import { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import { parseJson, readEnvelope } from './envelope.ts';
import { exchange, readText, type Fetch } from './exchange.ts';
import { readRefusal } from './refusal.ts';
import { networkError, nonsenseError, rateLimitedError } from './request-errors.ts';
import type { Application } from './token-grant.ts';

/** What a call of the token address needs from outside. */
export interface TokenCallSetting {
  fetch: Fetch;
  clock: Clock;
  apiOrigin?: string;
}

/** What the token address answered. */
export interface TokenAnswer {
  accessToken: string;
  refreshToken: string | null;
  /** Epoch ms by our clock; null when the token has no end. */
  expiresAt: number | null;
  /** Null when the answer does not tell. */
  scopes: string[] | null;
}

/** Which of the two ways to a token. */
export type TokenRequest =
  | { grantType: 'authorization_code'; code: string; redirectUrl: string }
  | { grantType: 'refresh_token'; refreshToken: string };

const headLimitMs = 30_000;
const wholeText = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number));
const seconds = v.fallback(v.nullable(v.union([v.pipe(v.number(), v.finite()), wholeText])), null);
const answerSchema = v.object({
  access_token: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/)),
  token_type: v.optional(v.pipe(v.string(), v.regex(/^bearer$/i))),
  expires_in: v.optional(seconds),
  valid_until: v.optional(seconds),
  refresh_token: v.fallback(v.nullish(v.pipe(v.string(), v.minLength(1))), null),
  scope: v.fallback(v.nullish(v.string()), null),
});
const errorSchema = v.object({
  error: v.string(),
  error_description: v.fallback(v.nullish(v.string()), null),
});

/**
 * Exchanges a code or a refresh token. Written by hand on valibot, not with an OAuth library: Bondora's answers carry null
 * where the standard wants absence, its errors may come in the API's own envelope, and a library's errors keep the
 * answer with its tokens.
 * Throws `wrong-credentials` with `data.reason` (`application` for id or secret, `grant` for the code or refresh token),
 * `server`, `nonsense`, `network`, `rate-limited`, `aborted`. None of them holds words of the answer, which may quote secrets.
 */
export async function requestToken(
  { fetch, clock, apiOrigin = 'https://api.bondora.com' }: TokenCallSetting,
  application: Application,
  request: TokenRequest,
  signal: AbortSignal,
): Promise<TokenAnswer> {
  const fields: Record<string, string> = {
    grant_type: request.grantType,
    client_id: application.clientId,
    client_secret: application.clientSecret,
    ...(request.grantType === 'refresh_token'
      ? { refresh_token: request.refreshToken }
      : { code: request.code, redirect_uri: request.redirectUrl }),
  };
  const reply = await exchange(fetch, clock, {
    url: `${apiOrigin}/oauth/access_token`,
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
    headLimitMs,
    signal,
  });
  const text = await readText(reply);
  const { status } = reply;
  if (status >= 500) {
    throw new AppError('server', 'Bondora’s sign-in server failed. Try again later.', { data: { status } });
  }
  const answer = readAnswer(text);
  if (status === 429) {
    const texts = readEnvelope(answer)?.errors.map(({ Details }) => Details ?? '') ?? [];
    const { retryAfterSeconds } = readRefusal(reply.headers.get('retry-after'), texts, clock.now());
    throw rateLimitedError(clock.now() + ((retryAfterSeconds ?? 1) + 1) * 1000);
  }
  const refused = findRefusal(answer);
  if (status >= 400 && refused === undefined) throw nonsenseError('token answer');
  if (refused !== undefined) {
    const reason = judgeRefusal(refused);
    throw new AppError('wrong-credentials', sentences[reason][request.grantType], {
      data: { status, reason },
    });
  }
  const token = v.safeParse(answerSchema, answer);
  if (status < 200 || status >= 300 || !token.success) throw nonsenseError('token answer');
  const { access_token, refresh_token, scope, expires_in, valid_until } = token.output;
  return {
    accessToken: access_token,
    refreshToken: refresh_token ?? null,
    expiresAt: findEnd(expires_in ?? null, valid_until ?? null, clock.now()),
    scopes: scope?.split(/[\s,]+/).filter((name) => name !== '') ?? null,
  };
}

const sentences = {
  application: {
    authorization_code: 'Bondora did not accept the application’s id or secret. Check both in the options.',
    refresh_token: 'Bondora did not accept the application’s id or secret. Check both in the options.',
  },
  grant: {
    authorization_code:
      'Bondora did not accept the sign-in, perhaps because it took too long. Sign in again.',
    refresh_token: 'Bondora no longer renews the sign-in. Link the account again.',
  },
} as const;

/**
 * Withdraws a token at Bondora. A token that Bondora no longer knows counts as withdrawn.
 * Throws `server`, `network`, `nonsense`, `aborted`.
 */
export async function revokeToken(
  { fetch, clock, apiOrigin = 'https://api.bondora.com' }: TokenCallSetting,
  accessToken: string,
  signal: AbortSignal,
): Promise<void> {
  const reply = await exchange(fetch, clock, {
    url: `${apiOrigin}/oauth/access_token/revoke`,
    method: 'POST',
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${accessToken}`,
      'content-type': 'application/json',
    },
    body: '{}',
    headLimitMs,
    signal,
  });
  await reply.body.cancel();
  const { status } = reply;
  if ((status >= 200 && status < 300) || status === 401) return;
  if (status >= 500) {
    throw new AppError('server', 'Bondora’s server failed, so the sign-in was not withdrawn there.', {
      data: { status },
    });
  }
  throw status === 429 ? networkError('too many requests') : nonsenseError('answer to the withdrawal');
}

// The answer is JSON by every client's experience; the standard's older form is taken as well.
function readAnswer(text: string): unknown {
  if (/^\s*[{[<]/.test(text)) return parseJson(text);
  return /^[\w.]+=/.test(text) ? Object.fromEntries(new URLSearchParams(text)) : undefined;
}

// The error comes as OAuth has it, or in the envelope of the API.
function findRefusal(answer: unknown): string | undefined {
  const oauth = v.safeParse(errorSchema, answer);
  if (oauth.success) {
    const { error, error_description } = oauth.output;
    return error_description ? `${error}: ${error_description}` : error;
  }
  const envelope = readEnvelope(answer);
  if (envelope === undefined || envelope.success) return undefined;
  const [first] = envelope.errors;
  return [first?.Message, first?.Details].filter(Boolean).join(': ') || 'refused';
}

function judgeRefusal(said: string): keyof typeof sentences {
  if (/^(invalid_client|unauthorized_client)\b/.test(said)) return 'application';
  if (/^invalid_grant\b/.test(said)) return 'grant';
  return /client|secret|application/i.test(said) ? 'application' : 'grant';
}

// The answer's own length is measured by our clock, which may be wrong; the end as a date is by theirs.
function findEnd(expiresIn: number | null, validUntil: number | null, now: number): number | null {
  if (expiresIn !== null) return expiresIn > 0 ? now + expiresIn * 1000 : null;
  return validUntil !== null && validUntil > 0 ? validUntil * 1000 : null;
}
