import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scopes, scopesFor } from '#lib/base/permissions.ts';
import { requestToken, revokeToken } from '#lib/bondora/token-call.ts';
import { redirectUrl, startContractRig, type ContractRig } from './contract-rig.ts';

let rig: ContractRig;
beforeAll(async () => {
  rig = await startContractRig({ seed: 21, listings: 60 });
});
beforeEach(() => rig.reset());
// No request of the client is one that the description does not allow.
afterEach(() => expect(rig.faults).toEqual([]));
afterAll(async () => {
  await rig.close();
});

const signal = new AbortController().signal;
const codeOf = (work: Promise<unknown>): Promise<string> =>
  rig.run(
    work.then(
      () => 'done',
      (error: unknown) => (error as { code: string }).code,
    ),
  );

describe('signing in through the consent page', () => {
  it('gives a token with the permissions that stayed ticked', async () => {
    const asked = scopesFor(['portfolio', 'selling', 'buying']);
    const all = await rig.run(rig.signIn(asked));
    expect(all.scopes?.toSorted()).toEqual(asked.toSorted());
    expect(all.refreshToken).toEqual(expect.any(String));
    const fewer = await rig.run(rig.signIn(asked, ['SmSell']));
    expect(fewer.scopes).toEqual(['SmSell']);
    expect((await rig.run(rig.signIn([]))).scopes).toEqual([]);
    rig.stores.tokens.write(fewer);
    expect((await rig.run(rig.client.getAccountBalance({}))).value.balance).toEqual(expect.any(Number));
    expect(await codeOf(rig.client.listInvestments({}))).toBe('forbidden');
  });

  it('is refused by the user', async () => {
    expect(await codeOf(rig.signIn(['SmBuy'], 'deny'))).toBe('sign-in-refused');
    expect(rig.sandbox.requests.count('/oauth/access_token')).toBe(0);
  });

  it.each([
    [{ kind: 'status', status: 500 }, 'server'],
    [{ kind: 'html' }, 'nonsense'],
    [{ kind: 'cut', afterBytes: 30 }, 'nonsense'],
    [{ kind: 'wrong-types' }, 'nonsense'],
    [{ kind: 'refuse' }, 'network'],
    [{ kind: 'lost-answer' }, 'network'],
    [{ kind: 'reset', afterBytes: 30 }, 'network'],
    [{ kind: 'status', status: 429, retryAfterSeconds: 9 }, 'rate-limited'],
  ] as const)('ends at %o of the token address with: %s', async (fault, expected) => {
    rig.sandbox.faults.add({ path: '/oauth/access_token', fault });
    expect(await codeOf(rig.signIn(['SmBuy']))).toBe(expected);
  });

  it('tells a wrong secret, a used code and a dead refresh token apart', async () => {
    const setting = { fetch: rig.fetch, clock: rig.clock };
    const { application } = rig.sandbox;
    const code = rig.sandbox.tokens.createCode({
      clientId: application.clientId,
      investor: 0,
      scopes: [],
      redirectUri: redirectUrl,
    });
    const request = { grantType: 'authorization_code', code, redirectUrl } as const;
    const wrong = { ...application, clientSecret: 'w'.repeat(48) };
    await expect(rig.run(requestToken(setting, wrong, request, signal))).rejects.toMatchObject({
      code: 'wrong-credentials',
      data: { reason: 'application' },
    });
    const { accessToken, refreshToken } = await rig.run(requestToken(setting, application, request, signal));
    await expect(rig.run(requestToken(setting, application, request, signal))).rejects.toMatchObject({
      code: 'wrong-credentials',
      data: { reason: 'grant' },
    });
    const renewal = { grantType: 'refresh_token', refreshToken: refreshToken ?? '' } as const;
    const renewed = await rig.run(requestToken(setting, application, renewal, signal));
    expect(renewed).toMatchObject({ refreshToken: null, scopes: null });
    await rig.run(revokeToken(setting, accessToken, signal));
    await expect(rig.run(requestToken(setting, application, renewal, signal))).rejects.toMatchObject({
      code: 'wrong-credentials',
      data: { reason: 'grant' },
    });
    await rig.run(revokeToken(setting, accessToken, signal));
  });

  it('asks for every permission that Bondora has by its name', async () => {
    expect((await rig.run(rig.signIn(scopes))).scopes?.toSorted()).toEqual(scopes.toSorted());
  });
});

describe('the quotas of the sandbox', () => {
  it('are kept by background after background, and used to the full', async () => {
    rig.sandbox.requests.clear();
    for (let hour = 0; hour < 3; hour += 1) {
      for (let call = 0; call < 5; call += 1) {
        await rig.run(rig.restart().listSecondaryMarket({ pageSize: 1 }, { priority: 'user' }));
      }
      expect(await rig.restart().quotaStatus('secondarymarket')).toMatchObject({ left: 0, limit: 5 });
    }
    const { seen } = rig.sandbox.requests;
    expect(seen.map(({ status }) => status)).toEqual(seen.map(() => 200));
    expect((seen.at(-1)?.at ?? 0) - (seen[0]?.at ?? 0)).toBeLessThan(2 * 3_600_000 + 1000);
  });

  it('teach the client when they are narrower than documented', async () => {
    rig.sandbox.quotas.set('auctions', { calls: 1, windowMs: 3_600_000 });
    try {
      await rig.run(rig.client.listAuctions({}));
      const start = rig.clock.now();
      await rig.run(rig.client.listAuctions({}));
      expect(rig.clock.now() - start).toBeGreaterThan(3_590_000);
      expect(await rig.restart().quotaStatus('auctions')).toMatchObject({ limit: 1, windowMs: 3_600_000 });
      rig.sandbox.requests.clear();
      await rig.run(rig.client.listAuctions({}));
      expect(rig.sandbox.requests.seen.map(({ status }) => status)).toEqual([200]);
    } finally {
      rig.sandbox.quotas.set('auctions', undefined);
    }
  });
});
