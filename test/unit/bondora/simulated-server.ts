import type { Fetch } from '#lib/bondora/exchange.ts';
import { getQuota, type QuotaKey } from '#lib/bondora/quota-table.ts';
import type { OwnedClock } from './owned-clock.ts';
import { payload, refusal } from './scripted-fetch.ts';
import type { SimulatedTokens } from './simulated-tokens.ts';

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
  arrivals: { key: QuotaKey; at: number; body: string; status: number; refused: boolean }[];
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
  tokens,
}: {
  clock: OwnedClock;
  travel: (key: QuotaKey | 'token') => Journey;
  /** Answers the token address, and tells which tokens are good; all are when left out. */
  tokens?: SimulatedTokens;
}): SimulatedServer {
  const opened = new Map<QuotaKey, { at: number; calls: number }>();

  const server: SimulatedServer = {
    arrivals: [],
    async fetch(url, init) {
      const { pathname } = new URL(url);
      const path = pathname.replace('/api/v1', '');
      const key = addresses.find(([shape]) => shape.test(path))?.[1];
      if (key === undefined && pathname !== '/oauth/access_token') {
        throw new RangeError(`The simulated server has no ${path}.`);
      }
      const journey = travel(key ?? 'token');
      const body = typeof init.body === 'string' ? init.body : '';
      // What has left arrives, whether or not anybody still waits for the answer.
      const answered = (async () => {
        await clock.sleep(journey.there);
        if (journey.lost === 'request') throw new TypeError('connection reset');
        const response =
          key === undefined
            ? (tokens?.exchange(body) ?? refusal(400, 'No tokens here'))
            : serve(key, body, new Headers(init.headers));
        await clock.sleep(journey.back);
        if (journey.lost === 'answer') throw new TypeError('connection reset');
        return response;
      })();
      answered.catch(() => undefined);
      return Promise.race([answered, rejectOn(init.signal)]);
    },
  };
  return server;

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
    const arrival = { key, at, body, status: 429, refused };
    server.arrivals.push(arrival);
    if (refused) {
      const seconds = Math.floor((current.at + windowMs - at) / 1000);
      return refusal(429, 'API calls quota exceeded!', null, { 'retry-after': String(seconds) });
    }
    const token = headers.get('authorization')?.replace('Bearer ', '') ?? '';
    arrival.status = tokens?.isGood(token) === false ? 401 : key === 'secondarymarket/buy' ? 202 : 200;
    if (arrival.status === 401) return refusal(401, 'Invalid token');
    return payload(key === 'account/balance' ? { Balance: 1 } : [], {}, arrival.status);
  }
}

function rejectOn(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')), {
      once: true,
    });
  });
}
