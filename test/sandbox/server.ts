import { createServer, type Server } from 'node:https';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { trackConnections } from './connections.ts';
import { createFetch } from './answer-requests.ts';
import { createCertificate } from './certificate.ts';
import type { SandboxContext } from './context.ts';
import { createFaultDesk } from './faults.ts';
import { createBidDesk } from './orders/bids.ts';
import { createReportDesk } from './orders/reports.ts';
import { createTradeDesk } from './orders/trades.ts';
import { createQuotaDesk } from './quotas.ts';
import { createRequestLog } from './request-log.ts';
import { createSiteSettings } from './site/settings.ts';
import { createTokenDesk, type Application } from './tokens.ts';
import { createSandboxClock } from './world/clock.ts';
import { readLoans } from './world/loans-file.ts';
import { createWorld } from './world/create-world.ts';

export interface SandboxOptions {
  /** The same seed makes the same world. */
  seed?: number;
  /** Parts on sale at the start. */
  listings?: number;
  /** Parts that the first investor holds or held. */
  holdings?: number;
  /** A file of real loans to build the market from: CSV, plain or gzipped. */
  loansFile?: string;
  /** Whether others trade and borrowers pay as time goes by. The investors' own orders are carried out anyway. */
  moving?: boolean;
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
  const {
    seed = 1,
    listings = 2000,
    holdings = 64,
    loansFile,
    moving = false,
    port = 0,
    now = Date.now,
  } = options;
  const clock = createSandboxClock(now, (at) => world.moveTo(at));
  const loans = loansFile === undefined ? undefined : await readLoans(loansFile, seed, clock.now());
  const world = createWorld({
    seed,
    listings,
    holdings,
    startedAt: clock.now(),
    moving,
    ...(loans ? { loans } : {}),
  });
  const context: SandboxContext = {
    world,
    clock,
    tokens: createTokenDesk(seed, world.investors.length, () => clock.now()),
    quotas: createQuotaDesk(() => clock.now()),
    faults: createFaultDesk(),
    requests: createRequestLog(),
    bids: createBidDesk(world, moving),
    trades: createTradeDesk(world),
    reports: createReportDesk(world),
    eventLog: [],
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
