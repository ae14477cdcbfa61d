import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSandboxFetch } from '#test/sandbox/sandbox-fetch.ts';
import { startSandbox, type Sandbox } from '#test/sandbox/server.ts';

let sandbox: Sandbox;
let ask: ReturnType<typeof createSandboxFetch>;
let now = Date.UTC(2026, 10, 22, 12);

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 3, listings: 300, now: () => now });
  ask = createSandboxFetch(sandbox);
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.quotas.reset();
  sandbox.faults.clear();
  sandbox.requests.clear();
});

const api = 'https://api.bondora.com';
const bearer = (token = sandbox.pastedToken) => ({ headers: { authorization: `Bearer ${token}` } });

/** Goes through the consent page as a person would, and hands back where it leads. */
async function consent(params: Record<string, string>, granted: string[], decision = 'allow'): Promise<URL> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: sandbox.application.clientId,
    redirect_uri: 'https://abc.chromiumapp.org/',
    ...params,
  });
  const page = await ask(`https://app.bondora.com/oauth/authorize?${query}`);
  expect(page.status).toBe(200);
  const form = new URLSearchParams({
    client_id: sandbox.application.clientId,
    redirect_uri: 'https://abc.chromiumapp.org/',
    state: params['state'] ?? '',
    decision,
  });
  for (const scope of granted) form.append('granted', scope);
  const answer = await ask('https://app.bondora.com/oauth/authorize', { method: 'POST', body: form });
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get('location') ?? '');
}

async function askToken(
  body: Record<string, string>,
): Promise<{ status: number; json: Record<string, unknown> }> {
  const { clientId, clientSecret } = sandbox.application;
  const answer = await ask(`${api}/oauth/access_token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_id: clientId, client_secret: clientSecret, ...body }),
  });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

describe('sign-in', () => {
  it('trades a code once for a token with the permissions that were left ticked', async () => {
    const to = await consent({ state: 's1', scope: 'Investments SmBuy' }, ['Investments']);
    expect(to.searchParams.get('state')).toBe('s1');
    const code = to.searchParams.get('code') ?? '';
    const body = { grant_type: 'authorization_code', code, redirect_uri: 'https://abc.chromiumapp.org/' };
    const { status, json } = await askToken(body);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      valid_until: Math.floor(now / 1000) + 3600,
      scope: 'Investments',
    });
    expect(json['access_token']).toMatch(/^\w{48}$/);
    expect(json['refresh_token']).toMatch(/^\w{48}$/);
    expect((await askToken(body)).json).toMatchObject({ error: 'invalid_grant' });
    const call = await ask(`${api}/api/v1/account/balance`, bearer(String(json['access_token'])));
    expect(call.status).toBe(200);
  });

  it('refreshes without a new refresh token, and revokes both', async () => {
    const to = await consent({ scope: '' }, []);
    const first = await askToken({
      grant_type: 'authorization_code',
      code: to.searchParams.get('code') ?? '',
    });
    const refresh = { grant_type: 'refresh_token', refresh_token: String(first.json['refresh_token']) };
    const second = await askToken(refresh);
    expect(second.status).toBe(200);
    expect(second.json).not.toHaveProperty('refresh_token');
    expect(second.json).not.toHaveProperty('scope');
    const revoked = await ask(`${api}/oauth/access_token/revoke`, {
      method: 'POST',
      ...bearer(String(first.json['access_token'])),
    });
    expect(revoked.status).toBe(202);
    expect((await askToken(refresh)).status).toBe(400);
  });

  it('gives a token without end when asked for one', async () => {
    const to = await consent({ scope: '' }, []);
    const { json } = await askToken({
      grant_type: 'authorization_code',
      code: to.searchParams.get('code') ?? '',
      non_expiring: 'true',
    });
    expect(json).toMatchObject({ expires_in: 0, refresh_token: null });
  });

  it('sends a refusal back', async () => {
    const to = await consent({ state: 'x y', scope: 'SmBuy' }, ['SmBuy'], 'deny');
    expect(Object.fromEntries(to.searchParams)).toEqual({ error: 'access_denied', state: 'x y' });
  });

  it.each([
    ['an application that is not known', { client_id: 'nobody' }],
    ['a redirect address that is not registered', { redirect_uri: 'https://evil.example/' }],
    ['a permission that does not exist', { scope: 'Everything' }],
  ])('refuses %s on the page itself', async (_, params) => {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: sandbox.application.clientId,
      redirect_uri: 'https://abc.extensions.allizom.org/',
      ...params,
    });
    const page = await ask(`https://www.bondora.com/oauth/authorize?${query}`);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('id="problem"');
  });

  it('takes forms and multipart, and refuses a wrong secret', async () => {
    const wrong = { grant_type: 'refresh_token', refresh_token: 'x', client_id: 'a', client_secret: 'b' };
    const multipart = new FormData();
    for (const [name, value] of Object.entries(wrong)) multipart.set(name, value);
    for (const body of [new URLSearchParams(wrong), multipart]) {
      const answer = await ask(`${api}/oauth/access_token`, { method: 'POST', body });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: 'invalid_client' });
    }
    const text = await ask(`${api}/oauth/access_token`, { method: 'POST', body: 'plain' });
    expect(text.status).toBe(415);
  });

  it('lets a token end with time', async () => {
    const to = await consent({ scope: '' }, []);
    const { json } = await askToken({
      grant_type: 'authorization_code',
      code: to.searchParams.get('code') ?? '',
    });
    now += 3_600_000;
    const call = await ask(`${api}/api/v1/account/balance`, bearer(String(json['access_token'])));
    expect(call.status).toBe(401);
    expect(await call.json()).toMatchObject({
      Success: false,
      Errors: [{ Code: 401, Message: 'Invalid token' }],
    });
  });
});

