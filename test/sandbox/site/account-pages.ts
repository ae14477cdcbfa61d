import { Hono } from 'hono';
import type { SandboxEnv } from '../api/endpoints.ts';
import type { SandboxContext } from '../context.ts';
import type { AnswerPage } from './answer-page.ts';
import { writeCashFlowPage, writeCashFlowPart, writeCashFlowSheet } from './cash-flow-page.ts';
import {
  createOverviewNumbers,
  getAccountFigures,
  writeDashboardPage,
  writeStatNumbers,
} from './dashboard.ts';

/** The pages of one's account in generation B, dashboard and cash flow, with the parts that their scripts fetch. */
export function createAccountPages(context: SandboxContext, page: AnswerPage): Hono<SandboxEnv> {
  const { world, site } = context;
  const app = new Hono<SandboxEnv>({ strict: false });
  const getInvestor = (): number => site.signedIn ?? 0;

  app.get('/:lang/cashflow', (http) =>
    page(http, http.req.param('lang'), (frame, how) =>
      writeCashFlowPage(world, new URL(http.req.url), how, frame),
    ),
  );
  app.get('/:lang/cashflow/searchcashflow', (http) =>
    page(http, http.req.param('lang'), (_, how) => {
      const address = new URL(http.req.url);
      if (address.searchParams.get('downloadExcel') !== 'true') {
        return writeCashFlowPart(world, getInvestor(), address, how);
      }
      return new Response(writeCashFlowSheet(world, getInvestor(), address, how), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="cashflow.csv"',
        },
      });
    }),
  );
  app.get('/:lang/dashboard', (http) =>
    page(http, http.req.param('lang'), (frame, how) => writeDashboardPage(how, frame)),
  );
  app.get('/:lang/dashboard/overviewnumbers', (http) =>
    page(http, http.req.param('lang'), (_, how) =>
      Response.json(createOverviewNumbers(getAccountFigures(world, getInvestor()), how)),
    ),
  );
  app.get('/:lang/dashboard/statnumbers', (http) =>
    page(http, http.req.param('lang'), (_, how) =>
      writeStatNumbers(getAccountFigures(world, getInvestor()), how),
    ),
  );
  return app;
}
