import { createServer, type Server } from 'node:https';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { createApi } from './api/api.ts';
import { applyFault } from './apply-fault.ts';
import { trackConnections, type Connections } from './connections.ts';
import { createCertificate } from './certificate.ts';
import type { SandboxContext } from './context.ts';
import { createControl } from './control.ts';
import { createFaultDesk } from './faults.ts';
import { createQuotaDesk } from './quotas.ts';
import { createRequestLog, listPublicQuery, type SeenRequest } from './request-log.ts';
import { createSiteSettings } from './site/settings.ts';
import { createSite } from './site/site.ts';
import { createTokenDesk, type Application } from './tokens.ts';
import { createSandboxClock } from './world/clock.ts';
import { readLoans } from './world/loans-file.ts';
import { createWorld } from './world/world.ts';

export interface SandboxOptions {
  /** The same seed makes the same world. */
  seed?: number;
  /** Parts of others on sale at the start. */
  listings?: number;
  /** Parts that the first investor holds or held. */
  holdings?: number;
  /** A file of real loans to build the market from: CSV, plain or gzipped. */
  loansFile?: string;
  /** 0 takes a free port. */
  port?: number;
  /** Epoch milliseconds; the machine's clock when left out. `clock.advance` comes on top. */
  now?: () => number;
}

/** Bondora on this machine: site, sign-in and API behind one port. */
export interface Sandbox extends SandboxContext {
  port: number;
  /** `https://127.0.0.1:PORT`. */
  origin: string;
  /** Base64 SHA-256 of the certificate's public key, for Chromium's `--ignore-certificate-errors-spki-list`. */
  spkiHash: string;
  /** PEM. */
  certificate: string;
  application: Application;
  /** A token without end and with all permissions of the first investor, as from the button on /Application. */
  pastedToken: string;
  /** Ends all connections and the server. */
  close(): Promise<void>;
}

/** Starts a sandbox on 127.0.0.1. It answers by the host that is asked for: www, app, api, or itself. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { seed = 1, listings = 2000, holdings = 64, loansFile, port = 0, now = Date.now } = options;
  const clock = createSandboxClock(now);
  const loans = loansFile === undefined ? undefined : await readLoans(loansFile, seed, clock.now());
  const world = createWorld({
    seed,
    listings,
    holdings,
    now: () => clock.now(),
    ...(loans ? { loans } : {}),
  });
  const context: SandboxContext = {
    world,
    clock,
    tokens: createTokenDesk(seed, world.investors.length, () => clock.now()),
    quotas: createQuotaDesk(() => clock.now()),
    faults: createFaultDesk(),
    requests: createRequestLog(),
    site: createSiteSettings(),
  };
  const { key, certificate, spkiHash } = await createCertificate();
  const server = createAdaptorServer({
    fetch: (request, env) => fetch(request, env as HttpBindings),
    createServer,
    serverOptions: { key, cert: certificate },
    overrideGlobalObjects: false,
  });
  const connections = trackConnections(server as Server);
  const fetch = createFetch(context, connections);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The sandbox has no port.');
  return {
    ...context,
    port: address.port,
    origin: `https://127.0.0.1:${address.port}`,
    spkiHash,
    certificate,
    application: context.tokens.application,
    pastedToken: context.tokens.pasted[0] ?? '',
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        connections.closeAll();
      }),
  };
}

/** Answers requests by host, writes them down, and lets faults meet them. */
function createFetch(
  context: SandboxContext,
  connections: Connections,
): (request: Request, env: HttpBindings) => Promise<Response> {
  const api = createApi(context);
  const site = createSite(context);
  const control = createControl(context);
  return async (request, env) => {
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
