import type { Fetch } from '#lib/bondora/exchange.ts';

/** One answer of the script: a response, a failure, or a function that makes either. */
export type Step = Response | Error | ((request: SentRequest) => Response | Promise<Response>);

export interface SentRequest {
  url: URL;
  method: string;
  headers: Headers;
  body: string | undefined;
  signal: AbortSignal | undefined;
}

/** A `fetch` that answers from a script and keeps what it was asked. A request past the script's end fails the test. */
export function createScriptedFetch(...steps: Step[]): { fetch: Fetch; sent: SentRequest[] } {
  const sent: SentRequest[] = [];
  return {
    sent,
    async fetch(url, init) {
      const request: SentRequest = {
        url: new URL(url),
        method: init.method ?? 'GET',
        headers: new Headers(init.headers),
        body: typeof init.body === 'string' ? init.body : undefined,
        signal: init.signal ?? undefined,
      };
      sent.push(request);
      const step = steps[sent.length - 1];
      if (step === undefined) throw new RangeError(`Request ${sent.length} is not in the script: ${url}`);
      if (step instanceof Error) throw step;
      return typeof step === 'function' ? step(request) : step;
    },
  };
}

/** An answer of the API. */
export function answer(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}

/** An answer that carries a payload. */
export function payload(value: unknown, more: Record<string, unknown> = {}, status = 200): Response {
  return answer({ ...more, Payload: value, Success: true, Errors: null }, status);
}

/** An answer that says no. */
export function refusal(
  status: number,
  message: string,
  details: string | null = null,
  headers: Record<string, string> = {},
): Response {
  const errors = [{ Code: status, Message: message, Details: details }];
  return answer({ Success: false, Errors: errors }, status, headers);
}
