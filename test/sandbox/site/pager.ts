import { escapeHtml } from './html.ts';

/** Links to the pages around the one shown, with `pageNr` and `pageSize`; empty when there is one page. */
export function writePager(address: URL, pageNr: number, pageSize: number, total: number): string {
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return '';
  const near = new Set([1, 2, pageNr - 2, pageNr - 1, pageNr, pageNr + 1, pageNr + 2, last - 1, last]);
  const shown = [...near].filter((nr) => nr >= 1 && nr <= last).toSorted((one, other) => one - other);
  let previous = 0;
  const links = shown.map((nr) => {
    const gap = nr > previous + 1 ? '<li class="disabled"><span>…</span></li>' : '';
    previous = nr;
    return `${gap}<li${nr === pageNr ? ' class="active"' : ''}>${link(address, nr, String(nr))}</li>`;
  });
  const back = pageNr > 1 ? `<li>${link(address, pageNr - 1, '‹')}</li>` : '';
  const on = pageNr < last ? `<li>${link(address, pageNr + 1, '›')}</li>` : '';
  return `<ul class="pagination">${back}${links.join('')}${on}</ul>`;

  function link(from: URL, nr: number, text: string): string {
    const to = new URL(from);
    to.searchParams.set('pageNr', String(nr));
    to.searchParams.set('pageSize', String(pageSize));
    return `<a class="js-page" href="${escapeHtml(to.pathname + to.search)}">${text}</a>`;
  }
}
