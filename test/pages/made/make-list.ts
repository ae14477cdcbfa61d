import { listColumns, rollLoan, type Fact, type MadeLoan } from './list-columns.ts';
import type { MadePage } from './made-page.ts';
import { madeLanguages, rollStyle } from './page-style.ts';
import type { Roll } from './roll.ts';

const kinds = [
  { kind: 'secondary-market', path: 'secondmarket' },
  { kind: 'primary-market', path: 'auction' },
  { kind: 'investments', path: 'investments' },
] as const;

/** A list of one to five loans: any kind, any columns of it in any order, any style. */
export function makeList(roll: Roll): MadePage {
  const { kind, path } = kinds[roll(kinds.length)] ?? kinds[0];
  const style = rollStyle(roll);
  const loans = Array.from({ length: 1 + roll(5) }, () => rollLoan(roll, style.signs));
  const [first, ...others] = listColumns[kind];
  const kept = [...(first ? [first] : []), ...others.filter(() => roll(4) > 0)];
  const columns = kept.map((column) => ({ column, at: roll(1000) })).toSorted((a, b) => a.at - b.at);
  const language = madeLanguages.indexOf(style.language);
  const cells = (tag: string, texts: readonly string[]): string =>
    `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
  const head = cells(
    'th',
    columns.map(({ column }) => column.headers[language] ?? ''),
  );
  const hasDetails = roll(2) === 0;
  const rows = loans.map(
    (loan) =>
      cells(
        'td',
        columns.map(({ column }) => column.write(loan, style)),
      ).replace('<tr>', kind === 'secondary-market' ? `<tr data-id="${listingOf(loan)}">` : '<tr>') +
      (hasDetails ? `<tr class="detail"><td colspan="${columns.length}">…</td></tr>` : ''),
  );
  const facts = loans.map(
    (loan): Fact => Object.assign({}, ...columns.map(({ column }) => column.fact(loan)), idsOf(loan)) as Fact,
  );
  return {
    url: new URL(`https://www.bondora.com/${style.language}/${path}`),
    html: `<div id="page-content-wrapper"><div id="made-list"><table class="table investments"><thead>${head}</thead><tbody>${rows.join('')}</tbody></table></div></div>`,
    facts,
  };
}

function listingOf({ guid }: MadeLoan): string {
  return guid.replace('-000a-', '-000b-');
}

function idsOf(loan: MadeLoan): Fact {
  return {
    'ids.auctionNumber': loan.number,
    'ids.auctionBidNumber': loan.bid,
    'ids.auctionId': loan.guid,
    'ids.listingId': listingOf(loan),
    [`guid ${loan.guid}`]: true,
    [`guid ${listingOf(loan)}`]: true,
  };
}
