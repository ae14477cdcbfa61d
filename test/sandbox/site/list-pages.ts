import { Hono } from 'hono';
import type { SandboxEnv } from '../api/endpoints.ts';
import type { SandboxContext } from '../context.ts';
import { readListRequest, type AnswerPage } from './answer-page.ts';
import { writeListPage, writeListPart } from './list-page.ts';
import { investments, primaryMarket, secondMarket } from './list.ts';

/** The lists of generation B: `/{lang}/secondmarket`, `/{lang}/investments`, `/{lang}/auction`, and their parts for scripts. */
export function createListPages(context: SandboxContext, page: AnswerPage): Hono<SandboxEnv> {
  const { world } = context;
  const app = new Hono<SandboxEnv>({ strict: false });
  for (const list of [secondMarket, investments, primaryMarket]) {
    app.get(`/:lang/${list.name}`, (http) =>
      page(http, http.req.param('lang'), (frame, how) =>
        writeListPage(list, world, readListRequest(http, list.name, context, how), frame),
      ),
    );
    app.get(`/:lang/${list.name}/list`, (http) =>
      page(http, http.req.param('lang'), (_, how) =>
        writeListPart(list, world, readListRequest(http, list.name, context, how)),
      ),
    );
  }
  return app;
}
