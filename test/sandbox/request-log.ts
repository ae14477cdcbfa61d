/** A request that the sandbox saw. Holds no header, no body, and no secret of a query. */
export interface SeenRequest {
  /** Epoch milliseconds of the sandbox's clock. */
  at: number;
  method: string;
  host: string;
  path: string;
  /** Query pairs in the order sent; codes, states and tokens are left out. */
  query: readonly (readonly [name: string, value: string])[];
  /** Undefined while the answer has not begun. */
  status: number | undefined;
  /** Name of the fault that was switched on for it. */
  fault?: string;
}

/** Keeps the last requests, so that tests can ask what was called. */
export interface RequestLog {
  readonly seen: readonly SeenRequest[];
  add(request: SeenRequest): void;
  clear(): void;
  /** Requests to this path (exact) on any host. */
  count(path: string): number;
}

const secretNames = new Set(['code', 'state', 'client_secret', 'refresh_token', 'access_token', 'token']);
const longest = 20_000;

export function createRequestLog(): RequestLog {
  const seen: SeenRequest[] = [];
  return {
    seen,
    add(request) {
      if (seen.length >= longest) seen.splice(0, longest / 2);
      seen.push(request);
    },
    clear: () => {
      seen.length = 0;
    },
    count: (path) => seen.filter((request) => request.path === path).length,
  };
}

/** The query of an address without what is secret in it. */
export function listPublicQuery(url: URL): SeenRequest['query'] {
  return [...url.searchParams].filter(([name]) => !secretNames.has(name.toLowerCase()));
}
