import type { HttpBindings } from '@hono/node-server';
import { createFetch } from './answer-requests.ts';
import type { SandboxContext } from './context.ts';

/**
 * A `fetch` that asks a sandbox without any connection between: for long runs of thousands of requests. Faults that break
 * a connection end the body with an error.
 */
export function createInProcessFetch(
  sandbox: SandboxContext,
): (url: string, init?: RequestInit) => Promise<Response> {
  return async (url, init) => {
    let isBroken = false;
    const connections = {
      reset: () => {
        isBroken = true;
      },
      closeAll: () => undefined,
    };
    const answer = createFetch(sandbox, connections);
    const request = new Request(url, init);
    const env = { incoming: { headers: { host: request.headers.get('host') ?? new URL(url).host } } };
    const response = await answer(request, env as unknown as HttpBindings);
    if (isBroken) throw new TypeError('Failed to fetch');
    init?.signal?.throwIfAborted();
    const body = response.body?.pipeThrough(
      new TransformStream({
        flush: () => {
          if (isBroken) throw new TypeError('network error');
        },
      }),
      init?.signal ? { signal: init.signal } : {},
    );
    return new Response(body ?? null, response);
  };
}
