import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { signIn } from '#lib/bondora/sign-in.ts';
import { createTokenKeeper } from '#lib/bondora/token-keeper.ts';
import { revokeToken } from '#lib/bondora/token-call.ts';
import type { Fetch } from '#lib/bondora/exchange.ts';
import { createTestClient, testApplication } from './client-rig.ts';
import { createMemoryStores } from './memory-stores.ts';
import { createOwnedClock } from './owned-clock.ts';
import { answer } from './scripted-fetch.ts';

const secrets = {
  clientSecret: testApplication.clientSecret,
  code: 'CodeThatNobodyMaySee1234567890abcdefghij',
  accessToken: 'AccessTokenThatNobodyMaySee1234567890abcdefghijk',
  refreshToken: 'RefreshTokenThatNobodyMaySee1234567890abcdefghij',
};
const signal = new AbortController().signal;

/** Everything that an error shows to a log, a message or a person who looks into it. */
function show(error: unknown): string {
  const { message, stack, data, cause } = error as Error & { data?: unknown };
  return [
    message,
    stack,
    JSON.stringify(data),
    JSON.stringify(error),
    inspect(error, { depth: 20, showHidden: true }),
    inspect(cause),
  ].join('\n');
}

// Servers and platforms that talk: all of these have been seen to quote what they were given.
const talkative = [
  (said: string) => answer({ error: 'invalid_client', error_description: `Wrong: ${said}` }, 400),
  (said: string) => answer({ error: `invalid_grant ${said}` }, 400),
  (said: string) => answer({ Success: false, Errors: [{ Code: 400, Message: said, Details: said }] }, 400),
  (said: string) => answer({ Success: false, Errors: [{ Code: 401, Message: said, Details: said }] }, 401),
  (said: string) => answer({ Success: false, Errors: [{ Code: 409, Message: said, Details: said }] }, 409),
  (said: string) => answer({ Success: true, Payload: said, Errors: null }),
  (said: string) => answer(`{"access_token": "${said}", "token_ty`),
  (said: string) => answer({ access_token: `${said}\n`, token_type: 'bearer', refresh_token: said }),
  (said: string) => answer({ access_token: said, token_type: said }),
  (said: string) => answer(`<html>${said}</html>`, 500, { 'content-type': 'text/html' }),
  (said: string) => answer(`${said} is no JSON`),
  (said: string) => answer('', 302, { location: `https://www.bondora.com/?${encodeURIComponent(said)}` }),
  (said: string): Response => {
    throw new TypeError(`Headers.append: "Bearer ${said}" is an invalid header value.`, {
      cause: { code: said },
    });
  },
];

describe('no secret is in an error', () => {
  const all = Object.values(secrets).join(' and ');

  it.each(talkative.map((respond, nth) => [nth, respond] as const))(
    'whatever a talkative answer (%i) makes of it',
    async (_, respond) => {
      const clock = createOwnedClock();
      const fetch: Fetch = async () => respond(all);
      const expired = {
        accessToken: secrets.accessToken,
        refreshToken: secrets.refreshToken,
        expiresAt: clock.now() - 1,
        scopes: null,
      };
      const stores = createMemoryStores({ ...expired, expiresAt: null });
      const keeper = createTokenKeeper({
        fetch,
        clock,
        tokens: createMemoryStores(expired).tokens,
        readApplication: async () => testApplication,
      });
      const client = createTestClient({ fetch, clock, stores });
      const work = [
        signIn({
          fetch,
          clock,
          signal,
          application: testApplication,
          redirectUrl: 'https://abcdefgh.chromiumapp.org/',
          scopes: ['Investments'],
          signInHost: 'app.bondora.com',
          createState: () => 'state',
          launchWebAuthFlow: async () => `https://abcdefgh.chromiumapp.org/?code=${secrets.code}&state=state`,
        }),
        keeper.getToken(signal),
        keeper.refreshToken(secrets.accessToken, signal),
        revokeToken({ fetch, clock }, secrets.accessToken, signal),
        client.getAccountBalance({}),
        client.buySecondaryMarket({ ids: ['0a0b0c0d-1111-2222-3333-444455556666'] }),
      ];
      const ends = await clock.runUntil(Promise.allSettled(work));
      const shown = ends.map((end) => (end.status === 'rejected' ? show(end.reason) : ''));
      expect(shown.filter((text) => text !== '').length).toBeGreaterThan(2);
      for (const text of shown) {
        for (const [name, secret] of Object.entries(secrets)) expect(text, name).not.toContain(secret);
      }
    },
  );
});
