import { Hono, type Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { SandboxEnv } from '../api/endpoints.ts';
import type { SandboxContext } from '../context.ts';
import type { PageStyle } from './cells.ts';
import { createConsent } from './consent.ts';
import { createFormats } from './formats.ts';
import { writeFrame, type FrameOptions } from './frame.ts';
import { writeHomePage } from './home-page.ts';
import { answerHtml } from './html.ts';
import { findLanguage } from './languages.ts';
import { writeLoanPage } from './loan-page.ts';
import { createLogin } from './login.ts';
import {
  writeSecondMarketContent,
  writeSecondMarketPage,
  type SecondMarketRequest,
} from './second-market-page.ts';
import { parseVariant } from './variant.ts';

/** The hosts www and app. Addresses arrive in lower case: the site does not mind case. */
export function createSite(context: SandboxContext): Hono<SandboxEnv> {
  const { world } = context;
  const app = new Hono<SandboxEnv>({ strict: false });
  app.route('/', createConsent(context));
  app.route('/', createLogin(context));

  app.get('/', (http) => page(http, 'en', (frame) => writeHomePage(world, frame)));
  app.get('/:lang', (http) => page(http, http.req.param('lang'), (frame) => writeHomePage(world, frame)));
  app.get('/:lang/secondmarket', (http) =>
    page(http, http.req.param('lang'), (frame, style) =>
      writeSecondMarketPage(world, readSecondMarketRequest(http, style), frame),
    ),
  );
  app.get('/:lang/secondmarket/list', (http) =>
    page(http, http.req.param('lang'), (_, style) =>
      writeSecondMarketContent(world, readSecondMarketRequest(http, style)),
    ),
  );
  app.get('/:lang/auction/show/:id', (http) =>
    page(http, http.req.param('lang'), (frame, style) => {
      const loan = world.findLoanOfAuction(http.req.param('id'));
      return loan && writeLoanPage(world, loan, frame, style);
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

  function page(
    http: Context<SandboxEnv>,
    prefix: string,
    write: (frame: FrameOptions, style: PageStyle) => string | undefined,
    status = 200,
  ): Response {
    const language = findLanguage(prefix);
    const { signedIn } = context.site;
    if (language === undefined) return answerNothing();
    if (signedIn === undefined) {
      return http.redirect(`/${prefix}/login?returnUrl=${encodeURIComponent(http.req.path)}`);
    }
    try {
      const variant = parseVariant(http.req.query('variant') ?? '', context.site.variant);
      const loading = http.req.query('ajax') === '1' ? 'ajax' : variant.loading;
      const style = {
        prefix,
        language,
        variant: { ...variant, loading },
        formats: createFormats(variant, language),
      };
      const user = world.investors[signedIn]?.name;
      const current = http.req.path.split('/')[2] ?? '';
      const html = write({ prefix, title: 'Bondora', user, current, loading }, style);
      return html === undefined ? answerNothing() : answerHtml(html, status);
    } catch (error) {
      if (error instanceof RangeError) return answerHtml(error.message, 400);
      throw error;
    }
  }

  function readSecondMarketRequest(http: Context<SandboxEnv>, style: PageStyle): SecondMarketRequest {
    return {
      address: new URL(http.req.url),
      style,
      investor: context.site.signedIn ?? 0,
      rememberedColumns: getCookie(http, 'secondmarket-columns'),
    };
  }
}

function answerNothing(): Response {
  return answerHtml('<!DOCTYPE html><html lang="en"><title>Not found</title><h1>Not found</h1></html>', 404);
}
