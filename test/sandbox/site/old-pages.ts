import { Hono } from 'hono';
import type { SandboxEnv } from '../api/endpoints.ts';
import type { SandboxContext } from '../context.ts';
import { readListRequest, type AnswerPage } from './answer-page.ts';
import { oldInvestments, oldMarket, oldPrimaryMarket } from './list.ts';
import { writeOldPage } from './old-page.ts';

/** The lists of generation A at their own addresses, which arrive in lower case. */
export function createOldPages(context: SandboxContext, page: AnswerPage): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>({ strict: false });
  for (const list of [oldMarket, oldInvestments, oldPrimaryMarket]) {
    app.get(`/:lang/${list.name.toLowerCase()}`, (http) =>
      page(http, http.req.param('lang') ?? '', (frame, how) =>
        writeOldPage(list, context.world, readListRequest(http, 'old', context, how), frame),
      ),
    );
  }
  return app;
}