describe('quotas', () => {
  it('admit five market calls an hour, and say when the next is free', async () => {
    const call = () => ask(`${api}/api/v1/secondarymarket?PageSize=1`, bearer());
    for (let nth = 0; nth < 5; nth++) expect((await call()).status).toBe(200);
    now += 600_000;
    const refused = await call();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('3000');
    expect(await refused.json()).toEqual({
      Success: false,
      Errors: [
        {
          Code: 429,
          Message: 'API calls quota exceeded! maximum admitted 5 per Hour.',
          Details: 'Retry after 3000 seconds',
        },
      ],
    });
    now += 3_000_000;
    expect((await call()).status).toBe(200);
  });

  it('count each endpoint apart', async () => {
    for (let nth = 0; nth < 12; nth++) {
      expect((await ask(`${api}/api/v1/account/balance`, bearer())).status).toBe(200);
    }
    expect((await ask(`${api}/api/v1/account/balance`, bearer())).status).toBe(429);
    expect((await ask(`${api}/api/v1/secondarymarket?PageSize=1`, bearer())).status).toBe(200);
  });
});

describe('the secondary market', () => {
  async function fetchMarket(
    query: string,
  ): Promise<Record<string, unknown> & { Payload: Record<string, unknown>[] }> {
    const answer = await ask(`${api}/api/v1/secondarymarket?${query}`, bearer());
    expect(answer.status).toBe(200);
    return (await answer.json()) as never;
  }

  it('comes in pages that together are the whole', async () => {
    const all = await fetchMarket('PageSize=100000');
    expect(all).toMatchObject({
      TotalCount: all.Payload.length,
      Count: all.Payload.length,
      PageNr: 1,
      Success: true,
    });
    const first = await fetchMarket('request.pageSize=200&request.pageNr=1');
    const second = await fetchMarket('request.PageSize=200&request.PageNr=2');
    expect([...first.Payload, ...second.Payload]).toEqual(all.Payload);
    expect((await fetchMarket('PageSize=200&PageNr=9')).Payload).toEqual([]);
  });

  it('filters by lists, ranges and flags, whatever the case of their names', async () => {
    const found = await fetchMarket(
      'ratings=B&request.Ratings=C&desireddiscountratemax=-3&InterestMin=15&HasDebt=false&ShowMyItems=false',
    );
    expect(found.Payload.length).toBeGreaterThan(3);
    for (const item of found.Payload) {
      expect(['B', 'C']).toContain(item['Rating']);
      expect(item['DesiredDiscountRate']).toBeLessThanOrEqual(-3);
      expect(item['Interest']).toBeGreaterThanOrEqual(15);
      expect(item['DebtOccuredOnForSecondary']).toBeNull();
    }
    const mine = await fetchMarket('ShowMyItems=true');
    expect(mine.Payload.length).toBeGreaterThan(0);
    expect(mine.Payload.length).toBeLessThan(20);
  });

  it('is refused without a token, and with another verb', async () => {
    const without = await ask(`${api}/api/v1/secondarymarket`);
    expect(without.status).toBe(401);
    expect(await without.json()).toMatchObject({ Errors: [{ Message: 'Missing token' }] });
    expect((await ask(`${api}/api/v1/secondarymarket`, { method: 'POST', ...bearer() })).status).toBe(405);
    expect((await ask(`${api}/api/v1/nothing`, bearer())).status).toBe(404);
  });
});

