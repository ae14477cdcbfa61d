import { describe, expect, it } from 'vitest';
import { useSandbox } from './use-sandbox.ts';

const now = Date.UTC(2026, 10, 22, 12);
const box = useSandbox({ seed: 3, listings: 300, now: () => now });
const api = 'https://api.bondora.com';
const bearer = (token = box.sandbox.pastedToken) => ({ headers: { authorization: `Bearer ${token}` } });

describe('faults', () => {
  const balance = '/api/v1/account/balance';
  const call = () => box.ask(api + balance, bearer());

  it('meet the requests that they are meant for, and no more', async () => {
    box.sandbox.faults.add({ path: balance, skip: 1, times: 1, fault: { kind: 'status', status: 500 } });
    expect((await call()).status).toBe(200);
    expect((await call()).status).toBe(500);
    expect((await call()).status).toBe(200);
  });

  it('can be switched on from another process', async () => {
    const control = await box.ask(`${box.sandbox.origin}/_sandbox/faults/add`, {
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
    const nonsense = await box.ask(`${box.sandbox.origin}/_sandbox/faults/add`, {
      method: 'POST',
      body: '{"fault":1}',
    });
    expect(nonsense.status).toBe(400);
  });

  it('give HTML, another content type, cut-off JSON, wrong kinds of values', async () => {
    box.sandbox.faults.add({ path: balance, times: 1, fault: { kind: 'html' } });
    expect((await call()).headers.get('content-type')).toContain('text/html');
    box.sandbox.faults.add({ path: balance, times: 1, fault: { kind: 'content-type', type: 'text/plain' } });
    expect((await call()).headers.get('content-type')).toBe('text/plain');
    box.sandbox.faults.add({ path: balance, times: 1, fault: { kind: 'cut', afterBytes: 40 } });
    expect(await (await call()).text()).toHaveLength(40);
    box.sandbox.faults.add({ path: balance, times: 1, fault: { kind: 'wrong-types' } });
    expect(await (await call()).json()).toMatchObject({
      Payload: { Balance: expect.any(String) },
      Success: true,
    });
  });

  it('break connections before, within and after the work', async () => {
    box.sandbox.faults.add({ path: balance, times: 1, fault: { kind: 'refuse' } });
    await expect(call()).rejects.toThrow('Failed to fetch');
    box.sandbox.faults.add({ path: balance, times: 1, fault: { kind: 'lost-answer' } });
    await expect(call()).rejects.toThrow('Failed to fetch');
    box.sandbox.faults.add({
      path: '/api/v1/secondarymarket',
      times: 1,
      fault: { kind: 'reset', afterBytes: 5000 },
    });
    const answer = await box.ask(`${api}/api/v1/secondarymarket?PageSize=100`, bearer());
    await expect(answer.text()).rejects.toThrow();
  });

  it('double the items of a list, and skew the clock', async () => {
    box.sandbox.faults.add({ path: '/api/v1/secondarymarket', times: 1, fault: { kind: 'duplicate' } });
    const answer = await box.ask(`${api}/api/v1/secondarymarket?PageSize=3`, bearer());
    const { Payload } = (await answer.json()) as { Payload: { Id: string }[] };
    expect(Payload).toHaveLength(6);
    expect(Payload[0]).toEqual(Payload[1]);
    box.sandbox.faults.add({ path: balance, times: 1, fault: { kind: 'clock-skew', ms: -7_200_000 } });
    expect(Date.parse((await call()).headers.get('date') ?? '')).toBe(now - 7_200_000);
  });

  it('are written down with the request, without secrets', async () => {
    box.sandbox.faults.add({ path: balance, times: 1, fault: { kind: 'status', status: 503 } });
    await box.ask(`${api}${balance}?x=1&access_token=secret`, bearer());
    expect(box.sandbox.requests.seen).toEqual([
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
