import type { FieldId } from '#lib/loan/fields.ts';
import { investmentColumns, marketColumns, usualColumns } from '#test/sandbox/site/columns.ts';
import type { Language } from '#test/sandbox/site/languages.ts';
import type { PageSpec, SpecPage } from './page-spec.ts';

const size = 'pageSize=6';
/** Offers of many euros, so that thousands stand in the table. */
const large = `search=search&SecondMarketSearch.PrincipalMin=200&${size}`;
/** What a table lets one read by the look of its cells alone. */
const byLook: readonly FieldId[] = ['rating'];
const nothing: readonly FieldId[] = [];

interface Rest {
  movedTo?: string;
  language?: Language;
  variant?: string;
  query?: string;
  mustRead?: readonly FieldId[];
}

/** Details are left out where they are not what the page is about: they are long. */
function spec(page: SpecPage, name: string, rest: Rest = {}): PageSpec {
  const { language = 'en', variant = '', query = size, ...others } = rest;
  const details = variant.includes('details:') || !/^(market|investments)-[abc]$/.test(page);
  const how = details || page === 'market-a' ? variant : [variant, 'details:none'].filter(Boolean).join(',');
  return { name: `${page}-${name}`, page, language, variant: how, query, ...others };
}

const marketPages: readonly PageSpec[] = [
  spec('market-b', 'english'),
  spec('market-b', 'estonian', { language: 'et', query: `${size}&pageNr=2` }),
  spec('market-b', 'german', { language: 'de', query: large }),
  spec('market-b', 'finnish', { language: 'fi', query: `${size}&pageNr=3` }),
  spec('market-b', 'spanish', { language: 'es', query: large }),
  spec('market-b', 'greek-headers', { variant: 'headers:greek', mustRead: byLook }),
  spec('market-b', 'polish-headers', {
    variant: 'headers:polish,numbers:comma-space',
    query: `${size}&pageNr=4`,
    mustRead: byLook,
  }),
  spec('market-b', 'headers-in-titles', { variant: 'headers:titles' }),
  spec('market-b', 'unknown-classes', { variant: 'classes:unknown', query: `${size}&pageNr=5` }),
  spec('market-b', 'unknown-classes-and-greek', {
    variant: 'classes:unknown,headers:greek,numbers:comma-point',
    query: large,
    mustRead: nothing,
  }),
  spec('market-b', 'thin-spaces', { language: 'es', variant: 'numbers:comma-thin', query: large }),
  spec('market-b', 'apostrophes', { variant: 'numbers:point-apostrophe', query: large }),
  spec('market-b', 'points-and-spaces', { variant: 'numbers:point-space,cost:signed', query: large }),
  spec('market-b', 'points-alone', {
    variant: 'numbers:point-none,currency:before',
    query: `${large}&columns=${marketColumns.join()}`,
  }),
  spec('market-b', 'commas-alone', {
    language: 'de',
    variant: 'numbers:comma-none,cost:signed,minus:after',
    query: large,
  }),
  spec('market-b', 'true-minus', {
    language: 'fi',
    variant: 'cost:signed,minus:sign,currency:tight',
    query: large,
  }),
  spec('market-b', 'german-before-2019', {
    language: 'de',
    variant: 'zeros:dropped,currency:tight',
    query: large,
  }),
  spec('market-b', 'dropped-zeros-in-english', { variant: 'zeros:dropped', query: large }),
  spec('market-b', 'dropped-zeros-and-euro-before', {
    language: 'et',
    variant: 'zeros:dropped,currency:before,missing:empty',
    query: large,
  }),
  spec('market-b', 'english-in-german-format', {
    variant: 'numbers:comma-point,dates:dd.mm.yyyy',
    query: large,
  }),
  spec('market-b', 'german-in-english-format', {
    language: 'de',
    variant: 'numbers:point-comma,dates:dd/mm/yyyy',
    query: large,
  }),
  spec('market-b', 'exponents', {
    variant: 'exponents:tiny,numbers:comma-point',
    query: `${size}&search=search&SecondMarketSearch.PriceMax=0.12&columns=number,rating,interest,country,price,discount,principal,outstanding,lateAmount,interestRepaid`,
  }),
  spec('market-b', 'american-dates', {
    variant: 'dates:mm/dd/yyyy',
    query: `${size}&columns=number,rating,interest,cost,nextPaymentDate,lastPaymentDate,issuedOn,listedOn`,
  }),
  spec('market-b', 'iso-dates', {
    variant: 'dates:yyyy-mm-dd',
    query: `${size}&columns=listedOn,issuedOn,number,rating,cost,nextPaymentDate`,
  }),
  spec('market-b', 'dashed-dates', {
    language: 'fi',
    variant: 'dates:dd-mm-yyyy',
    query: `${size}&columns=listedOn,issuedOn,number,rating,cost,nextPaymentDate,lastPaymentDate`,
  }),
  spec('market-b', 'month-names', {
    language: 'de',
    variant: 'dates:d-month-yyyy',
    query: `${size}&columns=number,rating,cost,nextPaymentDate,lastPaymentDate,issuedOn`,
  }),
  spec('market-b', 'ids-in-links', { variant: 'ids:href' }),
  spec('market-b', 'ids-in-data', { variant: 'ids:data', language: 'et' }),
  spec('market-b', 'ids-in-values', { variant: 'ids:value', language: 'de' }),
  spec('market-b', 'numbers-only', { variant: 'ids:none' }),
  spec('market-b', 'no-number-and-no-ids', {
    variant: 'ids:none',
    query: `${size}&columns=rating,interest,country,payments,outstanding,cost`,
  }),
  spec('market-b', 'columns-turned-round', {
    language: 'de',
    query: `${size}&columns=${usualColumns.toReversed().join()}`,
  }),
  spec('market-b', 'all-columns', { language: 'fi', query: `pageSize=5&columns=${marketColumns.join()}` }),
  spec('market-b', 'all-columns-in-spanish', {
    language: 'es',
    variant: 'numbers:point-space,missing:dash',
    query: `pageSize=6&pageNr=3&columns=${marketColumns.toReversed().join()}`,
  }),
  spec('market-b', 'three-columns', { query: `${size}&columns=cost,rating,number` }),
  spec('market-b', 'details-closed', {
    variant: 'details:inline',
    query: 'pageSize=3&search=search&SecondMarketSearch.LengthMax=18',
  }),
  spec('market-b', 'details-open', {
    language: 'de',
    variant: 'details:open,classes:unknown',
    query: 'pageSize=3&search=search&SecondMarketSearch.LengthMax=18',
  }),
  spec('market-b', 'still-to-come', { variant: 'late:500' }),
  spec('market-b', 'dark', { variant: 'look:dark', language: 'es' }),
  spec('market-b', 'empty', { variant: 'broken:empty' }),
  spec('market-b', 'without-headers', { variant: 'broken:headless', mustRead: nothing }),
  spec('market-b', 'repeated-headers', { variant: 'broken:repeated' }),
  spec('market-b', 'odd-row', { variant: 'broken:odd', language: 'fi' }),
  spec('market-b', 'cut-off', { variant: 'broken:cut' }),
  spec('market-b', 'totals', {
    variant: 'broken:totals',
    query: `${size}&columns=number,rating,country,interest,principal,outstanding,price,discount`,
  }),
  spec('market-b', 'all-broken', {
    language: 'de',
    variant: 'broken:odd+repeated+totals,classes:unknown,numbers:comma-thin',
    query: large,
  }),
];

