import { Hono } from 'hono';
import type { SandboxEnv } from '../api/endpoints.ts';
import { appScript } from './app-script.ts';
import { writePageStyle } from './page-style.ts';
import { renameClasses } from './rename-classes.ts';
import type { PageVariant } from './variant.ts';

const appStyle = `
body{background:#fff}#app{max-width:1320px;margin:0 auto;padding:20px}
.css-nav{display:flex;gap:20px;padding:8px 0 18px}.css-nav .css-current{font-weight:700}
.css-scroll{overflow-x:auto}th[data-sort]{cursor:pointer}
[data-look=dark] body{background:#12181e}
@media (prefers-color-scheme:dark){[data-look=system] body{background:#12181e}}
`;

/** The files of generation C's app, which its pages may load. */
export function createAppAssets(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.get('/app-assets/app.js', () => answerText(appScript, 'text/javascript'));
  const looks: readonly PageVariant['look'][] = ['light', 'dark', 'system'];
  for (const look of looks) {
    app.get(`/app-assets/app-${look}.css`, () =>
      answerText(renameClasses(writePageStyle(look)) + appStyle, 'text/css'),
    );
  }
  return app;
}

function answerText(text: string, type: string): Response {
  return new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } });
}
