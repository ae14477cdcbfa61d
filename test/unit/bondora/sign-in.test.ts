import { describe, expect, it } from 'vitest';
import { signIn, type SignInSetting } from '#lib/bondora/sign-in.ts';
import { testApplication } from './client-rig.ts';
import { createOwnedClock } from './owned-clock.ts';
import { answer, createScriptedFetch, refusal, type Step } from './scripted-fetch.ts';

const redirectUrl = 'https://abcdefgh.chromiumapp.org/bondora';
const accessToken = 'A'.repeat(48);
const refreshToken = 'R'.repeat(48);
const code = 'C'.repeat(32);
const granted = {
  access_token: accessToken,
  token_type: 'bearer',
  expires_in: 3600,
  valid_until: 1,
  refresh_token: refreshToken,
  scope: 'Investments BidsRead',
};

function setUp(
  comeBack: (state: string) => string | undefined | Promise<string | undefined>,
  ...steps: Step[]
) {
  const clock = createOwnedClock();
  const script = createScriptedFetch(...steps);
  const pages: URL[] = [];
  const setting: SignInSetting = {
    fetch: script.fetch,
    clock,
    launchWebAuthFlow: async ({ url }) => {
      pages.push(new URL(url));
      return comeBack(new URL(url).searchParams.get('state') ?? '');
    },
    redirectUrl,
    application: testApplication,
    scopes: ['Investments', 'BidsRead', 'SmBuy'],
    signInHost: 'app.bondora.com',
    createState: () => 'a state nobody can guess & more',
    signal: new AbortController().signal,
  };
  return { setting, clock, pages, sent: script.sent };
}

const withCode = (state: string): string =>
  `${redirectUrl}?${new URLSearchParams({ code, state }).toString()}`;

describe('a sign-in', () => {
  it('sends the user to the consent page and exchanges the code that comes back', async () => {
    const { setting, clock, pages, sent } = setUp(withCode, answer(granted));
    expect(await signIn(setting)).toEqual({
      accessToken,
      refreshToken,
      expiresAt: clock.now() + 3_600_000,
      scopes: ['Investments', 'BidsRead'],
    });
    expect(pages[0]?.origin).toBe('https://app.bondora.com');
    expect(Object.fromEntries(pages[0]?.searchParams ?? [])).toEqual({
      response_type: 'code',
      client_id: testApplication.clientId,
      scope: 'Investments BidsRead SmBuy',
      redirect_uri: redirectUrl,
      state: 'a state nobody can guess & more',
    });
    expect(sent[0]?.url.href).toBe('https://api.bondora.com/oauth/access_token');
    expect(Object.fromEntries(new URLSearchParams(sent[0]?.body))).toEqual({
      grant_type: 'authorization_code',
      client_id: testApplication.clientId,
      client_secret: testApplication.clientSecret,
      code,
      redirect_uri: redirectUrl,
    });
  });

  it.each([
    ['null for what is not there', { ...granted, refresh_token: null, scope: null }],
    ['a token without an end', { ...granted, expires_in: 0, refresh_token: null, scope: undefined }],
    ['numbers as texts', { ...granted, expires_in: '3600' }],
    ['another case of the word', { ...granted, token_type: 'Bearer' }],
    ['only the end as a date', { ...granted, expires_in: undefined, valid_until: 1_900_000_000 }],
  ])('takes an answer with %s', async (what, body) => {
    const { setting, clock } = setUp(withCode, answer(body));
    const grant = await signIn(setting);
    expect(grant.accessToken).toBe(accessToken);
    expect(grant.expiresAt).toBe(
      what.startsWith('only')
        ? 1_900_000_000_000
        : what.startsWith('a token')
          ? null
          : clock.now() + 3_600_000,
    );
    expect(grant.scopes).toEqual(body.scope === granted.scope ? ['Investments', 'BidsRead'] : setting.scopes);
  });

  it('takes an answer in form encoding', async () => {
    const text = `access_token=${accessToken}&token_type=bearer&expires_in=3600&refresh_token=${refreshToken}`;
    const { setting } = setUp(
      withCode,
      answer(text, 200, { 'content-type': 'application/x-www-form-urlencoded' }),
    );
    expect(await signIn(setting)).toMatchObject({ accessToken, refreshToken });
  });
});