const investmentPages: readonly PageSpec[] = [
  spec('investments-b', 'english'),
  spec('investments-b', 'estonian', { language: 'et', query: `${size}&pageNr=2` }),
  spec('investments-b', 'german', { language: 'de' }),
  spec('investments-b', 'finnish', { language: 'fi', variant: 'zeros:dropped,missing:dash' }),
  spec('investments-b', 'spanish', { language: 'es', variant: 'numbers:comma-thin,currency:tight' }),
  spec('investments-b', 'numbers-only', { variant: 'ids:none' }),
  spec('investments-b', 'ids-in-values', { variant: 'ids:value' }),
  spec('investments-b', 'ids-in-data', { variant: 'ids:data', language: 'de' }),
  spec('investments-b', 'greek-headers', { variant: 'headers:greek', mustRead: byLook }),
  spec('investments-b', 'unknown-classes', { variant: 'classes:unknown,currency:before', language: 'et' }),
  spec('investments-b', 'all-columns', { query: `pageSize=5&columns=${investmentColumns.join()}` }),
  spec('investments-b', 'all-columns-in-german', {
    language: 'de',
    variant: 'zeros:dropped,dates:yyyy-mm-dd',
    query: `pageSize=5&columns=${investmentColumns.toReversed().join()}`,
  }),
  spec('investments-b', 'totals', { variant: 'broken:totals+repeated' }),
  spec('investments-b', 'odd-row', { variant: 'broken:odd,look:dark' }),
  spec('investments-b', 'one-loan', { query: 'search=search&InvestmentSearch.Ratings=C' }),
  spec('investments-b', 'empty', { variant: 'broken:empty' }),
];

const auctionPages: readonly PageSpec[] = [
  spec('auction-b', 'english'),
  spec('auction-b', 'german', { language: 'de', variant: 'zeros:dropped' }),
  spec('auction-b', 'finnish', { language: 'fi', variant: 'ids:data' }),
  spec('auction-b', 'unknown-classes', {
    language: 'es',
    variant: 'classes:unknown,numbers:point-apostrophe',
  }),
  spec('auction-b', 'all-columns', {
    query: `${size}&columns=expectedReturn,expectedLoss,rating,country,number,appliedAmount,term,interest,borrower,funded`,
  }),
];

