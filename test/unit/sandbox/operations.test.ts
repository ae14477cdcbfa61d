import { describe, expect, it } from 'vitest';
import { describedOperations } from '#test/contract/api-description.ts';
import { generalQuota, quotas } from '#test/sandbox/quotas.ts';
import { scopes } from '#test/sandbox/tokens.ts';
import { checkAnswer, checkFields } from './check-answer.ts';
import { getText, nobody, useSandbox, type Answer } from './use-sandbox.ts';

const box = useSandbox({ seed: 11, listings: 400, holdings: 60, now: () => Date.UTC(2026, 10, 22, 12) });

describe('the quotas', () => {
  it('are those of the description, endpoint by endpoint', () => {
    const windows: Record<string, number> = { '1h': 3_600_000, '1s': 1000 };
    for (const { path, limit } of describedOperations) {
      if (limit.window === null || !path.startsWith('/api/v1/')) continue;
      const quota = quotas[path.slice('/api/v1/'.length)] ?? generalQuota;
      expect(quota, path).toEqual({ calls: limit.limit, windowMs: windows[limit.window] });
    }
  });
});

describe('every operation', () => {
  it('refuses callers without a token, without the permission, and past the quota', async () => {
    const guarded = describedOperations.filter(({ path }) => path.startsWith('/api/v1/'));
    expect(guarded).toHaveLength(24);
    for (const { operationId, path, method, scope } of guarded) {
      const address = path.replace('{id}', nobody);
      const init = { method, headers: { 'content-type': 'application/json' } };
      const without = await box.ask(`https://api.bondora.com${address}`, init);
      expect([without.status, await without.json()], operationId).toMatchObject([
        401,
        { Success: false, Errors: [{ Code: 401, Message: 'Missing token' }] },
      ]);
      if (scope !== null) {
        const code = box.sandbox.tokens.createCode({
          clientId: box.sandbox.application.clientId,
          investor: 0,
          scopes: scopes.filter((one) => one !== scope),
          redirectUri: box.sandbox.application.callback,
        });
        const token = box.sandbox.tokens.redeem(code, box.sandbox.application.clientId, undefined, true);
        const answer = await box.call(operationId, address, method === 'POST' ? {} : undefined, token?.value);
        expect(answer.status, operationId).toBe(403);
      }
      box.sandbox.faults.add({
        path: address,
        times: 1,
        fault: { kind: 'status', status: 429, retryAfterSeconds: 3 },
      });
      expect((await box.call(operationId, address, method === 'POST' ? {} : undefined)).status).toBe(429);
    }
  });
});

describe('lists by GET', () => {
  it('read the body that browsers cannot send', async () => {
    const { request } = await import('node:https');
    const id = getText((await box.getMarket())[0], 'Id');
    for (const [operationId, path] of [
      ['listSecondaryMarketItemsViaGet', '/api/v1/secondarymarket/list'],
      ['listLoanPartsViaGet', '/api/v1/loanpart/list'],
    ] as const) {
      const body = JSON.stringify({ ItemIds: [id] });
      const answer = await new Promise<string>((resolve, reject) => {
        request(
          {
            host: '127.0.0.1',
            port: box.sandbox.port,
            path,
            ca: box.sandbox.certificate,
            servername: 'api.bondora.com',
            headers: {
              host: 'api.bondora.com',
              authorization: `Bearer ${box.sandbox.pastedToken}`,
              'content-type': 'application/json',
              'content-length': body.length,
            },
          },
          (incoming) => {
            incoming.toArray().then((chunks) => resolve(Buffer.concat(chunks).toString()), reject);
          },
        )
          .on('error', reject)
          .end(body);
      });
      checkAnswer(operationId, 200, JSON.parse(answer));
      expect((JSON.parse(answer) as Answer['body']).Payload).toHaveLength(1);
    }
  });
});
describe('the event log and the data set', () => {
  it('keep write calls with what was sent', async () => {
    const [free] = await box.getInvestments('SalesStatus=3&IsInRepayment=true');
    const items = { Items: [{ LoanPartId: free?.['LoanPartId'], DesiredDiscountRate: 1 }] };
    await box.call('sellSecondaryMarket', '/api/v1/secondarymarket/sell', items);
    const { body } = await box.call('listEvents', '/api/v1/eventlog?EventType=3');
    const last = body.Payload.at(-1);
    checkFields('EventLogItem', last);
    expect(JSON.parse(getText(last, 'Data'))).toEqual(items);
  });

  it('publish all loans, by page and by filter', async () => {
    const first = await box.call('listPublicDataset', '/api/v1/publicdataset?PageSize=20');
    expect(first.body.Payload).toHaveLength(20);
    for (const item of first.body.Payload) checkFields('PublicDatasetItem', item);
    const id = getText(first.body.Payload[3], 'LoanId');
    const one = await box.call(
      'listPublicDataset',
      `/api/v1/publicdataset?LoanIds=${id}&Countries=${getText(first.body.Payload[3], 'Country')}`,
    );
    expect(one.body.Payload).toEqual([first.body.Payload[3]]);
  });
});
