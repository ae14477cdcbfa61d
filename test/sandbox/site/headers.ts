import { columns, type ColumnId } from './columns.ts';
import { foreignHeaders } from './foreign-headers.ts';
import { escapeHtml } from './html.ts';
import { say } from './languages.ts';
import type { PageWriting } from './page-writing.ts';

/** The header cells of a table. */
export function writeHeaders(shown: readonly ColumnId[], how: PageWriting): string {
  return shown
    .map((id) => {
      const text = escapeHtml(findHeader(id, how));
      const css = id === 'cost' ? ' class="cost-cell"' : '';
      return how.variant.headers === 'titles' && text !== ''
        ? `<th${css}><span class="icon" title="${text}" data-original-title="${text}"></span></th>`
        : `<th${css}>${text}</th>`;
    })
    .join('');
}

/** The words of a header. */
export function findHeader(id: ColumnId, { variant, language }: PageWriting): string {
  if (variant.headers === 'greek') return foreignHeaders[id][0];
  if (variant.headers === 'polish') return foreignHeaders[id][1];
  return say(columns[id], language);
}
