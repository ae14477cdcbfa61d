import { Hono } from 'hono';
import type { SandboxEnv } from '../api/endpoints.ts';
import type { SandboxContext } from '../context.ts';
import { mayRedirect, scopes as allScopes, type Scope } from '../tokens.ts';
import { writeConsentPage, writeConsentProblem, type ConsentRequest } from './consent-page.ts';
import { answerHtml } from './html.ts';

/** The consent page of www and app: shown by GET, decided by the POST of its form. */
export function createConsent(context: SandboxContext): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.get('/oauth/authorize', (http) => {
    const address = new URL(http.req.url);
    const asked = readRequest(context, address.searchParams);
    if (typeof asked === 'string') return answerHtml(writeConsentProblem(asked), 400);
    const { signedIn } = context.site;
    if (signedIn === undefined) {
      const back = encodeURIComponent(address.pathname + address.search);
      return http.redirect(`/en/login?returnUrl=${back}`);
    }
    return answerHtml(writeConsentPage(asked, context.world.investors[signedIn]?.name ?? ''));
  });
  app.post('/oauth/authorize', async (http) => {
    const form = new URLSearchParams(await http.req.text());
    form.set('response_type', 'code');
    const asked = readRequest(context, form);
    const { signedIn } = context.site;
    if (typeof asked === 'string' || signedIn === undefined) {
      return answerHtml(writeConsentProblem(typeof asked === 'string' ? asked : 'Nobody is signed in.'), 400);
    }
    const to = new URL(asked.redirectUri);
    if (form.get('decision') === 'allow') {
      const granted = new Set(form.getAll('granted'));
      const code = context.tokens.createCode({
        clientId: asked.application.clientId,
        investor: signedIn,
        scopes: allScopes.filter((scope) => granted.has(scope)),
        redirectUri: asked.redirectUri,
      });
      to.searchParams.set('code', code);
    } else {
      to.searchParams.set('error', 'access_denied');
    }
    if (asked.state !== undefined) to.searchParams.set('state', asked.state);
    return http.redirect(to.href);
  });
  return app;
}

/** Reads what the application asks for, or says what is wrong with it. */
function readRequest(context: SandboxContext, query: URLSearchParams): ConsentRequest | string {
  const application = context.tokens.findApplication(query.get('client_id') ?? '');
  if (!application) return 'The application is not known (client_id).';
  if (query.get('response_type') !== 'code') return 'The response type must be code.';
  const redirectUri = query.get('redirect_uri') || application.callback;
  if (!mayRedirect(application, redirectUri)) return 'The redirect address is not the registered one.';
  const wanted = (query.get('scope') ?? '').split(/\s+/).filter((scope) => scope !== '');
  const unknown = wanted.find((scope) => !(allScopes as readonly string[]).includes(scope));
  if (unknown !== undefined) return `The permission ${unknown} is not known.`;
  return {
    application,
    scopes: allScopes.filter((scope: Scope) => wanted.includes(scope)),
    redirectUri,
    state: query.get('state') ?? undefined,
  };
}
