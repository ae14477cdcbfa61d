import type { Application, Scope } from '../tokens.ts';
import { writeFrame } from './frame.ts';
import { escapeHtml } from './html.ts';

/** What each permission lets an application do, in the words of the page. */
const meanings: Readonly<Record<Scope, string>> = {
  Investments: 'See the list of your investments',
  BidsRead: 'See your bids',
  BidsEdit: 'Make and cancel bids in your name',
  SmSell: 'Sell your investments on the secondary market',
  SmBuy: 'Buy on the secondary market with your money',
  ReportCreate: 'Order reports',
  ReportRead: 'Read your reports',
};

/** What the consent form hands back unchanged. */
export interface ConsentRequest {
  application: Application;
  scopes: readonly Scope[];
  redirectUri: string;
  state: string | undefined;
}

/** The page on which the investor says what an application may do. */
export function writeConsentPage(request: ConsentRequest, user: string): string {
  const { application, scopes, redirectUri, state } = request;
  const boxes = scopes
    .map(
      (scope) =>
        `<li><label><input type="checkbox" name="granted" value="${scope}" id="scope-${scope}" checked> <span>${escapeHtml(meanings[scope])}<small>${scope}</small></span></label></li>`,
    )
    .join('');
  const fields: Record<string, string> = {
    client_id: application.clientId,
    redirect_uri: redirectUri,
    ...(state === undefined ? {} : { state }),
  };
  const hidden = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
  const list = boxes === '' ? '<p>It asks for no special permission.</p>' : `<ul>${boxes}</ul>`;
  return writeBarePage(
    'Authorize application',
    `<form method="post" action="/oauth/authorize" class="consent"><div class="brand">bondora</div>
<h1>Let <b>${escapeHtml(application.name)}</b> use your account?</h1>
<p>You are signed in as <b>${escapeHtml(user)}</b>. The application will see your balance and the markets. It also asks for:</p>
${list}${hidden}
<button type="submit" class="btn btn-primary" id="allow" name="decision" value="allow">Allow</button>
<button type="submit" class="btn btn-default" id="deny" name="decision" value="deny">Deny</button></form>`,
  );
}

/** A page that says why an application cannot be let in. */
export function writeConsentProblem(message: string): string {
  return writeBarePage(
    'Authorize application',
    `<div class="consent"><div class="brand">bondora</div><h1>This request is not valid</h1><p id="problem">${escapeHtml(message)}</p></div>`,
  );
}

/** A page without menu and heading. */
export function writeBarePage(title: string, content: string): string {
  return writeFrame({ prefix: 'en', title, user: undefined, current: '', loading: 'full' }, content).replace(
    /<h1>[^<]*<\/h1>\n/,
    '',
  );
}
