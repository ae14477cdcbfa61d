import { describe, expect, it, vi } from 'vitest';
import { exchange } from '#lib/bondora/exchange.ts';
import { createHostGuard } from '../../../entrypoints/background/host-guard.ts';

const clock = { now: () => 0, sleep: () => new Promise<void>(() => undefined) };
const request = {
  url: 'https://api.bondora.com/api/v1/account/balance',
  method: 'GET',
  headers: {},
  headLimitMs: 1000,
  signal: new AbortController().signal,
} as const;

describe('the guard over calls to Bondora', () => {
  it('sends nothing while the browser withholds the hosts, and says who can allow it', async () => {
    const fetch = vi.fn();
    const host = createHostGuard({ contains: () => Promise.resolve(false) });
    await expect(exchange(host.guard(fetch), clock, request)).rejects.toMatchObject({
      code: 'not-allowed',
      message: expect.stringContaining('Allow it in the popup') as string,
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('asks anew before each call, so that what was withdrawn and granted again holds at once', async () => {
    let allowed = true;
    const contains = vi.fn(() => Promise.resolve(allowed));
    const host = createHostGuard({ contains });
    const fetch = vi.fn(() => Promise.resolve(new Response('{}')));
    const send = host.guard(fetch);
    await send('https://api.bondora.com/', {});
    allowed = false;
    await expect(send('https://api.bondora.com/', {})).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(host.demand()).rejects.toMatchObject({ code: 'not-allowed' });
    allowed = true;
    await send('https://api.bondora.com/', {});
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(contains).toHaveBeenCalledWith({ origins: ['https://*.bondora.com/*'] });
  });
});
