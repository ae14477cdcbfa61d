import { describe, expect, it } from 'vitest';
import { createMemoryStores, lastingGrant } from './memory-stores.ts';
import { createOwnedClock } from './owned-clock.ts';
import { createTestClient } from './client-rig.ts';
import { answer, createScriptedFetch, payload, refusal, type Step } from './scripted-fetch.ts';

const balance = {
  Balance: 120.5,
  Reserved: 15,
  BidRequestAmount: 5,
  TotalAvailable: 100.5,
  GoGrowAccounts: null,
};
const hour = 3_600_000;

function setUp(...steps: Step[]) {
  const clock = createOwnedClock();
  const stores = createMemoryStores(lastingGrant);
  const script = createScriptedFetch(...steps);
  const client = createTestClient({ fetch: script.fetch, clock, stores });
  return { clock, stores, client, sent: script.sent };
}

describe('a read', () => {
  it('asks with the token and without cookies, and decodes the answer', async () => {
    const { client, sent } = setUp(payload(balance));
    const { value, problems } = await client.getAccountBalance({});
    expect(value).toEqual({
      balance: 120.5,
      reserved: 15,
      bidRequestAmount: 5,
      totalAvailable: 100.5,
      goGrowAccounts: null,
    });
    expect(problems).toEqual([]);
    expect(sent[0]?.url.href).toBe('https://api.bondora.com/api/v1/account/balance');
    expect(sent[0]?.headers.get('authorization')).toBe(`Bearer ${lastingGrant.accessToken}`);
  });

  it('reports a field of the wrong kind by its path and keeps the rest', async () => {
    const { client } = setUp(
      payload({ ...balance, Reserved: 'much', GoGrowAccounts: [{ Name: 'Rainy days', TotalSaved: [] }, 7] }),
    );
    const { value, problems } = await client.getAccountBalance({});
    expect(value.reserved).toBeNull();
    expect(value.balance).toBe(120.5);
    expect(value.goGrowAccounts).toEqual([
      { name: 'Rainy days', netDeposits: null, netProfit: null, totalSaved: null },
    ]);
    expect(problems).toEqual([
      'Payload.Reserved',
      'Payload.GoGrowAccounts[0].TotalSaved',
      'Payload.GoGrowAccounts[1]',
    ]);
  });

  it('decodes a page of the market under the names of the field catalogue', async () => {
    const { client, sent } = setUp(
      payload(
        [
          {
            Id: '33748A86-5ACE-4712-AC56-EBDE9311E920',
            AuctionNumber: 12,
            Interest: 19.52,
            DesiredDiscountRate: -12.5,
            UseOfLoan: -1,
            LoanStatusCode: 77,
            NextPaymentDate: '2021-05-15T00:00:00',
            DebtOccuredOnForSecondary: null,
          },
        ],
        { PageSize: 100, PageNr: 2, TotalCount: 4711, Count: 1 },
      ),
    );
    const page = await client.listSecondaryMarket({
      pageSize: 100,
      pageNr: 2,
      interestMin: 0.29,
      countries: ['EE', 'FI'],
      showMyItems: false,
    });
    expect(sent[0]?.url.search).toBe(
      '?InterestMin=29&Countries=EE&Countries=FI&ShowMyItems=false&PageSize=100&PageNr=2',
    );
    expect(page).toMatchObject({ pageSize: 100, pageNr: 2, totalCount: 4711, problems: [] });
    expect(page.items[0]).toMatchObject({
      listingId: '33748a86-5ace-4712-ac56-ebde9311e920',
      auctionNumber: 12,
      interest: 0.1952,
      discount: -0.125,
      useOfLoan: -1,
      loanStatusCode: 77,
      nextPaymentDate: 18762,
      debtOccurredOnForSecondary: null,
    });
  });

  it.each([
    ['a network error', new TypeError('fetch failed')],
    ['an answer 500', refusal(500, 'oops')],
    ['an answer 503 in HTML', answer('<html>', 503, { 'content-type': 'text/html' })],
  ])('is tried again after %s', async (_, failure) => {
    const { client, clock, sent } = setUp(failure, payload(balance));
    const { value } = await clock.runUntil(client.getAccountBalance({}));
    expect(value.balance).toBe(120.5);
    expect(sent).toHaveLength(2);
  });

  it('is given up after the attempts its quota allows', async () => {
    const { client, clock, sent } = setUp(refusal(500, 'oops'), refusal(502, 'oops'));
    await expect(clock.runUntil(client.getAccountBalance({}))).rejects.toMatchObject({ code: 'server' });
    expect(sent).toHaveLength(2);
  });

  it('waits as long as a refusal asks and tries again', async () => {
    const { client, clock, sent } = setUp(
      refusal(429, 'API calls quota exceeded! maximum admitted 12 per Hour.', 'Retry after 600 seconds'),
      payload(balance),
    );
    const start = clock.now();
    await clock.runUntil(client.getAccountBalance({}));
    expect(sent).toHaveLength(2);
    expect(clock.now() - start).toBe(601_000);
  });

  it('rather fails than waits when it must be now', async () => {
    const { client, clock, sent } = setUp(refusal(429, 'too many', null, { 'retry-after': '600' }));
    const freeAt = clock.now() + 601_000;
    const now = { when: 'now' } as const;
    await expect(client.getAccountBalance({}, now)).rejects.toMatchObject({
      code: 'rate-limited',
      data: { freeAt },
    });
    await expect(client.getAccountBalance({}, now)).rejects.toMatchObject({ data: { freeAt } });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['HTML', answer('<!DOCTYPE html>', 200, { 'content-type': 'text/html' })],
    ['JSON that is cut off', answer('{"Payload": {"Balance": 12')],
    ['JSON twice', answer('{"Success":true}{"Success":true}')],
    ['no envelope', answer([1, 2, 3])],
    ['a payload that is a text', payload('much')],
    ['no payload', payload(null)],
    ['JSON called something else', answer('{"Success":true}', 200, { 'content-type': 'text/plain' })],
    ['a redirect', new Response(null, { status: 302, headers: { location: 'https://www.bondora.com/' } })],
  ])('calls %s nonsense and does not ask again', async (_, response) => {
    const { client, sent } = setUp(response);
    await expect(client.getAccountBalance({})).rejects.toMatchObject({ code: 'nonsense' });
    expect(sent).toHaveLength(1);
  });

  it.each([
    [400, 'bad-request'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [405, 'bad-request'],
    [409, 'conflict'],
    [415, 'bad-request'],
  ])('turns status %i into %s', async (status, code) => {
    const { client } = setUp(refusal(status, 'Words of Bondora', 'and more'));
    await expect(client.getAccountBalance({})).rejects.toMatchObject({
      code,
      data: { status, said: 'Words of Bondora: and more' },
    });
  });

  it('believes the envelope when the status says 200 and it does not', async () => {
    const { client } = setUp(answer({ Success: false, Errors: [{ Code: 404, Message: 'Not found' }] }));
    await expect(client.getAccountBalance({})).rejects.toMatchObject({ code: 'not-found' });
  });

  it('tells a person who is not linked at once', async () => {
    const { client, stores, sent } = setUp();
    stores.tokens.write(undefined);
    await expect(client.getAccountBalance({})).rejects.toMatchObject({ code: 'not-linked' });
    expect(sent).toHaveLength(0);
    expect((await client.quotaStatus('account/balance')).left).toBe(12);
  });

  it('refuses a page larger than there are before it asks', async () => {
    const { client } = setUp();
    await expect(client.listSecondaryMarket({ pageSize: 100_001 })).rejects.toMatchObject({
      code: 'invalid-input',
      message: 'A page holds 1 to 100000 items.',
    });
  });
});

it('tells what is left of a quota and when the next call is free', async () => {
  const { client, clock } = setUp(...Array.from({ length: 5 }, () => () => payload([])));
  const start = clock.now();
  for (let left = 5; left > 0; left -= 1) {
    expect(await client.quotaStatus('secondarymarket')).toEqual({
      left,
      limit: 5,
      windowMs: hour,
      nextFreeAt: null,
    });
    await client.listSecondaryMarket({});
    await clock.advance(1000);
  }
  expect(await client.quotaStatus('secondarymarket')).toEqual({
    left: 0,
    limit: 5,
    windowMs: hour,
    nextFreeAt: start + hour + 16,
  });
});
