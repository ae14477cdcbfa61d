import { describe, expect, it } from 'vitest';
import { createTestClient } from './client-rig.ts';
import { createMemoryStores, lastingGrant } from './memory-stores.ts';
import { createOwnedClock } from './owned-clock.ts';
import { createScriptedFetch, payload, refusal, type Step } from './scripted-fetch.ts';

const balance = {
  Balance: 120.5,
  Reserved: 15,
  BidRequestAmount: 5,
  TotalAvailable: 100.5,
  GoGrowAccounts: null,
};

function setUp(...steps: Step[]) {
  const clock = createOwnedClock();
  const stores = createMemoryStores(lastingGrant);
  const script = createScriptedFetch(...steps);
  const client = createTestClient({ fetch: script.fetch, clock, stores });
  return { clock, client, sent: script.sent };
}

describe('a time limit', () => {
  it('ends the wait for the head of an answer', async () => {
    const never = (): Promise<Response> => new Promise(() => undefined);
    const { client, clock } = setUp(never, never);
    await expect(clock.runUntil(client.getAccountBalance({}))).rejects.toMatchObject({
      code: 'network',
      data: { reason: 'timeout' },
    });
  });

  it('ends a body that stands still, and not one that is slow', async () => {
    const clock = createOwnedClock();
    const start = clock.now();
    const drip = (): Response => {
      const body = new ReadableStream<Uint8Array>({
        async start(controller) {
          controller.enqueue(new TextEncoder().encode('{"Success":'));
          await clock.sleep(59_000);
          controller.enqueue(new TextEncoder().encode('true,'));
        },
      });
      return new Response(body, { headers: { 'content-type': 'application/json' } });
    };
    const stores = createMemoryStores(lastingGrant);
    const { fetch, sent } = createScriptedFetch(drip, () => {
      expect(clock.now() - start).toBe(59_000 + 60_000 + 750);
      return payload(balance);
    });
    await clock.runUntil(createTestClient({ fetch, clock, stores }).getAccountBalance({}));
    expect(sent).toHaveLength(2);
  });
});

describe('a caller that stops', () => {
  it('gets "aborted" while it waits for its turn, for the head and for the body', async () => {
    const hanging = (): Promise<Response> => new Promise(() => undefined);
    const endless = new Response(new ReadableStream({ start: () => undefined }), {
      headers: { 'content-type': 'application/json' },
    });
    for (const step of [hanging, endless]) {
      const { client, clock } = setUp(step);
      const stop = new AbortController();
      const read = client.getAccountBalance({}, { signal: stop.signal });
      await clock.settle();
      stop.abort();
      await expect(read).rejects.toMatchObject({ code: 'aborted' });
    }
    const { client, clock } = setUp(refusal(429, '', null, { 'retry-after': '100' }));
    const stop = new AbortController();
    const read = client.getAccountBalance({}, { signal: stop.signal });
    await clock.settle();
    stop.abort();
    await expect(read).rejects.toMatchObject({ code: 'aborted' });
    await expect(client.getAccountBalance({}, { signal: stop.signal })).rejects.toMatchObject({
      code: 'aborted',
    });
  });
});

describe('a page of the market as a stream', () => {
  it('is handed on as it arrives', async () => {
    const { client } = setUp(payload([{ Id: 'x' }]));
    const response = await client.stream(
      'listSecondaryMarket',
      { pageSize: 100_000, pageNr: 1 },
      { priority: 'sync' },
    );
    expect(await response.json()).toMatchObject({ Payload: [{ Id: 'x' }] });
  });

  it('breaks off with our own error', async () => {
    const broken = new Response(
      new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.error(new TypeError('terminated'));
        },
      }),
      { headers: { 'content-type': 'application/json' } },
    );
    const { client } = setUp(broken);
    const response = await client.stream('listSecondaryMarket', {});
    await expect(response.body?.getReader().read()).rejects.toMatchObject({ code: 'network' });
  });
});
