import type { Fault } from './faults.ts';

/** What to do about a fault: answer in place of the handler, or spoil the handler's answer. */
export type FaultyAnswer = { instead: Response } | { afterwards: (response: Response) => Promise<Response> };

/** Works out a fault's answer. `reset` breaks the connection of the request. */
export function applyFault(fault: Fault, reset: () => void, now: () => number): FaultyAnswer {
  switch (fault.kind) {
    case 'status':
      return { instead: createStatusAnswer(fault.status, fault.retryAfterSeconds) };
    case 'html':
      return { instead: new Response(htmlPage, { headers: { 'content-type': 'text/html; charset=utf-8' } }) };
    case 'refuse':
      return { instead: breakOff(reset) };
    case 'lost-answer':
      return afterwards(() => breakOff(reset));
    case 'content-type':
      return afterwards((response) => withHeaders(response, { 'content-type': fault.type }));
    case 'cut':
      return afterwards((response) => withBody(response, endAfter(fault.afterBytes, undefined)));
    case 'reset':
      return afterwards((response) => withBody(response, endAfter(fault.afterBytes, reset)));
    case 'slow-headers':
      return {
        afterwards: async (response) => {
          await wait(fault.ms);
          return response;
        },
      };
    case 'slow-body':
      return afterwards((response) => slowDown(response, fault.ms, fault.steps ?? 10));
    case 'slow-line':
      return afterwards((response) => withBody(response, throttle(fault.bytesPerSecond)));
    case 'wrong-types':
      return { afterwards: (response) => rewriteJson(response, spoilTypes) };
    case 'duplicate':
      return { afterwards: (response) => rewriteJson(response, doubleItems) };
    case 'clock-skew':
      return {
        afterwards: async (response) => {
          const skewed = await rewriteJson(response, (body) => skewValidity(body, fault.ms));
          return withHeaders(skewed, { date: new Date(now() + fault.ms).toUTCString() });
        },
      };
  }
}

const htmlPage =
  '<!DOCTYPE html><html lang="en"><head><title>Bondora</title></head><body><h1>We will be right back</h1></body></html>';

function createStatusAnswer(status: number, retryAfterSeconds = 30): Response {
  const limited = status === 429;
  return Response.json(
    {
      Success: false,
      Errors: [
        {
          Code: status,
          Message: limited
            ? 'API calls quota exceeded! maximum admitted 1 per Second.'
            : 'An error has occurred.',
          Details: limited ? `Retry after ${retryAfterSeconds} seconds` : null,
        },
      ],
    },
    { status, headers: limited ? { 'retry-after': String(retryAfterSeconds) } : {} },
  );
}

/** Resets the connection. The response that is returned reaches nobody. */
function breakOff(reset: () => void): Response {
  reset();
  return new Response(null, { status: 500 });
}

function afterwards(change: (response: Response) => Response): FaultyAnswer {
  return { afterwards: (response) => Promise.resolve(change(response)) };
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  const changed = new Response(response.body, response);
  for (const [name, value] of Object.entries(headers)) changed.headers.set(name, value);
  return changed;
}

function withBody(response: Response, change: TransformStream<Uint8Array, Uint8Array>): Response {
  const body = response.body?.pipeThrough(change) ?? null;
  const changed = new Response(body, response);
  changed.headers.delete('content-length');
  return changed;
}

/** Lets so many bytes pass. Then the body ends, or with `reset` the connection breaks. */
function endAfter(bytes: number, reset: (() => void) | undefined): TransformStream<Uint8Array, Uint8Array> {
  let left = bytes;
  return new TransformStream({
    async transform(chunk, controller) {
      if (left > 0) controller.enqueue(chunk.subarray(0, left));
      left -= chunk.byteLength;
      if (left > 0) return;
      if (reset) {
        // A reset also throws away what the other side has not read yet: leave it the time to.
        await wait(50);
        reset();
      }
      controller.terminate();
    },
  });
}

/** A body of known length is sent in pieces, any other one held back at each of its first chunks. */
function slowDown(response: Response, ms: number, steps: number): Response {
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  const size = Number.isNaN(length) ? Number.POSITIVE_INFINITY : Math.max(1, Math.ceil(length / steps));
  let left = steps;
  return withBody(
    response,
    new TransformStream({
      async transform(chunk, controller) {
        for (let at = 0; at < chunk.byteLength; at += size) {
          if (left-- > 0) await wait(ms / steps);
          controller.enqueue(chunk.subarray(at, at + size));
        }
      },
    }),
  );
}

/** A tenth of a second's bytes at a time. */
function throttle(bytesPerSecond: number): TransformStream<Uint8Array, Uint8Array> {
  const size = Math.max(1, Math.floor(bytesPerSecond / 10));
  return new TransformStream({
    async transform(chunk, controller) {
      for (let at = 0; at < chunk.byteLength; at += size) {
        const piece = chunk.subarray(at, at + size);
        await wait((1000 * piece.byteLength) / bytesPerSecond);
        controller.enqueue(piece);
      }
    },
  });
}

async function rewriteJson(response: Response, change: (body: unknown) => unknown): Promise<Response> {
  if (!response.headers.get('content-type')?.includes('json')) return response;
  const text = JSON.stringify(change(await response.json()));
  const changed = new Response(text, response);
  changed.headers.set('content-length', String(Buffer.byteLength(text)));
  return changed;
}

function spoilTypes(body: unknown): unknown {
  if (!isObject(body) || !('Payload' in body)) return spoil(body);
  return { ...body, Payload: spoil(body['Payload']) };
}

function spoil(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => spoil(entry));
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, spoil(entry)]));
  }
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number' || typeof value === 'boolean') return `${value}?`;
  return {};
}

function doubleItems(body: unknown): unknown {
  if (!isObject(body) || !Array.isArray(body['Payload'])) return body;
  return { ...body, Payload: body['Payload'].flatMap((item: unknown) => [item, item]) };
}

function skewValidity(body: unknown, ms: number): unknown {
  if (!isObject(body) || typeof body['valid_until'] !== 'number') return body;
  return { ...body, valid_until: body['valid_until'] + Math.round(ms / 1000) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
