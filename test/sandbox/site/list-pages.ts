import { Hono, type Context } from 'hono';
import type { SandboxEnv } from '../api/endpoints.ts';
import type { SandboxContext } from '../context.ts';
import { readListRequest, type AnswerPage } from './answer-page.ts';
import { writeAppList } from './app-list.ts';
import { appHeaders, writeAppShell } from './app-shell.ts';
import { answerHtml } from './html.ts';
import { writeListPage, writeListPart } from './list-page.ts';
import { investments, primaryMarket, secondMarket } from './list.ts';
import type { PageWriting } from './page-writing.ts';

/**
 * The lists of generations B and C: `/{lang}/secondmarket`, `/{lang}/investments`, `/{lang}/auction`, and their parts for
 * scripts.
 */
export function createListPages(context: SandboxContext, page: AnswerPage): Hono<SandboxEnv> {
  const { world } = context;
  const app = new Hono<SandboxEnv>({ strict: false });
  for (const list of [secondMarket, investments, primaryMarket]) {
    app.get(`/:lang/${list.name}`, (http) =>
      page(http, http.req.param('lang') ?? '', (frame, how) =>
        isApp(http, how)
          ? answerHtml(writeAppShell(how), 200, appHeaders)
          : writeListPage(list, world, readListRequest(http, list.name, context, how), frame),
      ),
    );
    app.get(`/:lang/${list.name}/list`, (http) =>
      page(http, http.req.param('lang') ?? '', (_, how) => {
        const write = isApp(http, how) ? writeAppList : writeListPart;
        return write(list, world, readListRequest(http, list.name, context, how));
      }),
    );
  }
  return app;
}

/** Whether the app of generation C is asked: by its host, or because the variant says so. */
function isApp(http: Context<SandboxEnv>, { variant }: PageWriting): boolean {
  return variant.generation === 'C' || new URL(http.req.url).hostname === 'app.bondora.com';
}
