import { describe, expect, it } from 'vitest';
import { checkAnswer } from './check-answer.ts';
import { useSandbox } from './use-sandbox.ts';

let now = Date.UTC(2026, 10, 22, 12);
const box = useSandbox({ seed: 3, listings: 10, now: () => now });
const api = 'https://api.bondora.com';
const bearer = (token = box.sandbox.pastedToken) => ({ headers: { authorization: `Bearer ${token}` } });

/** Goes through the consent page as a person would, and hands back where it leads. */
async function consent(params: Record<string, string>, granted: string[], decision = 'allow'): Promise<URL> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: box.sandbox.application.clientId,
    redirect_uri: 'https://abc.chromiumapp.org/',
    ...params,
  });
  const page = await box.ask(`https://app.bondora.com/oauth/authorize?${query}`);
  expect(page.status).toBe(200);
  const form = new URLSearchParams({
    client_id: box.sandbox.application.clientId,
    redirect_uri: 'https://abc.chromiumapp.org/',
    state: params['state'] ?? '',
    decision,
  });
  for (const scope of granted) form.append('granted', scope);
  const answer = await box.ask('https://app.bondora.com/oauth/authorize', { method: 'POST', body: form });
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get('location') ?? '');
}

async function askToken(
  body: Record<string, string>,
): Promise<{ status: number; json: Record<string, unknown> }> {
  const { clientId, clientSecret } = box.sandbox.application;
  const answer = await box.ask(`${api}/oauth/access_token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_id: clientId, client_secret: clientSecret, ...body }),
  });
  const json = (await answer.json()) as Record<string, unknown>;
  checkAnswer('requestAccessToken', answer.status, json);
  return { status: answer.status, json };
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
    const call = await box.ask(`${api}/api/v1/account/balance`, bearer(String(json['access_token'])));
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
    const revoked = await box.ask(`${api}/oauth/access_token/revoke`, {
      method: 'POST',
      ...bearer(String(first.json['access_token'])),
    });
    expect(revoked.status).toBe(202);
    checkAnswer('revokeAccessToken', 202, await revoked.json());
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
      client_id: box.sandbox.application.clientId,
      redirect_uri: 'https://abc.extensions.allizom.org/',
      ...params,
    });
    const page = await box.ask(`https://www.bondora.com/oauth/authorize?${query}`);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('id="problem"');
  });

  it('takes forms and multipart, and refuses a wrong secret', async () => {
    const wrong = { grant_type: 'refresh_token', refresh_token: 'x', client_id: 'a', client_secret: 'b' };
    const multipart = new FormData();
    for (const [name, value] of Object.entries(wrong)) multipart.set(name, value);
    for (const body of [new URLSearchParams(wrong), multipart]) {
      const answer = await box.ask(`${api}/oauth/access_token`, { method: 'POST', body });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: 'invalid_client' });
    }
    const text = await box.ask(`${api}/oauth/access_token`, { method: 'POST', body: 'plain' });
    expect(text.status).toBe(415);
  });

  it('lets a token end with time', async () => {
    const to = await consent({ scope: '' }, []);
    const { json } = await askToken({
      grant_type: 'authorization_code',
      code: to.searchParams.get('code') ?? '',
    });
    now += 3_600_000;
    const call = await box.ask(`${api}/api/v1/account/balance`, bearer(String(json['access_token'])));
    expect(call.status).toBe(401);
    expect(await call.json()).toMatchObject({
      Success: false,
      Errors: [{ Code: 401, Message: 'Invalid token' }],
    });
  });
});
