import { describe, expect, it } from 'vitest';
import { createTokenKeeper } from '#lib/bondora/token-keeper.ts';
import { revokeToken } from '#lib/bondora/token-call.ts';
import { createPastedGrant, type TokenGrant } from '#lib/bondora/token-grant.ts';
import { createTestClient, testApplication } from './client-rig.ts';
import { createMemoryStores } from './memory-stores.ts';
import { createOwnedClock } from './owned-clock.ts';
import { answer, createScriptedFetch, payload, refusal, type Step } from './scripted-fetch.ts';

const start = Date.UTC(2026, 0, 5, 8);
const grant: TokenGrant = {
  accessToken: 'first-access-token',
  refreshToken: 'the-refresh-token',
  expiresAt: start + 3_600_000,
  scopes: ['Investments'],
};
const renewed = { access_token: 'second-access-token', token_type: 'bearer', expires_in: 3600 };
const signal = new AbortController().signal;

function setUp(...steps: Step[]) {
  const clock = createOwnedClock(start);
  const stores = createMemoryStores(grant);
  const script = createScriptedFetch(...steps);
  const keeper = createTokenKeeper({
    fetch: script.fetch,
    clock,
    tokens: stores.tokens,
    readApplication: async () => testApplication,
  });
  const client = createTestClient({ fetch: script.fetch, clock, stores });
  return { clock, stores, keeper, client, sent: script.sent };
}

describe('the keeper of a token', () => {
  it('gives the token while it lasts', async () => {
    const { keeper, sent } = setUp();
    expect(await keeper.getToken(signal)).toBe('first-access-token');
    expect(sent).toHaveLength(0);
  });

  it('renews it a minute before its end, once for all who ask, and keeps the refresh token', async () => {
    const { keeper, clock, stores, sent } = setUp(answer(renewed));
    await clock.advance(3_541_000);
    const tokens = await Promise.all([1, 2, 3].map(() => keeper.getToken(signal)));
    expect(tokens).toEqual(Array.from({ length: 3 }, () => 'second-access-token'));
    expect(sent).toHaveLength(1);
    expect(Object.fromEntries(new URLSearchParams(sent[0]?.body))).toEqual({
      grant_type: 'refresh_token',
      client_id: testApplication.clientId,
      client_secret: testApplication.clientSecret,
      refresh_token: 'the-refresh-token',
    });
    expect(stores.tokens.current()).toEqual({
      accessToken: 'second-access-token',
      refreshToken: 'the-refresh-token',
      expiresAt: clock.now() + 3_600_000,
      scopes: ['Investments'],
    });
  });

  it('gives no account the token that another one’s renewal brings', async () => {
    const clock = createOwnedClock(start);
    const { tokens } = createMemoryStores(grant);
    const asked: string[] = [];
    let answerAll = (): void => undefined;
    const answered = new Promise<void>((resolve) => {
      answerAll = resolve;
    });
    const keeper = createTokenKeeper({
      clock,
      tokens,
      readApplication: async () => testApplication,
      fetch: async (_url, { body }) => {
        const refreshToken = new URLSearchParams(body as string).get('refresh_token') ?? '';
        asked.push(refreshToken);
        await answered;
        return Response.json({ ...renewed, access_token: `renewed-by-${refreshToken}` });
      },
    });
    await clock.advance(3_600_000);
    const first = keeper.getToken(signal);
    await expect.poll(() => asked).toEqual(['the-refresh-token']);
    // The user switches to another account, whose token has run out too.
    tokens.write({ ...grant, accessToken: 'their-access-token', refreshToken: 'their-refresh-token' });
    const second = keeper.getToken(signal);
    await expect.poll(() => asked).toEqual(['the-refresh-token', 'their-refresh-token']);
    answerAll();
    await first;
    expect(await second).toBe('renewed-by-their-refresh-token');
    expect(tokens.current()?.accessToken).toBe('renewed-by-their-refresh-token');
  });

  it('takes a new refresh token when there is one', async () => {
    const { keeper, clock, stores } = setUp(answer({ ...renewed, refresh_token: 'next-refresh-token' }));
    await clock.advance(3_600_000);
    await keeper.getToken(signal);
    expect(stores.tokens.current()?.refreshToken).toBe('next-refresh-token');
  });

  it('serves the old token for its last minute when the renewal fails, and then says why', async () => {
    const { keeper, clock, stores } = setUp(refusal(500, 'oops'), refusal(500, 'oops'));
    await clock.advance(3_550_000);
    expect(await keeper.getToken(signal)).toBe('first-access-token');
    await clock.advance(60_000);
    await expect(keeper.getToken(signal)).rejects.toMatchObject({ code: 'server' });
    expect(stores.tokens.current()).toEqual(grant);
  });

  it('does not ask again with a refresh token that Bondora refused', async () => {
    const { keeper, clock, sent } = setUp(answer({ error: 'invalid_grant' }, 400));
    await clock.advance(3_600_000);
    for (let times = 0; times < 3; times += 1) {
      await expect(keeper.getToken(signal)).rejects.toMatchObject({
        code: 'wrong-credentials',
        message: 'Bondora no longer renews the sign-in. Link the account again.',
      });
    }
    expect(sent).toHaveLength(1);
  });

  it('asks again after a wrong secret, which the user can correct', async () => {
    const { keeper, clock } = setUp(answer({ error: 'invalid_client' }, 400), answer(renewed));
    await clock.advance(3_600_000);
    await expect(keeper.getToken(signal)).rejects.toMatchObject({ code: 'wrong-credentials' });
    expect(await keeper.getToken(signal)).toBe('second-access-token');
  });

  it('changes nothing when the account was linked anew or unlinked meanwhile', async () => {
    const other = { ...grant, accessToken: 'token-of-another-account' };
    for (const meanwhile of [other, undefined]) {
      const { keeper, clock, stores } = setUp(() => {
        stores.tokens.write(meanwhile);
        return answer(renewed);
      });
      await clock.advance(3_600_000);
      const token = keeper.getToken(signal);
      await (meanwhile === undefined
        ? expect(token).rejects.toMatchObject({ code: 'not-linked' })
        : expect(token).resolves.toBe('token-of-another-account'));
      expect(stores.tokens.current()).toEqual(meanwhile);
    }
  });

  it('goes on with the renewal when one of those who wait for it stops', async () => {
    let respond = (_: Response): void => undefined;
    const { keeper, clock, stores } = setUp(() => new Promise((resolve) => (respond = resolve)));
    await clock.advance(3_600_000);
    const stop = new AbortController();
    const first = keeper.getToken(stop.signal);
    const second = keeper.getToken(signal);
    await clock.settle();
    stop.abort();
    await expect(first).rejects.toMatchObject({ code: 'aborted' });
    respond(answer(renewed));
    expect(await second).toBe('second-access-token');
    expect(stores.tokens.current()?.accessToken).toBe('second-access-token');
  });
});

