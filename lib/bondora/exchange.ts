import { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import { abortedError, networkError } from './request-errors.ts';
import { reasonOf } from './without-secrets.ts';

/** The platform's `fetch`, or one that behaves like it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** One request, as far as it does not depend on who sends it. */
export interface Exchange {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  /** How long the head of the answer may take. */
  headLimitMs: number;
  signal: AbortSignal;
}

/** The head of an answer, and its body to come. The body's errors are `aborted` and `network`. */
export interface Reply {
  status: number;
  headers: Headers;
  body: ReadableStream<Uint8Array>;
}

// A body may take as long as it likes as long as bytes keep coming.
const stallLimitMs = 60_000;

/**
 * Sends one request and resolves when the head of the answer is there, whatever its status. No cookies are sent, nothing
 * is cached, and a redirect is an answer and not followed.
 * Throws `aborted`, and `network` when there is no answer in time.
 */
export async function exchange(fetch: Fetch, clock: Clock, request: Exchange): Promise<Reply> {
  const { url, method, headers, body, headLimitMs, signal } = request;
  if (signal.aborted) throw abortedError(signal);
  const ending = followSignal(signal);
  const late = new AbortController();
  clock.sleep(headLimitMs, late.signal).then(
    () => ending.end('timeout'),
    () => undefined,
  );
  try {
    const sent = fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      signal: ending.signal,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
    });
    const response = await Promise.race([sent, ending.ended]);
    return {
      status: response.status,
      headers: response.headers,
      body: watchBody(response.body, clock, ending),
    };
  } catch (error) {
    ending.release();
    throw ending.errorFor(error);
  } finally {
    late.abort();
  }
}

/** The whole body as text. Throws `aborted`, `network`. */
export async function readText(reply: Reply): Promise<string> {
  const reader = reply.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
}

/** What can end a request early: the caller's signal, or a limit of ours. */
interface Ending {
  signal: AbortSignal;
  /** Never resolves; rejects when the request is ended early. */
  ended: Promise<never>;
  end(reason: 'timeout' | 'stalled'): void;
  /** The error for a failure of the platform, in the light of what ended the request. */
  errorFor(error: unknown): Error;
  release(): void;
}

function followSignal(signal: AbortSignal): Ending {
  const controller = new AbortController();
  let reason: string | undefined;
  const stop = (): void => controller.abort();
  signal.addEventListener('abort', stop, { once: true });
  const ended = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(new Error('ended')), { once: true });
  });
  ended.catch(() => undefined);
  return {
    signal: controller.signal,
    ended,
    end(why) {
      reason = why;
      controller.abort();
    },
    errorFor(error) {
      if (signal.aborted) return abortedError(signal);
      // A `fetch` that may not send anything says so itself.
      return error instanceof AppError ? error : networkError(reason ?? reasonOf(error));
    },
    release: () => signal.removeEventListener('abort', stop),
  };
}

function watchBody(
  body: ReadableStream<Uint8Array> | null,
  clock: Clock,
  ending: Ending,
): ReadableStream<Uint8Array> {
  const reader = body?.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const stalled = new AbortController();
        clock.sleep(stallLimitMs, stalled.signal).then(
          () => ending.end('stalled'),
          () => undefined,
        );
        try {
          const piece = await Promise.race([reader?.read(), ending.ended]);
          if (piece?.done === false) return controller.enqueue(piece.value);
          ending.release();
          controller.close();
        } catch (error) {
          ending.release();
          controller.error(ending.errorFor(error));
        } finally {
          stalled.abort();
        }
      },
      async cancel(reason) {
        ending.release();
        await reader?.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
