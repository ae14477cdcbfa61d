import { Hono } from 'hono';
import type { SandboxEnv } from '../api/endpoints.ts';
import type { SandboxContext } from '../context.ts';
import { createAccountPages } from './account-pages.ts';
import { createAppAssets } from './app-assets.ts';
import { createConsent } from './consent.ts';
import { writeFrame } from './frame.ts';
import { writeHomePage } from './home-page.ts';
import { createListPages } from './list-pages.ts';
import { writeLoanPage } from './loan-page.ts';
import { createLogin } from './login.ts';
import { createOldPages } from './old-pages.ts';
import { answerNothing, createAnswerPage } from './answer-page.ts';

/** The hosts www and app. Addresses arrive in lower case: the site does not mind case. */
export function createSite(context: SandboxContext): Hono<SandboxEnv> {
  const { world } = context;
  const app = new Hono<SandboxEnv>({ strict: false });
  const page = createAnswerPage(context);
  app.route('/', createConsent(context));
  app.route('/', createLogin(context));
  app.route('/', createAppAssets());
  app.route('/', createListPages(context, page));
  app.route('/', createAccountPages(context, page));
  app.route('/', createOldPages(context, page));

  app.get('/', (http) => page(http, 'en', (frame) => writeHomePage(world, frame)));
  app.get('/:lang', (http) => page(http, http.req.param('lang'), (frame) => writeHomePage(world, frame)));
  app.get('/:lang/auction/show/:id', (http) =>
    page(http, http.req.param('lang'), (frame, how) => {
      const loan = world.findLoanOfAuction(http.req.param('id'));
      return loan && writeLoanPage(world, loan, frame, how);
    }),
  );
  app.get('/:lang/:name', (http) =>
    page(
      http,
      http.req.param('lang'),
      (frame) =>
        writeFrame(
          { ...frame, title: 'Not here' },
          '<div class="panel"><p>The sandbox does not have this page.</p></div>',
        ),
      404,
    ),
  );
  app.all('*', () => answerNothing());
  return app;
}
