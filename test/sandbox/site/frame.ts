import { escapeHtml } from './html.ts';
import type { PageVariant } from './variant.ts';
import { pageScript } from './page-script.ts';
import { writePageStyle } from './page-style.ts';

export interface FrameOptions {
  /** Language prefix of the address. */
  prefix: string;
  title: string;
  /** Name of who is signed in; undefined for a page without menu. */
  user: string | undefined;
  /** Word of the address that marks the menu entry. */
  current: string;
  loading: PageVariant['loading'];
  /** Light where it is left out. */
  look?: PageVariant['look'];
}

/** The menu as of about 2022, with the entries of the view that shows the secondary market. */
const menu: readonly (readonly [path: string, label: string])[] = [
  ['dashboard', 'Dashboard'],
  ['gogrow', 'Go & Grow'],
  ['investments', 'Investments'],
  ['secondmarket', 'Secondary market'],
  ['auction', 'Primary market'],
  ['cashflow', 'Cash flow'],
  ['statistics', 'Statistics'],
  ['reports', 'Reports'],
  ['statements', 'Statements'],
  ['withdraw', 'Withdraw'],
  ['settings', 'Settings'],
];

/** A page of generation B around its content: fixed menu left, content right. */
export function writeFrame(options: FrameOptions, content: string): string {
  const { prefix, title, user } = options;
  const entries = menu
    .map(
      ([path, label]) =>
        `<li${path === options.current ? ' class="active"' : ''}><a href="/${prefix}/${path}">${escapeHtml(label)}</a></li>`,
    )
    .join('');
  const sidebar =
    user === undefined
      ? ''
      : `<nav id="sidebar-wrapper"><a class="brand" href="/${prefix}">bondora</a><ul class="sidebar-nav">${entries}</ul></nav>`;
  const bar =
    user === undefined
      ? ''
      : `<div class="user-bar"><span class="user-name">${escapeHtml(user)}</span> <a href="/${prefix}/authorize/logout">Log out</a></div>`;
  return `<!DOCTYPE html>
<html lang="${prefix}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} | Bondora</title>
<link rel="icon" href="data:,">
<style>${writePageStyle(options.look ?? 'light')}</style>
<script>window.dataLayer = [{ Language: ${JSON.stringify(prefix)} }];
window.pageErrors = [];
window.onerror = function (message) { window.pageErrors.push(String(message)); };
window.addEventListener('unhandledrejection', function (event) { window.pageErrors.push(String(event.reason)); });</script>
</head>
<body data-loading="${options.loading}">
<div id="wrapper"${user === undefined ? ' class="bare"' : ''}>
${sidebar}
<div id="page-content-wrapper"><div class="container-fluid"><div>
${bar}<h1>${escapeHtml(title)}</h1>
${content}
</div></div></div>
</div>
<script>${pageScript}</script>
</body>
</html>`;
}
