import { request } from 'node:https';
import { signIn } from '#lib/bondora/sign-in.ts';
import type { Fetch } from '#lib/bondora/exchange.ts';
import type { BondoraClient } from '#lib/bondora/client.ts';
import type { Scope } from '#lib/base/permissions.ts';
import { createPastedGrant, type TokenGrant } from '#lib/bondora/token-grant.ts';
import { createSandboxFetch } from '#test/sandbox/sandbox-fetch.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '#test/sandbox/server.ts';
import { createTestClient } from '#test/unit/bondora/client-rig.ts';
import { createMemoryStores, type MemoryStores } from '#test/unit/bondora/memory-stores.ts';
import { createOwnedClock, type OwnedClock } from '#test/unit/bondora/owned-clock.ts';
import { findOperation, listRequestFaults } from './check-request.ts';

/** The real client before the real sandbox, over HTTPS, on one clock that the test owns. */
export interface ContractRig {
  sandbox: Sandbox;
  clock: OwnedClock;
  stores: MemoryStores;
  client: BondoraClient;
  /** A client over the same stores, as the next background makes one. */
  restart(): BondoraClient;
  fetch: Fetch;
  /** What of the client's requests the description of the API does not allow. */
  faults: string[];
  /** Operations that were called, by name. */
  called: Set<string>;
  /** How many answers have begun to arrive at the client. */
  heads(): number;
  /** Lets the owned clock run whenever the network rests, until the work is done. */
  run<T>(work: Promise<T>): Promise<T>;
  /** Signs in through the sandbox's consent page; `granted` are the permissions that stay ticked. */
  signIn(asked: readonly Scope[], granted?: readonly Scope[] | 'deny'): Promise<TokenGrant>;
  /** New quotas, no faults, the pasted token: each test starts from there. */
  reset(): void;
  close(): Promise<void>;
}

export const redirectUrl = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';

export async function startContractRig(options: SandboxOptions = {}): Promise<ContractRig> {
  const clock = createOwnedClock(Date.UTC(2026, 10, 22, 12));
  const sandbox = await startSandbox({
    seed: 3,
    listings: 300,
    holdings: 40,
    ...options,
    now: () => clock.now(),
  });
  const stores = createMemoryStores();
  const underWay = new Set<symbol>();
  const send = createSandboxFetch(sandbox);
  const faults: string[] = [];
  const called = new Set<string>();
  let heads = 0;

  const fetch: Fetch = async (url, init) => {
    const body = typeof init.body === 'string' ? init.body : undefined;
    const operation = findOperation(init.method ?? 'GET', new URL(url).pathname);
    if (operation === undefined) faults.push(`no operation for ${init.method} ${new URL(url).pathname}`);
    else {
      called.add(operation.operationId);
      faults.push(
        ...listRequestFaults(operation, { url: new URL(url), headers: new Headers(init.headers), body }),
      );
    }
    const mark = Symbol(url);
    underWay.add(mark);
    const end = (): void => void underWay.delete(mark);
    try {
      const isBodied = init.method === 'GET' && body !== undefined;
      const response = await (isBodied ? getWithBody(sandbox, url, init, body) : send(url, init));
      heads += 1;
      return new Response(followBody(response.body, end), response);
    } catch (error) {
      end();
      throw error;
    }
  };

  const restart = (): BondoraClient =>
    createTestClient({ fetch, clock, stores, application: sandbox.application });
  const rig: ContractRig = {
    sandbox,
    clock,
    stores,
    fetch,
    faults,
    called,
    heads: () => heads,
    restart,
    client: restart(),
    run: (work) => clock.runUntil(work, () => underWay.size > 0),
    signIn: (asked, granted = asked) =>
      signIn({
        fetch,
        clock,
        application: sandbox.application,
        redirectUrl,
        scopes: asked,
        signInHost: 'app.bondora.com',
        createState: () => crypto.randomUUID(),
        signal: new AbortController().signal,
        launchWebAuthFlow: async ({ url }) => {
          const mark = Symbol(url);
          underWay.add(mark);
          return decideOnPage(send, url, granted).finally(() => underWay.delete(mark));
        },
      }),
    reset() {
      sandbox.quotas.reset();
      sandbox.faults.clear();
      sandbox.requests.clear();
      stores.records.clear();
      stores.tokens.write(createPastedGrant(sandbox.pastedToken));
      rig.client = restart();
    },
    close: () => sandbox.close(),
  };
  rig.reset();
  return rig;
}

/** What a person does on the consent page: leaves ticked what is granted, and clicks. */
async function decideOnPage(send: Fetch, url: string, granted: readonly Scope[] | 'deny'): Promise<string> {
  const page = await (await send(url, {})).text();
  const hidden = [...page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const form = new URLSearchParams(
    hidden.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]),
  );
  const boxes = [...page.matchAll(/name="granted" value="(\w+)"/g)].map(([, scope = '']) => scope as Scope);
  if (granted !== 'deny') {
    for (const scope of boxes.filter((box) => granted.includes(box))) form.append('granted', scope);
  }
  form.set('decision', granted === 'deny' ? 'deny' : 'allow');
  const answer = await send(new URL('/oauth/authorize', url).href, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    redirect: 'manual',
  });
  return answer.headers.get('location') ?? '';
}

function followBody(
  body: ReadableStream<Uint8Array> | null,
  end: () => void,
): ReadableStream<Uint8Array> | null {
  if (body === null) {
    end();
    return null;
  }
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          end();
          controller.close();
        } catch (error) {
          end();
          controller.error(error);
        }
      },
      cancel(reason) {
        end();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

// The one thing that no browser does: a GET with a body.
function getWithBody(sandbox: Sandbox, url: string, init: RequestInit, body: string): Promise<Response> {
  const { host, hostname, pathname } = new URL(url);
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port: sandbox.port,
        servername: hostname,
        ca: sandbox.certificate,
        agent: false,
        method: 'GET',
        path: pathname,
        headers: {
          ...Object.fromEntries(new Headers(init.headers)),
          host,
          'content-length': Buffer.byteLength(body),
        },
      },
      (incoming) => {
        incoming.toArray().then(
          (chunks) =>
            resolve(
              new Response(Buffer.concat(chunks as Buffer[]), {
                status: incoming.statusCode ?? 500,
                headers: { 'content-type': incoming.headers['content-type'] ?? '' },
              }),
            ),
          reject,
        );
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}
