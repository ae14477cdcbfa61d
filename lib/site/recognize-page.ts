import type { TaughtPage } from '#lib/views/taught-page.ts';
import { findTable, showsSingleLoans } from './find-table.ts';
import { foldText } from './fold-text.ts';
import type { Concept } from './header-words.ts';
import { readHeader } from './headers.ts';
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

/** Words of headings and titles, folded, by the list that they stand above; in as many of the site's languages as are known. */
const headings: readonly (readonly [kind: ListKind, words: RegExp])[] = [
  [
    'secondary-market',
    /secondary market|jarelturg|sekundarmarkt|zweitmarkt|jalkimarkkina|mercado secundario|marche secondaire|mercato secondario|secundaire markt|andrahandsmarknad|andenhandsmarked|annenhandsmarked|rynek wtorny|вторич|δευτερογεν|masodlagos piac|otrreizej|antrin|sekundarn|piata secundara/,
  ],
  [
    'primary-market',
    /primary market|^auctions|esmaturg|esmane turg|^oksjonid|primarmarkt|erstmarkt|^auktionen|ensimarkkina|^huutokaupat|mercado primario|^subastas|marche primaire|mercato primario|primaire markt|primarmarknad|rynek pierwotny|первич|πρωτογεν|elsodleges piac|primarn|piata primara/,
  ],
  [
    'investments',
    /my investments|^investments|investeeringud|meine investitionen|^investitionen|sijoitukset|inversiones|mes investissements|investimenti|beleggingen|investeringar|investeringer|inwestycje|инвестиции|επενδυσεις|befektetesek|ieguldijumi|investicij|investicie|investitii/,
  ],
];
type ListKind = 'secondary-market' | 'primary-market' | 'investments';

/** What only one kind of page has; the names of a search form are the surest sign, since each list has its own prefix. */
const marks: readonly (readonly [kind: PageKind, selector: string])[] = [
  ['secondary-market', '.loansales_table,[name^="SecondMarketSearch."]'],
  ['investments', '[name^="InvestmentSearch."]'],
  ['primary-market', '[name^="AuctionSearch."],[name^="PrimaryMarketSearch."]'],
  ['cash-flow', '#cashflow-content'],
  ['dashboard', '.dashboard__overview-numbers,#statNumbers'],
];

function findKindByEvidence(url: URL, document: Document): PageKind {
  const hasTable = document.getElementsByTagName('table').length > 0;
  for (const [kind, selector] of marks) {
    const comesLate = kind === 'cash-flow' || kind === 'dashboard';
    if ((hasTable || comesLate) && document.querySelector(selector) !== null) return kind;
  }
  if (!hasTable) return 'none';
  if (findLastGuid(url) !== undefined && hasSchedule(document)) return 'loan';
  const texts = [...document.querySelectorAll('h1,h2,title')].map((one) => foldText(one.textContent ?? ''));
  const spoken = headings.filter(([, words]) => texts.some((text) => words.test(text)));
  const [only, ...others] = spoken;
  if (!only) return 'none';
  const [kind] = only;
  const isClassed = document.querySelector('.investments,.oldtable') !== null;
  // A menu or title may name several lists: then the class tells that one is there, and the first word which.
  if (isClassed) return kind;
  const finding = findTable({ kind, generation: null }, document);
  return others.length === 0 && 'found' in finding && showsSingleLoans(finding.found) ? kind : 'none';
}

// The schedule of one loan: a plain table that begins with a date over two columns, or one of dates, principal and interest.
function hasSchedule(document: Document): boolean {
  if (document.querySelector('table.table th[colspan="2"]') !== null) return true;
  return [...document.querySelectorAll('tr')].some((row) => {
    const named = new Set<Concept>();
    for (const head of row.querySelectorAll('th')) {
      for (const concept of readHeader(head).concepts ?? []) named.add(concept);
    }
    return named.has('date') && named.has('principal') && named.has('interest') && !named.has('rating');
  });
}

function findGeneration(url: URL, document: Document): Generation | null {
  if (document.querySelector('.loansales_table, .oldtable') !== null) return 'A';
  if (document.querySelector('#page-content-wrapper, #sidebar-wrapper, .investments') !== null) return 'B';
  const isShell = document.querySelector('#app, #root, #__next, app-root') !== null;
  return url.hostname.startsWith('app.') || isShell ? 'C' : null;
}
