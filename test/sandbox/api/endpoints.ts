import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import type { SandboxContext } from '../context.ts';
import { describeQuota } from '../quotas.ts';
import type { Scope, Token } from '../tokens.ts';
import { answerProblem } from './envelope.ts';
import { parseQuery, type Query } from './query.ts';

export type SandboxEnv = { Bindings: HttpBindings };

/** A call that was let in. */
export interface ApiCall {
  token: Token;
  query: Query;
  /** A part of the path, such as `id`. */
  param: (name: string) => string;
  http: Context<SandboxEnv>;
}

/** One address of the API. */
export interface Endpoint {
  method: 'GET' | 'POST';
  /** Below /api/v1/, with parts in braces. Names the quota too. */
  path: string;
  /** Permission it needs besides a token. */
  scope?: Scope;
  handle(call: ApiCall): Response | Promise<Response>;
}

/** Puts endpoints on the API's host: token, quota, permission, then the handler. Other verbs get 405. */
export function createEndpoints(context: SandboxContext, endpoints: readonly Endpoint[]): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  for (const endpoint of endpoints) {
    app.on(endpoint.method, toRoute(endpoint.path), (http) => {
      const token = findToken(context, http);
      if (typeof token === 'string') return answerUnauthorised(token);
      const verdict = context.quotas.take(token.value, endpoint.path);
      if (!verdict.admitted) {
        return answerProblem({
          status: 429,
          message: `API calls quota exceeded! maximum admitted ${describeQuota(verdict.quota)}.`,
          details: `Retry after ${verdict.retryAfterSeconds} seconds`,
          headers: { 'retry-after': String(verdict.retryAfterSeconds) },
        });
      }
      if (endpoint.scope && !token.scopes.includes(endpoint.scope)) {
        return answerProblem({ status: 403, message: 'User has no rights', details: endpoint.scope });
      }
      return endpoint.handle({
        token,
        query: parseQuery(new URL(http.req.url).searchParams),
        param: (name) => http.req.param(name) ?? '',
        http,
      });
    });
  }
  for (const path of new Set(endpoints.map((endpoint) => endpoint.path))) {
    app.all(toRoute(path), () =>
      answerProblem({ status: 405, message: 'The requested resource does not support this http method.' }),
    );
  }
  return app;
}

/** The token that a call carries, or the text of what is wrong with it. */
export function findToken(context: SandboxContext, http: Context): Token | 'Missing token' | 'Invalid token' {
  const header = http.req.header('authorization');
  const value = /^bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
  if (value === undefined) return 'Missing token';
  return context.tokens.find(value) ?? 'Invalid token';
}

export function answerUnauthorised(message: string): Response {
  return answerProblem({
    status: 401,
    message,
    details:
      'Get an access token from /oauth/access_token and send it as Authorization: Bearer {access_token}',
  });
}

/** `loanpart/{id}` becomes `/api/v1/loanpart/:id`; fixed names go before ids. */
function toRoute(path: string): string {
  return `/api/v1/${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
}
