import type { TaughtPage } from '#lib/views/taught-page.ts';
import { findLastGuid, findPageByAddress, formatPathPattern } from './page-addresses.ts';
import type { Generation, PageIdentity, PageKind } from './page-reading.ts';

const none: PageIdentity = { kind: 'none', generation: null };

/**
 * What a page is, by its address and by what stands in it. Addresses that are none of ours cost no look at the page.
 * At a known address the page is of that kind, also while its table is still to come, unless a login form stands there
 * instead. At an unknown address of the site the page must prove its kind itself. What a person showed of pages at this
 * address (`taught`, which may hold pages of others) settles the kind of an address that is not known.
 */
export function recognizePage(
  url: URL,
  document: Document,
  taught: readonly TaughtPage[] = [],
): PageIdentity {
  const address = findPageByAddress(url);
  const here = taught.length === 0 ? [] : findTaughtPages(url, taught);
  if (address.certainty === 'other' && here.length === 0) return none;
  if (document.querySelector('input[type="password"]') !== null) return none;
  const kind =
    address.certainty === 'known' ? address.kind : (here[0]?.kind ?? findKindByEvidence(url, document));
  if (kind === 'none') return none;
  return {
    kind,
    generation: findGeneration(url, document) ?? address.generation,
    ...(here.length > 0 && { taught: here }),
  };
}

// The latest lesson counts first.
function findTaughtPages(url: URL, taught: readonly TaughtPage[]): readonly TaughtPage[] {
  const path = formatPathPattern(url);
  return taught
    .filter((page) => page.host === url.hostname && page.path === path)
    .toSorted((a, b) => b.taughtAt - a.taughtAt);
}

const marketHeadings =
  /secondary market|jarelturg|sekundarmarkt|zweitmarkt|jalkimarkkina|mercado secundario|marche secondaire|mercato secondario|secundaire markt|andrahandsmarknad|rynek wtorny|вторичн|otrreizejais tirgus|antrine rinka|sekundarni trh/;
const investmentHeadings =
  /my investments|^investments|investeeringud|meine investitionen|^investitionen|sijoitukset|inversiones|mes investissements|investimenti|beleggingen|investeringar|inwestycje|инвестиции|ieguldijumi|investicijos/;

// The names of the search form are the surest sign: each list has its own prefix.
function findKindByEvidence(url: URL, document: Document): PageKind {
  if (document.getElementsByTagName('table').length === 0) return 'none';
  if (findLastGuid(url) !== undefined && hasSchedule(document)) return 'loan';
  if (document.querySelector('.loansales_table') !== null) return 'secondary-market';
  if (document.querySelector('[name^="SecondMarketSearch."]') !== null) return 'secondary-market';
  if (document.querySelector('[name^="InvestmentSearch."]') !== null) return 'investments';
  if (document.querySelector('.investments, .oldtable') === null) return 'none';
  const headings = [...document.querySelectorAll('h1, h2, title')].map((heading) =>
    (heading.textContent ?? '').toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').trim(),
  );
  if (headings.some((heading) => marketHeadings.test(heading))) return 'secondary-market';
  return headings.some((heading) => investmentHeadings.test(heading)) ? 'investments' : 'none';
}

// The schedule of one loan is a plain table that begins with a date over two columns.
function hasSchedule(document: Document): boolean {
  return document.querySelector('table.table th[colspan="2"]') !== null;
}

function findGeneration(url: URL, document: Document): Generation | null {
  if (document.querySelector('.loansales_table, .oldtable') !== null) return 'A';
  if (document.querySelector('#page-content-wrapper, #sidebar-wrapper, .investments') !== null) return 'B';
  const isShell = document.querySelector('#app, #root, #__next, app-root') !== null;
  return url.hostname.startsWith('app.') || isShell ? 'C' : null;
}
