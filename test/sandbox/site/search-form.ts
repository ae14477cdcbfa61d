import type { Query } from '../api/query.ts';
import type { PageWriting } from './page-writing.ts';
import { columns } from './columns.ts';
import { escapeHtml } from './html.ts';
import { say, words, type Wording } from './languages.ts';
import type { List } from './list.ts';

/** The GET form above the table of a list, filled with the search that the address holds. */
export function writeSearchForm(
  { name: page, prefix, ranges }: List,
  query: Query,
  style: PageWriting,
  kept: Record<string, string>,
): string {
  const text = (wording: Wording): string => say(wording, style.language);
  const pick = (name: string, values: readonly string[]): string => {
    const chosen = query.list(name);
    return values
      .map(
        (value) =>
          `<label class="tick"><input type="checkbox" name="${prefix}${name}" value="${value}"${chosen.includes(value) ? ' checked' : ''}> ${value}</label>`,
      )
      .join('');
  };
  const field = (name: string, label: string): string =>
    `<input class="form-control" name="${prefix}${name}" value="${escapeHtml(query.find(name) ?? '')}" placeholder="${label}" aria-label="${label}" inputmode="decimal" autocomplete="off">`;
  const group = (label: string, html: string): string =>
    `<div class="form-group"><span class="control-label">${label}</span><div class="controls">${html}</div></div>`;
  const debt = query.find('HasDebt') ?? '';
  const option = (value: string, wording: Wording): string =>
    `<option value="${value}"${debt === value ? ' selected' : ''}>${text(wording)}</option>`;
  const hidden = Object.entries(kept)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
  return `<form method="get" action="/${style.prefix}/${page}" class="panel search-form" id="${page}-search">
<input type="hidden" name="search" value="search">${hidden}
<div class="fields">
${group(text(words.ratings), pick('Ratings', ['AA', 'A', 'B', 'C', 'D', 'E', 'F', 'HR']))}
${group(text(words.countries), pick('Countries', ['EE', 'FI', 'ES', 'NL']))}
${page === 'investments' ? group(text(columns.investmentNumber), field('InvestmentNumberOnly', '1234567-12345678')) : ''}
${group(text(columns.status), `<select class="form-control" name="${prefix}HasDebt">${option('', words.any)}${option('false', words.onlySound)}${option('true', words.onlyLate)}</select>`)}
${ranges.map(([name, label]) => group(text(label), `${field(`${name}Min`, text(words.from))}${field(`${name}Max`, text(words.to))}`)).join('\n')}
</div>
<div class="actions"><button type="submit" class="btn btn-primary">${text(words.search)}</button> <a class="btn btn-default" href="/${style.prefix}/${page}">${text(words.clear)}</a></div>
</form>`;
}
