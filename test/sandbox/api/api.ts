import { Hono } from 'hono';
import type { SandboxContext } from '../context.ts';
import { listAccountEndpoints } from './account.ts';
import { createEndpoints, type SandboxEnv } from './endpoints.ts';
import { answerProblem } from './envelope.ts';
import { createOAuthCalls } from './oauth.ts';
import { listSecondMarketEndpoints } from './second-market.ts';

/** The host api. */
export function createApi(context: SandboxContext): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.route('/', createOAuthCalls(context));
  app.route(
    '/',
    createEndpoints(context, [...listAccountEndpoints(context), ...listSecondMarketEndpoints(context)]),
  );
  app.all('*', () =>
    answerProblem({ status: 404, message: 'No HTTP resource was found that matches the request URI.' }),
  );
  return app;
}
