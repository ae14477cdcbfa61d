import { describe, expect, it } from 'vitest';
import { useSandbox } from './use-sandbox.ts';

let now = Date.UTC(2026, 10, 22, 12);
const box = useSandbox({ seed: 3, listings: 300, now: () => now });
const api = 'https://api.bondora.com';
const bearer = (token = box.sandbox.pastedToken) => ({ headers: { authorization: `Bearer ${token}` } });

describe('quotas', () => {
  it('admit five market calls an hour, and say when the next is free', async () => {
    const call = () => box.ask(`${api}/api/v1/secondarymarket?PageSize=1`, bearer());
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
      expect((await box.ask(`${api}/api/v1/account/balance`, bearer())).status).toBe(200);
    }
    expect((await box.ask(`${api}/api/v1/account/balance`, bearer())).status).toBe(429);
    expect((await box.ask(`${api}/api/v1/secondarymarket?PageSize=1`, bearer())).status).toBe(200);
  });
});

describe('the secondary market', () => {
  async function fetchMarket(
    query: string,
  ): Promise<Record<string, unknown> & { Payload: Record<string, unknown>[] }> {
    const answer = await box.ask(`${api}/api/v1/secondarymarket?${query}`, bearer());
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
    const without = await box.ask(`${api}/api/v1/secondarymarket`);
    expect(without.status).toBe(401);
    expect(await without.json()).toMatchObject({ Errors: [{ Message: 'Missing token' }] });
    expect((await box.ask(`${api}/api/v1/secondarymarket`, { method: 'POST', ...bearer() })).status).toBe(
      405,
    );
    expect((await box.ask(`${api}/api/v1/nothing`, bearer())).status).toBe(404);
  });
});
