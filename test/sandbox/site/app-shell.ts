import { escapeHtml } from './html.ts';
import { say } from './languages.ts';
import { investments, primaryMarket, secondMarket } from './list.ts';
import type { PageWriting } from './page-writing.ts';

/** Headers of the app's pages: nothing but the app's own files may run or style. */
export const appHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};

/**
 * The shell of generation C, which our guess makes a single page: its script puts the list of the address in some 500 ms later.
 * `content` is what the script would put there.
 */
export function writeAppShell(how: PageWriting, content = ''): string {
  const { language, prefix, variant } = how;
  const lists = [secondMarket, investments, primaryMarket].map(({ name, title }) => [
    name,
    say(title, language),
  ]);
  const main = content === '' ? '' : `<main class="css-main">${content}</main>`;
  return `<!DOCTYPE html>
<html lang="${prefix}" data-look="${variant.look}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bondora</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/app-assets/app-${variant.look}.css">
<script defer src="/app-assets/app.js"></script>
</head>
<body>
<div id="app" data-prefix="${prefix}" data-late="${variant.late || 500}" data-lists="${escapeHtml(JSON.stringify(lists))}">${main}</div>
</body>
</html>`;
}
