import { afterAll, beforeAll, beforeEach } from 'vitest';
import { describedOperations } from '#test/contract/api-description.ts';
import { createSandboxFetch } from '#test/sandbox/sandbox-fetch.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '#test/sandbox/server.ts';
import { checkAnswer } from './check-answer.ts';

export type Item = Record<string, unknown>;

export interface Answer {
  status: number;
  body: Item & { Payload: Item[]; Errors: { Code: number; Message: string; Details: string }[] };
}

/** A sandbox for the tests of one file, and how they call it. Quotas begin anew with each test. */
export interface SandboxInUse {
  readonly sandbox: Sandbox;
  ask: ReturnType<typeof createSandboxFetch>;
  /** Calls an operation with a fresh quota and checks the answer against the description of the API. */
  call(operationId: string, path: string, body?: unknown, token?: string): Promise<Answer>;
  getMarket(query?: string): Promise<Item[]>;
  getInvestments(query?: string): Promise<Item[]>;
  getBalance(): Promise<Item>;
}

/** Starts a sandbox before the tests of a file and closes it after them. */
export function useSandbox(options: SandboxOptions): SandboxInUse {
  let sandbox: Sandbox | undefined;
  let fetchSandbox: ReturnType<typeof createSandboxFetch> | undefined;
  const get = (): Sandbox => {
    if (!sandbox) throw new Error('The sandbox has not been started.');
    return sandbox;
  };
  beforeAll(async () => {
    sandbox = await startSandbox(options);
    fetchSandbox = createSandboxFetch(sandbox);
  });
  afterAll(() => sandbox?.close());
  beforeEach(() => {
    get().quotas.reset();
    get().faults.clear();
    get().requests.clear();
  });

  const use: SandboxInUse = {
    get sandbox() {
      return get();
    },
    ask: (input, init) => {
      if (!fetchSandbox) throw new Error('The sandbox has not been started.');
      return fetchSandbox(input, init);
    },
    async call(operationId, path, body, token) {
      const operation = describedOperations.find((one) => one.operationId === operationId);
      get().quotas.reset();
      const answer = await use.ask(`https://api.bondora.com${path}`, {
        method: operation?.method ?? 'GET',
        headers: {
          authorization: `Bearer ${token ?? get().pastedToken}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const json = (await answer.json()) as Answer['body'];
      checkAnswer(operationId, answer.status, json);
      return { status: answer.status, body: json };
    },
    async getMarket(query = '') {
      const path = `/api/v1/secondarymarket?PageSize=100000${query}`;
      return (await use.call('listSecondaryMarket', path)).body.Payload;
    },
    async getInvestments(query = '') {
      return (await use.call('listInvestments', `/api/v1/account/investments?${query}`)).body.Payload;
    },
    async getBalance() {
      return getPayload(await use.call('getAccountBalance', '/api/v1/account/balance'));
    },
  };
  return use;
}

/** The payload of an answer that has one thing in it. */
export function getPayload({ body }: Answer): Item {
  return body.Payload as unknown as Item;
}

/** A field as text. */
export function getText(item: Item | undefined, name: string): string {
  return String(item?.[name]);
}

/** An id of nothing. */
export const nobody = '00000000-0000-4000-8000-000000000000';