describe('faults', () => {
  const balance = '/api/v1/account/balance';
  const call = () => ask(api + balance, bearer());

  it('meet the requests that they are meant for, and no more', async () => {
    sandbox.faults.add({ path: balance, skip: 1, times: 1, fault: { kind: 'status', status: 500 } });
    expect((await call()).status).toBe(200);
    expect((await call()).status).toBe(500);
    expect((await call()).status).toBe(200);
  });

  it('can be switched on from another process', async () => {
    const control = await ask(`${sandbox.origin}/_sandbox/faults/add`, {
      method: 'POST',
      body: JSON.stringify({
        path: '/api/v1/*',
        times: 1,
        fault: { kind: 'status', status: 429, retryAfterSeconds: 7 },
      }),
    });
    expect(control.status).toBe(200);
    const answer = await call();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
    const nonsense = await ask(`${sandbox.origin}/_sandbox/faults/add`, {
      method: 'POST',
      body: '{"fault":1}',
    });
    expect(nonsense.status).toBe(400);
  });

  it('give HTML, another content type, cut-off JSON, wrong kinds of values', async () => {
    sandbox.faults.add({ path: balance, times: 1, fault: { kind: 'html' } });
    expect((await call()).headers.get('content-type')).toContain('text/html');
    sandbox.faults.add({ path: balance, times: 1, fault: { kind: 'content-type', type: 'text/plain' } });
    expect((await call()).headers.get('content-type')).toBe('text/plain');
    sandbox.faults.add({ path: balance, times: 1, fault: { kind: 'cut', afterBytes: 40 } });
    expect(await (await call()).text()).toHaveLength(40);
    sandbox.faults.add({ path: balance, times: 1, fault: { kind: 'wrong-types' } });
    expect(await (await call()).json()).toMatchObject({
      Payload: { Balance: expect.any(String) },
      Success: true,
    });
  });

  it('break connections before, within and after the work', async () => {
    sandbox.faults.add({ path: balance, times: 1, fault: { kind: 'refuse' } });
    await expect(call()).rejects.toThrow('Failed to fetch');
    sandbox.faults.add({ path: balance, times: 1, fault: { kind: 'lost-answer' } });
    await expect(call()).rejects.toThrow('Failed to fetch');
    sandbox.faults.add({
      path: '/api/v1/secondarymarket',
      times: 1,
      fault: { kind: 'reset', afterBytes: 5000 },
    });
    const answer = await ask(`${api}/api/v1/secondarymarket?PageSize=100`, bearer());
    await expect(answer.text()).rejects.toThrow();
  });

  it('double the items of a list, and skew the clock', async () => {
    sandbox.faults.add({ path: '/api/v1/secondarymarket', times: 1, fault: { kind: 'duplicate' } });
    const answer = await ask(`${api}/api/v1/secondarymarket?PageSize=3`, bearer());
    const { Payload } = (await answer.json()) as { Payload: { Id: string }[] };
    expect(Payload).toHaveLength(6);
    expect(Payload[0]).toEqual(Payload[1]);
    sandbox.faults.add({ path: balance, times: 1, fault: { kind: 'clock-skew', ms: -7_200_000 } });
    expect(Date.parse((await call()).headers.get('date') ?? '')).toBe(now - 7_200_000);
  });

  it('are written down with the request, without secrets', async () => {
    sandbox.faults.add({ path: balance, times: 1, fault: { kind: 'status', status: 503 } });
    await ask(`${api}${balance}?x=1&access_token=secret`, bearer());
    expect(sandbox.requests.seen).toEqual([
      {
        at: now,
        method: 'GET',
        host: 'api.bondora.com',
        path: balance,
        query: [['x', '1']],
        status: 503,
        fault: 'status',
      },
    ]);
  });
});
