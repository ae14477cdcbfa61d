import type { HttpBindings } from '@hono/node-server';
import { createApi } from './api/api.ts';
import { applyFault } from './apply-fault.ts';
import type { Connections } from './connections.ts';
import type { SandboxContext } from './context.ts';
import { createControl } from './control.ts';
import { listPublicQuery, type SeenRequest } from './request-log.ts';
import { createSite } from './site/site.ts';

/** Answers requests by host, writes them down, and lets faults meet them. */
export function createFetch(
  context: SandboxContext,
  connections: Connections,
): (request: Request, env: HttpBindings) => Promise<Response> {
  const api = createApi(context);
  const site = createSite(context);
  const control = createControl(context);
  return async (request, env) => {
    context.world.moveTo(context.clock.now());
    const host = (env.incoming.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const url = new URL(request.url);
    if (host === '127.0.0.1' || host === 'localhost') return control.fetch(request, env);
    const seen: SeenRequest = {
      at: context.clock.now(),
      method: request.method,
      host,
      path: url.pathname,
      query: listPublicQuery(url),
      status: undefined,
    };
    context.requests.add(seen);
    const fault = context.faults.take(request.method, url.pathname);
    if (fault) seen.fault = fault.kind;
    const faulty =
      fault &&
      applyFault(
        fault,
        () => connections.reset(env.outgoing),
        () => context.clock.now(),
      );
    if (faulty && 'instead' in faulty) {
      seen.status = faulty.instead.status;
      return faulty.instead;
    }
    const answer = await answerHost(host, url);
    seen.status = answer.status;
    return faulty ? faulty.afterwards(answer) : answer;

    async function answerHost(name: string, address: URL): Promise<Response> {
      if (name === 'api.bondora.com') return api.fetch(request, env);
      if (['www.bondora.com', 'app.bondora.com', 'bondora.com'].includes(name)) {
        const lower = new URL(address);
        lower.pathname = address.pathname.toLowerCase();
        return site.fetch(lower.href === address.href ? request : new Request(lower, request), env);
      }
      return new Response('The sandbox does not stand for this host.', { status: 421 });
    }
  };
}