describe('a call answered 401', () => {
  const read = (client: ReturnType<typeof setUp>['client']) => client.getAccountBalance({});

  it('renews the token and asks once more', async () => {
    const { client, clock, sent } = setUp(
      refusal(401, 'Invalid token'),
      answer(renewed),
      payload({ Balance: 1 }),
    );
    expect((await clock.runUntil(read(client))).value.balance).toBe(1);
    expect(sent.map(({ url }) => url.pathname)).toEqual([
      '/api/v1/account/balance',
      '/oauth/access_token',
      '/api/v1/account/balance',
    ]);
    expect(sent[2]?.headers.get('authorization')).toBe('Bearer second-access-token');
  });

  it('does so only once', async () => {
    const { client, clock, sent } = setUp(
      refusal(401, 'Invalid token'),
      answer(renewed),
      refusal(401, 'Invalid token'),
    );
    await expect(clock.runUntil(read(client))).rejects.toMatchObject({ code: 'unauthorized' });
    expect(sent).toHaveLength(3);
  });

  it('is final for a pasted token', async () => {
    const { client, stores, sent } = setUp(refusal(401, 'Invalid token'));
    stores.tokens.write(createPastedGrant('  a-pasted-token\n'));
    await expect(read(client)).rejects.toMatchObject({
      code: 'unauthorized',
      message: 'Bondora no longer accepts the sign-in. Link the account again.',
    });
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer a-pasted-token');
  });

  it('is shared: two calls refused together renew once', async () => {
    const { client, clock, sent } = setUp(
      refusal(401, 'Invalid token'),
      refusal(401, 'Invalid token'),
      answer(renewed),
      payload({ Balance: 1 }),
      payload([]),
    );
    await clock.runUntil(Promise.all([read(client), client.listSecondaryMarket({})]));
    expect(sent.filter(({ url }) => url.pathname === '/oauth/access_token')).toHaveLength(1);
  });
});

describe('withdrawing a token', () => {
  it.each([
    ['taken over', answer({ Success: true, Errors: null }, 202)],
    ['not known any more', refusal(401, 'Invalid token')],
  ])('is done when it is %s', async (_, response) => {
    const { fetch, sent } = createScriptedFetch(response);
    await revokeToken({ fetch, clock: createOwnedClock() }, 'a-token', signal);
    expect(sent[0]?.url.pathname).toBe('/oauth/access_token/revoke');
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer a-token');
  });

  it('tells when it is not done', async () => {
    const { fetch } = createScriptedFetch(refusal(500, 'oops'));
    await expect(revokeToken({ fetch, clock: createOwnedClock() }, 'a-token', signal)).rejects.toMatchObject({
      code: 'server',
    });
  });
});
