import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BondoraClient } from '#lib/bondora/client.ts';
import type { Fetch } from '#lib/bondora/exchange.ts';
import { operations } from '#lib/bondora/operations.ts';
import { signIn } from '#lib/bondora/sign-in.ts';
import { decodeSecondMarketItem } from '#lib/bondora/second-market-item.ts';
import { createTestClient, testApplication } from './client-rig.ts';
import { createMemoryStores, lastingGrant } from './memory-stores.ts';
import { createOwnedClock } from './owned-clock.ts';

const id = '0a0b0c0d-1111-2222-3333-444455556666';
const args: Record<string, unknown> = {
  makeBids: { bids: [{ auctionId: id, amount: 5 }] },
  sellSecondaryMarket: { items: [{ loanPartId: id, discount: 0 }] },
  createReport: { kind: 'repayments', periodStart: 17_000, periodEnd: 17_100 },
};

// From any JSON at all to what is nearly right: the envelope around any payload, and the keys of the API with any value.
const key = fc.constantFrom(
  'Id',
  'LoanPartId',
  'Interest',
  'Rating',
  'NextPaymentDate',
  'GeneratedOn',
  'ReportType',
  'Result',
  'LoanTransfers',
  'Debts',
  '__proto__',
  'GoGrowAccounts',
);
const item = fc.dictionary(key, fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()), fc.constant(7)));
const envelope = fc.record(
  {
    Success: fc.oneof(fc.constant(true), fc.jsonValue()),
    Payload: fc.oneof(fc.jsonValue(), item, fc.array(fc.oneof(item, fc.constant(null)))),
    Errors: fc.oneof(
      fc.jsonValue(),
      fc.array(fc.record({ Code: fc.jsonValue(), Message: fc.jsonValue(), Details: fc.jsonValue() })),
    ),
    TotalCount: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  envelope.map((value) => JSON.stringify(value)),
  fc.json(),
  fc.string(),
  envelope.chain((value) => {
    const text = JSON.stringify(value);
    return fc.nat({ max: text.length }).map((at) => text.slice(0, at));
  }),
);
const response = fc.record({
  body,
  status: fc.oneof(fc.constantFrom(200, 202), fc.integer({ min: 200, max: 599 })),
  type: fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/html', ''),
});

function respond({ body: text, status, type }: { body: string; status: number; type: string }): Fetch {
  const isBare = [204, 205, 304].includes(status);
  return async () => new Response(isBare ? null : text, { status, headers: { 'content-type': type } });
}

describe('an answer of any kind', () => {
  it.each(Object.keys(operations))('makes %s give a result or throw our own error', async (name) => {
    await fc.assert(
      fc.asyncProperty(response, async (given) => {
        const clock = createOwnedClock();
        const stores = createMemoryStores(lastingGrant);
        const client = createTestClient({ fetch: respond(given), clock, stores });
        const call = client[name as keyof BondoraClient] as (
          args: unknown,
          options: unknown,
        ) => Promise<unknown>;
        const asked = call(args[name] ?? { id, ids: [id] }, { when: 'now' });
        await clock.runUntil(asked).catch((error: unknown) => {
          expect(error).toMatchObject({ name: 'AppError', code: expect.not.stringMatching(/^internal$/) });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('makes a sign-in give a grant or throw our own error', async () => {
    await fc.assert(
      fc.asyncProperty(
        response,
        fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()),
        async (given, address) => {
          const clock = createOwnedClock();
          const setting = {
            fetch: respond(given),
            clock,
            application: testApplication,
            redirectUrl: 'https://abcdefgh.chromiumapp.org/',
            scopes: [],
            signInHost: 'www.bondora.com',
            createState: () => 'state',
            signal: new AbortController().signal,
          };
          for (const back of [address, 'https://abcdefgh.chromiumapp.org/?code=1234&state=state']) {
            const signing = signIn({ ...setting, launchWebAuthFlow: async () => back });
            await clock.runUntil(signing).catch((error: unknown) => {
              expect(error).toMatchObject({
                name: 'AppError',
                code: expect.not.stringMatching(/^internal$/),
              });
            });
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('an item of any kind is read or left out, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(item, fc.jsonValue()), (value) => {
      const problems: string[] = [];
      const read = decodeSecondMarketItem(value, problems);
      if (read !== undefined) expect(read.listingId).toMatch(/^[0-9a-f-]{36}$/);
    }),
  );
});
