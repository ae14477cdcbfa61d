import { Hono } from 'hono';
import type { SandboxEnv } from '../api/endpoints.ts';
import type { SandboxContext } from '../context.ts';
import { writeBarePage } from './consent-page.ts';
import { answerHtml, escapeHtml } from './html.ts';

/** Signing in and out. Any password will do: nothing here is worth guarding. */
export function createLogin(context: SandboxContext): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.get('/:lang/login', (http) =>
    answerHtml(writeLoginPage(http.req.param('lang'), http.req.query('returnUrl') ?? '')),
  );
  app.post('/:lang/login', async (http) => {
    const form = new URLSearchParams(await http.req.text());
    const investor = context.world.investors.find(({ email }) => email === form.get('Email')?.trim());
    if (!investor) return Response.json({ Errors: ['E-mail or password is wrong.'], RedirectUrl: null });
    context.site.signedIn = investor.index;
    const back = form.get('returnUrl') ?? '';
    return Response.json({
      Errors: null,
      RedirectUrl: back.startsWith('/') ? back : `/${http.req.param('lang')}`,
    });
  });
  app.get('/:lang/authorize/logout', (http) => {
    context.site.signedIn = undefined;
    return http.redirect(`/${http.req.param('lang')}/login`);
  });
  return app;
}

function writeLoginPage(prefix: string, returnUrl: string): string {
  return writeBarePage(
    'Log in',
    `<form method="post" action="/${escapeHtml(prefix)}/login" class="consent container container-register-login login" id="login"><div class="brand">bondora</div><h1>Log in</h1>
<input type="hidden" name="__RequestVerificationToken" value="sandbox"><input type="hidden" name="returnUrl" value="${escapeHtml(returnUrl)}"><input type="hidden" name="TimeZone" value="Europe/Tallinn">
<input class="form-control" name="Email" type="email" placeholder="E-mail" autocomplete="off"><input class="form-control" name="Password" type="password" placeholder="Password" autocomplete="off">
<p class="text-danger" id="login-errors"></p><button class="btn btn-primary" type="submit">Log in</button></form>
<script>document.getElementById('login').addEventListener('submit', function (event) {
  event.preventDefault();
  fetch(event.target.action, { method: 'POST', body: new URLSearchParams(new FormData(event.target)) })
    .then(function (response) { return response.json(); })
    .then(function (answer) {
      if (answer.RedirectUrl) location.assign(answer.RedirectUrl);
      else document.getElementById('login-errors').textContent = answer.Errors.join(' ');
    });
});</script>`,
  );
}
