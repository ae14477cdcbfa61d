import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '#test/sandbox/faults.ts';
import { startContractRig, type ContractRig } from './contract-rig.ts';

let rig: ContractRig;
let ordered = 0;
beforeAll(async () => {
  rig = await startContractRig({ seed: 13, listings: 120 });
});
beforeEach(() => rig.reset());
// No request of the client is one that the description does not allow.
afterEach(() => expect(rig.faults).toEqual([]));
afterAll(async () => {
  await rig.close();
});

/** Each fault once, and what becomes of a read that meets it once, one that meets it always, and an order. */
const expectations: [fault: Fault, readOnce: string, readAlways: string, order: string][] = [
  [{ kind: 'status', status: 500 }, 'done', 'server', 'unknown-outcome'],
  [{ kind: 'status', status: 503 }, 'done', 'server', 'unknown-outcome'],
  [{ kind: 'status', status: 429, retryAfterSeconds: 20 }, 'done', 'rate-limited', 'rate-limited'],
  [{ kind: 'status', status: 403 }, 'forbidden', 'forbidden', 'forbidden'],
  [{ kind: 'status', status: 400 }, 'bad-request', 'bad-request', 'bad-request'],
  [{ kind: 'refuse' }, 'done', 'network', 'unknown-outcome'],
  [{ kind: 'lost-answer' }, 'done', 'network', 'unknown-outcome'],
  [{ kind: 'reset', afterBytes: 10 }, 'done', 'network', 'unknown-outcome'],
  [{ kind: 'cut', afterBytes: 10 }, 'nonsense', 'nonsense', 'unknown-outcome'],
  [{ kind: 'html' }, 'nonsense', 'nonsense', 'unknown-outcome'],
  [{ kind: 'content-type', type: 'text/plain' }, 'nonsense', 'nonsense', 'unknown-outcome'],
  [{ kind: 'slow-headers', ms: 30 }, 'done', 'done', 'done'],
  [{ kind: 'slow-body', ms: 60, steps: 3 }, 'done', 'done', 'done'],
  [{ kind: 'wrong-types' }, 'done', 'done', 'unknown-outcome'],
  [{ kind: 'duplicate' }, 'done', 'done', 'done'],
  [{ kind: 'clock-skew', ms: 86_400_000 }, 'done', 'done', 'done'],
];

async function outcome(work: Promise<unknown>): Promise<string> {
  return rig.run(
    work.then(
      () => 'done',
      (error: unknown) => (error as { code: string }).code,
    ),
  );
}

describe.each(expectations)('%o', (fault, readOnce, readAlways, order) => {
  it(`met once by a read ends with: ${readOnce}`, async () => {
    rig.sandbox.faults.add({ path: '/api/v1/account/balance', fault, times: 1 });
    expect(await outcome(rig.client.getAccountBalance({}))).toBe(readOnce);
  });

  it(`met always by a read ends with: ${readAlways}, after the attempts its quota allows`, async () => {
    rig.sandbox.faults.add({ path: '/api/v1/account/balance', fault });
    const when = fault.kind === 'status' && fault.status === 429 ? 'now' : 'wait';
    expect(await outcome(rig.client.getAccountBalance({}, { when }))).toBe(readAlways);
    expect(rig.sandbox.requests.seen.length).toBeLessThanOrEqual(2);
  });

  it(`met by an order ends with: ${order}, and the order was sent once`, async () => {
    const { items } = await rig.run(rig.client.listSecondaryMarket({ showMyItems: false }));
    const cheapest = items.toSorted((one, other) => (one.totalCost ?? 0) - (other.totalCost ?? 0));
    // The one before may still be under way, whatever its answer was.
    ordered += 1;
    const ids = [cheapest[ordered]?.listingId ?? ''];
    rig.sandbox.requests.clear();
    rig.sandbox.faults.add({ path: '/api/v1/secondarymarket/buy', fault });
    expect(await outcome(rig.client.buySecondaryMarket({ ids }))).toBe(order);
    expect(rig.sandbox.requests.count('/api/v1/secondarymarket/buy')).toBe(1);
  });
});