const oldPages: readonly PageSpec[] = [
  spec('market-a', 'english'),
  spec('market-a', 'german', { language: 'de', query: large }),
  spec('market-a', 'spanish', { language: 'es', variant: 'zeros:dropped,currency:tight', query: large }),
  spec('market-a', 'without-pairs', { variant: 'details:none,numbers:comma-none' }),
  spec('market-a', 'numbers-only', { language: 'et', variant: 'ids:none' }),
  spec('market-a', 'columns-turned-round', {
    query: `${size}&columns=expectedReturn,cost,principal,payments,rating,interest,country,number`,
  }),
  spec('market-a', 'unknown-classes', {
    language: 'fi',
    variant: 'classes:unknown,minus:sign',
    query: `${size}&pageNr=2`,
  }),
  spec('investments-a', 'english'),
  spec('investments-a', 'german', { language: 'de', variant: 'zeros:dropped' }),
  spec('investments-a', 'estonian', { language: 'et', variant: 'ids:none,numbers:comma-thin' }),
  spec('investments-a', 'unknown-classes', { language: 'fi', variant: 'classes:unknown' }),
  spec('auction-a', 'english'),
  spec('auction-a', 'german', { language: 'de' }),
];

const appPages: readonly PageSpec[] = [
  spec('market-c', 'english', { query: large }),
  spec('market-c', 'german', { language: 'de', variant: 'ids:href,zeros:dropped', query: large }),
  spec('market-c', 'sorted', { language: 'et', query: `${size}&sort=3.desc` }),
  spec('market-c', 'greek-headers', { variant: 'headers:greek', mustRead: byLook }),
  spec('market-c', 'still-to-come', { variant: 'late:500' }),
  spec('market-c', 'only-markups', {
    variant: 'cost:signed',
    query: `${size}&search=search&SecondMarketSearch.DesiredDiscountRateMin=1`,
  }),
  spec('investments-c', 'english'),
  spec('investments-c', 'finnish', { language: 'fi', variant: 'ids:value,minus:sign' }),
  spec('auction-c', 'spanish', { language: 'es' }),
];

const otherPages: readonly PageSpec[] = [
  spec('loan-b', 'english', { query: '' }),
  spec('loan-b', 'german', { language: 'de', variant: 'zeros:dropped,currency:tight', query: '' }),
  spec('loan-b', 'finnish', { language: 'fi', variant: 'dates:yyyy-mm-dd', query: '' }),
  spec('loan-b', 'month-names', { variant: 'dates:d-month-yyyy', query: '' }),
  spec('loan-b', 'american-dates', {
    language: 'es',
    variant: 'dates:mm/dd/yyyy,currency:before',
    query: '',
  }),
  spec('loan-b', 'unknown-classes', {
    language: 'et',
    variant: 'classes:unknown,dates:dd-mm-yyyy,numbers:comma-thin',
    query: '',
  }),
  spec('cash-flow-b', 'english', { query: 'StartYear=2026&StartMonth=10&EndYear=2026&EndMonth=12' }),
  spec('cash-flow-b', 'german', {
    language: 'de',
    variant: 'zeros:dropped',
    query: 'StartYear=2026&StartMonth=9&EndYear=2026&EndMonth=10',
  }),
  spec('cash-flow-b', 'estonian', {
    language: 'et',
    variant: 'minus:sign,numbers:comma-thin',
    query: 'StartYear=2026&StartMonth=10&EndYear=2026&EndMonth=11',
  }),
  spec('cash-flow-b', 'still-to-come', { variant: 'late:500', query: '' }),
  spec('dashboard-b', 'english', { query: '' }),
  spec('dashboard-b', 'german', { language: 'de', variant: 'zeros:dropped', query: '' }),
  spec('dashboard-b', 'more-stats', { language: 'et', variant: 'details:open', query: '' }),
  spec('dashboard-b', 'still-to-come', { variant: 'late:500', query: '' }),
];

/** Pages at addresses that nobody knows. */
const movedPages: readonly PageSpec[] = [
  spec('market-b', 'moved', { movedTo: 'marketplace/loans' }),
  spec('market-b', 'moved-with-unknown-classes', {
    movedTo: 'portfolio/buy',
    language: 'de',
    variant: 'classes:unknown',
    query: large,
  }),
  spec('investments-b', 'moved', { movedTo: 'portfolio/holdings', language: 'fi' }),
  spec('market-a', 'moved', { movedTo: 'market/resale', language: 'es' }),
  spec('investments-a', 'moved', { movedTo: 'portfolio', language: 'de' }),
  spec('market-c', 'moved', { movedTo: 'app/market' }),
  spec('investments-c', 'moved', { movedTo: 'app/my-loans', language: 'et' }),
  spec('auction-c', 'moved', { movedTo: 'app/new-loans', language: 'de' }),
  spec('cash-flow-b', 'moved', {
    movedTo: 'money/months',
    query: 'StartYear=2026&StartMonth=11&EndYear=2027&EndMonth=1',
  }),
  spec('dashboard-b', 'moved', { movedTo: 'start', query: '' }),
];

/** All pages that are saved. */
export const pageSpecs: readonly PageSpec[] = [
  ...marketPages,
  ...investmentPages,
  ...auctionPages,
  ...oldPages,
  ...appPages,
  ...otherPages,
  ...movedPages,
];