describe('a sign-in that fails', () => {
  it.each([
    ['the user refuses', () => `${redirectUrl}?error=access_denied`, 'sign-in-refused'],
    [
      'the user refuses and the state is echoed',
      (state: string) =>
        `${redirectUrl}?${new URLSearchParams({ error: 'access_denied', state }).toString()}`,
      'sign-in-refused',
    ],
    [
      'the user closes the page',
      () => Promise.reject(new Error('The user did not approve access.')),
      'sign-in-refused',
    ],
    ['the browser gives nothing back', () => undefined, 'sign-in-refused'],
    [
      'the page does not load',
      () => Promise.reject(new Error('Authorization page could not be loaded.')),
      'network',
    ],
    ['the state is another', () => `${redirectUrl}?code=${code}&state=guessed`, 'sign-in-state'],
    ['the state is missing', () => `${redirectUrl}?code=${code}`, 'sign-in-state'],
    [
      'a refusal carries another state',
      () => `${redirectUrl}?error=access_denied&state=guessed`,
      'sign-in-state',
    ],
    ['the application is not known', () => `${redirectUrl}?error=unauthorized_client`, 'wrong-credentials'],
    [
      'there is no code',
      (state: string) => `${redirectUrl}?${new URLSearchParams({ state }).toString()}`,
      'nonsense',
    ],
    ['what comes back is no address', () => 'nothing', 'nonsense'],
  ])('says so when %s', async (_, comeBack, expected) => {
    const { setting, sent } = setUp(comeBack);
    await expect(signIn(setting)).rejects.toMatchObject({ code: expected });
    expect(sent).toHaveLength(0);
  });

  const secretWrong = 'Bondora did not accept the application’s id or secret. Check both in the options.';
  const codeWrong = 'Bondora did not accept the sign-in, perhaps because it took too long. Sign in again.';
  it.each([
    ['invalid_client', answer({ error: 'invalid_client', error_description: 'no' }, 400), secretWrong],
    ['invalid_client with 401', answer({ error: 'invalid_client' }, 401), secretWrong],
    ['invalid_grant', answer({ error: 'invalid_grant', error_description: null }, 400), codeWrong],
    ['an envelope about the secret', refusal(400, 'Invalid client_secret'), secretWrong],
    ['an envelope about the code', refusal(400, 'Invalid parameter', 'code'), codeWrong],
  ])('names what was wrong at %s', async (_, response, message) => {
    const { setting } = setUp(withCode, response);
    await expect(signIn(setting)).rejects.toMatchObject({ code: 'wrong-credentials', message });
  });

  it.each([
    ['500', refusal(500, 'oops'), 'server'],
    ['503 in HTML', answer('<html>', 503), 'server'],
    ['HTML', answer('<html>', 200), 'nonsense'],
    ['400 in HTML', answer('<html>', 400), 'nonsense'],
    ['JSON that is cut off', answer(JSON.stringify(granted).slice(0, 60)), 'nonsense'],
    ['no token', answer({ token_type: 'bearer' }), 'nonsense'],
    ['a token of another type', answer({ ...granted, token_type: 'mac' }), 'nonsense'],
    ['a token no header can carry', answer({ ...granted, access_token: 'a\nb' }), 'nonsense'],
    ['a redirect', new Response(null, { status: 302, headers: { location: '/' } }), 'nonsense'],
    ['429', refusal(429, 'slow down', 'Retry after 30 seconds'), 'rate-limited'],
    ['no answer', new TypeError('fetch failed'), 'network'],
  ])('tells an answer of %s apart', async (_, step, expected) => {
    const { setting } = setUp(withCode, step);
    await expect(signIn(setting)).rejects.toMatchObject({ code: expected });
  });

  it('ends when the caller stops, on the page and after it', async () => {
    for (const comeBack of [() => new Promise<never>(() => undefined), withCode]) {
      const { setting, clock } = setUp(comeBack, () => new Promise(() => undefined));
      const stop = new AbortController();
      const signing = signIn({ ...setting, signal: stop.signal });
      await clock.settle();
      stop.abort();
      await expect(signing).rejects.toMatchObject({ code: 'aborted' });
    }
  });
});