describe('a fault that leaves the answer readable', () => {
  it('makes values of the wrong kind unknown, each by its path', async () => {
    rig.sandbox.faults.add({ path: '/api/v1/account/balance', fault: { kind: 'wrong-types' } });
    const { value, problems } = await rig.run(rig.client.getAccountBalance({}));
    expect(value).toMatchObject({
      balance: null,
      reserved: null,
      bidRequestAmount: null,
      totalAvailable: null,
    });
    expect(problems).toEqual(
      expect.arrayContaining(['Payload.Balance', 'Payload.Reserved', 'Payload.GoGrowAccounts[0].Name']),
    );
  });

  it('keeps items that stand in the answer twice, and puts batches in the order asked', async () => {
    const { items } = await rig.run(rig.client.listSecondaryMarket({ pageSize: 2 }));
    const ids = items.map(({ listingId }) => listingId ?? '');
    rig.sandbox.faults.add({ path: '/api/v1/*', fault: { kind: 'duplicate' } });
    const page = await rig.run(rig.client.listSecondaryMarket({ pageSize: 2 }));
    expect(page.items).toHaveLength(4);
    const { value } = await rig.run(rig.client.listSecondaryMarketItems({ ids }));
    expect(value.map((state) => state?.listingId)).toEqual(ids);
  });

  it('breaks a stream off with our own error', async () => {
    for (const [fault, code] of [
      [{ kind: 'reset', afterBytes: 2000 }, 'network'],
      [{ kind: 'cut', afterBytes: 2000 }, 'done'],
    ] as const) {
      rig.reset();
      rig.sandbox.faults.add({ path: '/api/v1/secondarymarket', fault });
      const response = await rig.run(rig.client.stream('listSecondaryMarket', {}));
      // What was cut off cleanly only a parser can tell.
      expect(await outcome(response.text())).toBe(code);
    }
  });

  it('gives up waiting for a head that does not come, and for a body that stands still', async () => {
    for (const [fault, limit] of [
      [{ kind: 'slow-headers', ms: 300 }, 30_000],
      [{ kind: 'slow-body', ms: 600, steps: 2 }, 60_000],
    ] as const) {
      rig.reset();
      rig.sandbox.faults.add({ path: '/api/v1/account/balance', fault, times: 1 });
      const before = rig.heads();
      const read = rig.client.getAccountBalance({}, { when: 'now' });
      const isWaiting = (): boolean =>
        fault.kind === 'slow-body'
          ? rig.heads() === before
          : rig.sandbox.requests.seen[0]?.status === undefined;
      while (isWaiting()) await rig.clock.settle();
      await rig.clock.advance(limit);
      expect(await outcome(read)).toBe('done');
      expect(rig.sandbox.requests.count('/api/v1/account/balance')).toBe(2);
    }
  });
});

describe('a token', () => {
  it('that has run out is renewed before the call, and one that was withdrawn after it', async () => {
    rig.stores.tokens.write(await rig.run(rig.signIn(['Investments'])));
    const before = rig.stores.tokens.current();
    await rig.clock.advance(3_600_000);
    await rig.run(rig.client.getAccountBalance({}));
    const after = rig.stores.tokens.current();
    expect(after?.accessToken).not.toBe(before?.accessToken);
    expect(after).toMatchObject({ refreshToken: before?.refreshToken, scopes: ['Investments'] });
    rig.sandbox.tokens.expireAll();
    await rig.run(rig.client.getAccountBalance({}));
    expect(rig.stores.tokens.current()?.accessToken).not.toBe(after?.accessToken);
    expect(rig.sandbox.requests.count('/oauth/access_token')).toBe(3);
  });

  it('lasts by our own clock when the server’s is a day off', async () => {
    for (const ms of [86_400_000, -86_400_000]) {
      rig.sandbox.faults.clear();
      rig.sandbox.faults.add({ path: '/oauth/access_token', fault: { kind: 'clock-skew', ms } });
      const { expiresAt } = await rig.run(rig.signIn([]));
      expect((expiresAt ?? 0) - rig.clock.now()).toBe(3_600_000);
    }
  });

  it('that Bondora withdrew for good asks for a new link, and an order is not sent again', async () => {
    const grant = await rig.run(rig.signIn(['SmBuy']));
    rig.stores.tokens.write(grant);
    rig.sandbox.tokens.revoke(grant.accessToken);
    expect(await outcome(rig.client.getAccountBalance({}))).toBe('wrong-credentials');
    rig.sandbox.requests.clear();
    const ids = ['00000000-0000-4000-8000-000000000000'];
    expect(await outcome(rig.client.buySecondaryMarket({ ids }))).toBe('wrong-credentials');
    expect(rig.sandbox.requests.count('/api/v1/secondarymarket/buy')).toBe(1);
    rig.stores.tokens.write({ ...grant, refreshToken: null, expiresAt: null });
    expect(await outcome(rig.client.getAccountBalance({}))).toBe('unauthorized');
  });
});
