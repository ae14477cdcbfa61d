import type { Generation, PageKind } from './page-reading.ts';

/** What an address alone tells. */
export interface AddressFinding {
  /**
   * `known`: this page. `other`: surely none of ours. `open`: an address that is not known; the page itself must tell.
   */
  certainty: 'known' | 'other' | 'open';
  kind: PageKind;
  generation: Generation | null;
}

const currentHosts = /^((www|app)\.)?bondora\.com$/;
// Borrower sites today; pages saved between 2013 and 2015 come from them.
const formerHosts = /^(www\.)?(bondora\.(ee|de|es|co\.uk)|isepankur\.ee)$/;

/** The site's 24 languages of July 2021, as path prefixes. */
export const siteLanguages = 'en et es fi de ru cs fr no it sv da pl nl pt sk bg hr el hu lv lt ro sl'.split(
  ' ',
);
const languagePrefix = new RegExp(`^/(${siteLanguages.join('|')})(?=/|$)`);

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const pages: readonly { path: RegExp; kind: PageKind; generation: Generation }[] = [
  { path: /^\/secondmarket(\/index)?$/, kind: 'secondary-market', generation: 'B' },
  { path: /^\/invest\/secondary-market$/, kind: 'secondary-market', generation: 'A' },
  { path: /^\/auctions?(\/index)?$/, kind: 'primary-market', generation: 'B' },
  { path: /^\/invest\/primary-market$/, kind: 'primary-market', generation: 'A' },
  { path: /^\/investments(\/index)?$/, kind: 'investments', generation: 'B' },
  { path: /^\/myaccount\/myinvestmentsall$/, kind: 'investments', generation: 'A' },
  {
    path: /^\/(my|minu|minun|mein|mi|moi)-isepankur\/(investments|investeeringud|sijoitukset|investitionen|inversiones|investicii)$/,
    kind: 'investments',
    generation: 'A',
  },
  { path: new RegExp(`^/auction/show/${guid}$`), kind: 'loan', generation: 'B' },
  { path: /^\/cashflow(\/index)?$/, kind: 'cash-flow', generation: 'B' },
  { path: /^\/dashboard(\/index)?$/, kind: 'dashboard', generation: 'B' },
];

// Pages known to hold no loans, parts that pages load, and articles about the market.
const others =
  /^(\/(login|authorize|formsauthentication|oauth|gogrow|reports|statistics|public-reports|public-statistics|datasets|page|blog|api|errorlogger|settings|security|terms|general-terms-of-go-grow|riskstatement|faq|cashflow\/searchcashflow|dashboard\/(overviewnumbers|statnumbers))(\/.*)?)?$/;

// Articles on the public site; in the app they would be the lists themselves.
const articles = /^\/(secondary-market|sekundarmarkt|primary-market)(\/.*)?$/;

/** A path as the site compares them: without language, in lower case, without slashes at the end. */
export function normalizePath(path: string): string {
  let decoded = path;
  try {
    decoded = decodeURI(path);
  } catch {
    // A path that is no valid escape sequence is compared as it stands.
  }
  return decoded
    .toLowerCase()
    .replaceAll(/\/{2,}/g, '/')
    .replace(/\/+$/, '')
    .replace(languagePrefix, '');
}

/**
 * What the address of a page tells about it: a pure table. Hosts and addresses are those of the site's three generations;
 * queries and fragments do not matter.
 */
export function findPageByAddress(url: URL): AddressFinding {
  const none = { certainty: 'other', kind: 'none', generation: null } as const;
  const isFormer = formerHosts.test(url.hostname);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || !(isFormer || currentHosts.test(url.hostname))) return none;

  const path = normalizePath(url.pathname);
  const page = pages.find((candidate) => candidate.path.test(path));
  if (page) {
    const onApp = url.hostname.startsWith('app.');
    return {
      certainty: 'known',
      kind: page.kind,
      generation: onApp ? 'C' : isFormer ? 'A' : page.generation,
    };
  }
  const isArticle = articles.test(path) && !url.hostname.startsWith('app.');
  return isArticle || others.test(path) ? none : { certainty: 'open', kind: 'none', generation: null };
}

/** The GUID that a path ends in, as the addresses of single loans do. */
export function findLastGuid(url: URL): string | undefined {
  return new RegExp(`/(${guid})$`).exec(normalizePath(url.pathname))?.[1];
}

/** What the addresses of pages of one sort have in common: the path without language, GUIDs and numbers as `*`. */
export function formatPathPattern(url: URL): string {
  const parts = normalizePath(url.pathname)
    .split('/')
    .map((part) => (new RegExp(`^(${guid}|[\\d-]*\\d[\\d-]*)$`).test(part) ? '*' : part));
  return parts.join('/') || '/';
}
