import type { Fetch } from '#lib/bondora/exchange.ts';
import { getQuota, type QuotaKey } from '#lib/bondora/quota-table.ts';
import type { OwnedClock } from './owned-clock.ts';
import { answer, payload, refusal } from './scripted-fetch.ts';

/** How a request travels: the time to the server, and the time until the head of the answer is back. Milliseconds. */
export interface Journey {
  there: number;
  back: number;
  /** Does not arrive, or its answer does not. */
  lost?: 'request' | 'answer';
}

export interface SimulatedServer {
  fetch: Fetch;
  /** Requests that the server counted, in the order they arrived. */
  arrivals: { key: QuotaKey; at: number; body: string; refused: boolean }[];
  /** Refuses a token from now on. */
  withdraw(token: string): void;
  /** Access tokens given out for refresh tokens. */
  renewals: number;
}

const addresses: readonly (readonly [RegExp, QuotaKey])[] = [
  [/^\/account\/balance$/, 'account/balance'],
  [/^\/account\/investments$/, 'account/investments'],
  [/^\/secondarymarket$/, 'secondarymarket'],
  [/^\/secondarymarket\/list$/, 'secondarymarket/list'],
  [/^\/secondarymarket\/buy$/, 'secondarymarket/buy'],
  [/^\/secondarymarket\/sell$/, 'secondarymarket/sell'],
  [/^\/secondarymarket\/cancel$/, 'secondarymarket/cancel'],
  [/^\/loanpart\/list$/, 'loanpart/list'],
  [/^\/auctions$/, 'auctions'],
  [/^\/auction\/[0-9a-f-]+$/, 'auction'],
  [/^\/bids$/, 'bids'],
  [/^\/bid$/, 'bid'],
  [/^\/eventlog$/, 'eventlog'],
];

/** A server that counts as Bondora does: per endpoint in fixed windows, each opened by the first call that arrives. */
export function createSimulatedServer({
  clock,
  travel,
  isKnown = () => true,
}: {
  clock: OwnedClock;
  travel: (key: QuotaKey) => Journey;
  /** Which access tokens are good, besides those withdrawn. */
  isKnown?: (token: string) => boolean;
}): SimulatedServer {
  const opened = new Map<QuotaKey, { at: number; calls: number }>();
  const withdrawn = new Set<string>();

  const server: SimulatedServer = {
    arrivals: [],
    renewals: 0,
    withdraw: (token) => withdrawn.add(token),
    async fetch(url, init) {
      const { pathname } = new URL(url);
      if (pathname === '/oauth/access_token') return renew();
      const path = pathname.replace('/api/v1', '');
      const key = addresses.find(([shape]) => shape.test(path))?.[1];
      if (key === undefined) throw new RangeError(`The simulated server has no ${path}.`);
      const journey = travel(key);
      // What has left arrives, whether or not anybody still waits for the answer.
      const answered = (async () => {
        await clock.sleep(journey.there);
        if (journey.lost === 'request') throw new TypeError('connection reset');
        const body = typeof init.body === 'string' ? init.body : '';
        const response = serve(key, body, new Headers(init.headers));
        await clock.sleep(journey.back);
        if (journey.lost === 'answer') throw new TypeError('connection reset');
        return response;
      })();
      answered.catch(() => undefined);
      return Promise.race([answered, rejectOn(init.signal)]);
    },
  };
  return server;

  function renew(): Response {
    server.renewals += 1;
    return answer({ access_token: `access-${server.renewals}`, token_type: 'bearer', expires_in: 3600 });
  }

  function serve(key: QuotaKey, body: string, headers: Headers): Response {
    const { calls, windowMs } = getQuota(key);
    const at = clock.now();
    let current = opened.get(key);
    if (current === undefined || at >= current.at + windowMs) {
      current = { at, calls: 0 };
      opened.set(key, current);
    }
    current.calls += 1;
    const refused = current.calls > calls;
    server.arrivals.push({ key, at, body, refused });
    if (refused) {
      const seconds = Math.floor((current.at + windowMs - at) / 1000);
      return refusal(429, 'API calls quota exceeded!', null, { 'retry-after': String(seconds) });
    }
    const token = headers.get('authorization')?.replace('Bearer ', '') ?? '';
    if (withdrawn.has(token) || !isKnown(token)) return refusal(401, 'Invalid token');
    return payload(key === 'account/balance' ? { Balance: 1 } : [], {}, 200);
  }
}

function rejectOn(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')), {
      once: true,
    });
  });
}
