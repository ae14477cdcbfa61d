import { Agent, request } from 'node:https';
import { Readable } from 'node:stream';
import type { Sandbox } from './server.ts';

/**
 * A `fetch` for Node that finds bondora.com's hosts in a sandbox, over real HTTPS with its certificate checked.
 * Bodies stream, signals abort, redirects are handed back as they are, and a broken connection rejects with a
 * TypeError as in browsers.
 */
export function createSandboxFetch(
  sandbox: Pick<Sandbox, 'port' | 'certificate'>,
): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  const agent = new Agent({ keepAlive: false });
  return async (input, init) => {
    const asked = new Request(input, init);
    const url = new URL(asked.url);
    const body = asked.body === null ? undefined : Buffer.from(await asked.arrayBuffer());
    const local = url.hostname === '127.0.0.1';
    return new Promise((resolve, reject) => {
      const call = request(
        {
          agent,
          host: '127.0.0.1',
          port: sandbox.port,
          servername: local ? 'localhost' : url.hostname,
          ca: sandbox.certificate,
          method: asked.method,
          path: url.pathname + url.search,
          headers: {
            ...Object.fromEntries(asked.headers),
            host: url.host,
            ...(body === undefined ? {} : { 'content-length': body.byteLength }),
          },
          signal: asked.signal,
        },
        (incoming) => {
          const headers = new Headers();
          for (const [name, value] of Object.entries(incoming.headers)) {
            for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one);
          }
          const status = incoming.statusCode ?? 500;
          const empty = status === 204 || status === 304;
          const stream = empty ? null : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>);
          resolve(new Response(stream, { status, headers }));
        },
      );
      call.on('error', (cause) => {
        reject(asked.signal.aborted ? asked.signal.reason : new TypeError('Failed to fetch', { cause }));
      });
      call.end(body);
    });
  };
}
