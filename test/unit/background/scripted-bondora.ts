import type { Fetch } from '#lib/bondora/exchange.ts';

/** A Bondora of a few lists that a test changes as it likes. */
export interface ScriptedBondora {
  fetch: Fetch;
  /** Items of the lists, by the path behind `/api/v1/`. */
  lists: Record<string, object[]>;
  /** What single listings are by now, by id; unknown ones are told to be none. */
  summaries: Record<string, object>;
  /** Calls so far: path, and page where there is one. */
  calls: string[];
  /** Instead of the next answer of a path. */
  instead: Record<string, (() => Response | Promise<Response>)[]>;
  /** Items of a page at most. */
  pageSize: number;
}

export const guid = (n: number): string => `${String(n).padStart(8, '0')}-1111-4111-8111-111111111111`;

/** A listing as the API tells it. */
export function listing(n: number, parts: object = {}): object {
  return {
    Id: guid(n),
    LoanPartId: guid(1000 + n),
    AuctionId: guid(2000 + n),
    AuctionNumber: 500 + n,
    Rating: 'B',
    Price: 10,
    DesiredDiscountRate: -5,
    LoanStatusCode: 2,
    ...parts,
  };
}

export function createScriptedBondora(): ScriptedBondora {
  const bondora: ScriptedBondora = {
    lists: { secondarymarket: [], auctions: [], 'account/investments': [], bids: [], eventlog: [] },
    summaries: {},
    calls: [],
    instead: {},
    pageSize: 100_000,
    async fetch(url, init) {
      const { pathname, searchParams } = new URL(url);
      const path = pathname.replace('/api/v1/', '');
      const own = searchParams.has('ShowMyItems') ? ' own' : '';
      const pageNr = Number(searchParams.get('PageNr') ?? 1);
      bondora.calls.push(`${path}${own}${pageNr > 1 ? ` ${pageNr}` : ''}`);
      const instead = own === '' ? bondora.instead[path]?.shift() : undefined;
      if (instead !== undefined) return instead();
      return answerWith(answer(path, own, pageNr, init?.body));
    },
  };

  function answer(path: string, own: string, pageNr: number, body: unknown): object {
    if (path === 'account/balance') {
      return { Payload: { Balance: 10, Reserved: 0, BidRequestAmount: 0, TotalAvailable: 10 } };
    }
    if (path === 'secondarymarket/list' || path === 'loanpart/list') {
      const { ItemIds } = JSON.parse(String(body)) as { ItemIds: string[] };
      const find = (id: string): object | null =>
        path === 'loanpart/list' ? { LoanPartId: id } : (bondora.summaries[id] ?? null);
      return { Payload: ItemIds.map(find) };
    }
    const items = own === '' ? (bondora.lists[path] ?? []) : [];
    const first = (pageNr - 1) * bondora.pageSize;
    return { TotalCount: items.length, Payload: items.slice(first, first + bondora.pageSize) };
  }
  return bondora;
}

/** An answer of the API. */
export function answerWith(parts: object): Response {
  return Response.json({ ...parts, Success: true, Errors: null });
}

/** An answer that breaks off in the middle. */
export function cutOff(): Response {
  return new Response('{"TotalCount":9,"Payload":[{"Id":"', {
    headers: { 'content-type': 'application/json' },
  });
}
