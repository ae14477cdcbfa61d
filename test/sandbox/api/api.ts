import { Hono } from 'hono';
import type { SandboxContext } from '../context.ts';
import { listAccountEndpoints } from './account.ts';
import { listAuctionEndpoints } from './auctions.ts';
import { listBidEndpoints } from './bids.ts';
import { createEndpoints, type SandboxEnv } from './endpoints.ts';
import { answerProblem } from './envelope.ts';
import { listLoanPartEndpoints } from './loan-parts.ts';
import { createOAuthCalls } from './oauth.ts';
import { listPublicDatasetEndpoints } from './public-dataset.ts';
import { listReportEndpoints } from './reports.ts';
import { listSecondMarketEndpoints } from './second-market.ts';
import { listTradeEndpoints } from './trades.ts';

/** The host api. */
export function createApi(context: SandboxContext): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.route('/', createOAuthCalls(context));
  app.route(
    '/',
    createEndpoints(context, [
      ...listAccountEndpoints(context),
      ...listAuctionEndpoints(context),
      ...listBidEndpoints(context),
      ...listSecondMarketEndpoints(context),
      ...listTradeEndpoints(context),
      ...listLoanPartEndpoints(context),
      ...listReportEndpoints(context),
      ...listPublicDatasetEndpoints(context),
    ]),
  );
  app.all('*', () =>
    answerProblem({ status: 404, message: 'No HTTP resource was found that matches the request URI.' }),
  );
  return app;
}
