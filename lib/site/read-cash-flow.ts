import { formatDay } from '#lib/base/day.ts';
import { createDateOrder, learnDateOrder, parseDate, parseMonth, settleDate } from './dates.ts';
import { foldText } from './fold-text.ts';
import type { Header } from './headers.ts';
import { isTotalsLabel, listLanguages } from './labels.ts';
import { parseLoanNumber } from './loan-number.ts';
import type { CashFlowReading, CashFlowRow, CashFlowSeries } from './page-reading.ts';
import { learnSums, readSum } from './sums.ts';
import { findNamedTables } from './table-columns.ts';

type Column = CashFlowSeries | 'period';

/** Headers, folded, in English and German as they were seen, and in Estonian, Finnish and Spanish as they may be. */
const headers: Readonly<Record<Column, string>> = {
  period: 'period|month|zeitraum|monat|periood|kuu|ajanjakso|kuukausi|periodo|mes',
  openingBalance: 'opening balance|startguthaben|anfangssaldo|algsaldo|alkusaldo|saldo inicial',
  netCapitalDeployed:
    'net capital deployed|eingesetztes kapital netto|netokapital|paigutatud netokapital|nettopaaoma|capital neto aportado|capital neto invertido',
  netLoanInvestments:
    'net loan investments|investitionen netto|netoinvesteeringud|netoinvesteeringud laenudesse|nettosijoitukset|inversiones netas|inversiones netas en prestamos',
  principalReceived:
    'principal received|erhaltener kapitalbetrag|laekunud pohiosa|saatu paaoma|principal recibido',
  interestReceived:
    'interest received|erhaltene zinsen|laekunud intress|saadut korot|saatu korko|intereses recibidos',
  totalReceived:
    'principal and interest received|darlehensbetrag und erhaltene zinsen|kapitalbetrag und erhaltene zinsen|laekunud pohiosa ja intress|saatu paaoma ja korot|saatu paaoma ja korko|principal e intereses recibidos',
  closingBalance: 'closing balance|endsaldo|endguthaben|loppsaldo|loppusaldo|saldo final',
  principalPlanned:
    'principal planned|geplanter kapitalbetrag|planeeritud pohiosa|suunniteltu paaoma|principal previsto|principal planificado',
  interestPlanned:
    'interest planned|geplante zinsen|planeeritud intress|suunnitellut korot|suunniteltu korko|intereses previstos|intereses planificados',
  totalPlanned:
    'principal and interest planned|kapitalbetrag und geplante zinsen|planeeritud pohiosa ja intress|suunniteltu paaoma ja korot|suunniteltu paaoma ja korko|principal e intereses previstos|principal e intereses planificados',
};
const columns = new Map(
  Object.entries(headers).flatMap(([column, texts]) =>
    texts.split('|').map((text) => [text, column as Column]),
  ),
);

function nameColumn({ text }: Header): Column | undefined {
  return columns.get(foldText(text).replace(/ (total|gesamt|insgesamt|kokku|yhteensa)$/, ''));
}

/**
 * Reads the cash flow as it stands on the page: months, the days that a month was opened to, and totals told apart. Its
 * result comes by script, so there may be nothing yet.
 */
export function readCashFlow(document: Document): CashFlowReading {
  const [table, ...others] = findNamedTables(document, nameColumn, ['period']).filter(
    ({ names }) => names.size >= 3,
  );
  if (!table) {
    const isThere = document.querySelector('#cashflow-content table') !== null;
    return { rows: [], doubt: isThere ? 'The columns of the cash flow are not known.' : null };
  }
  if (others.length > 0) return { rows: [], doubt: 'There is more than one table of a cash flow.' };

  const languages = listLanguages(document);
  const format = learnSums(
    table.rows.flatMap(({ texts }) => [...texts].map(([name, text]) => (name === 'period' ? '' : text))),
  );
  const order = createDateOrder();
  for (const { texts } of table.rows) {
    const date = parseDate(texts.get('period') ?? '', languages);
    if (date) learnDateOrder(order, date);
  }
  const rows = table.rows.flatMap(({ element, texts }): CashFlowRow[] => {
    const label = texts.get('period') ?? '';
    const sums: { [series in CashFlowSeries]?: number | null } = {};
    for (const [name, text] of texts) if (name !== 'period') sums[name] = readSum(text, format);
    if (isTotalsLabel(label)) return [{ element, role: 'total', period: null, loan: null, sums }];
    const month = parseMonth(label.replaceAll('\n', ' '), languages);
    const date = month === undefined ? parseDate(label, languages) : undefined;
    const day = date ? settleDate(date, order) : null;
    const period = month ?? (day === null ? null : formatDay(day));
    const loan = date ? readLoanOfDay(label) : null;
    // What a line without a period sums up is not known.
    return period === null ? [] : [{ element, role: date ? 'day' : 'period', period, loan, sums }];
  });
  const [unnamed] = table.unnamed;
  return { rows, doubt: unnamed === undefined ? null : `The column "${unnamed}" is not known.` };
}

// Below the date stands the number of the loan.
function readLoanOfDay(label: string): number | null {
  const numbers = label
    .split('\n')
    .flatMap((line) => (/^\d{4,10}$/.test(line) ? (parseLoanNumber(line) ?? []) : []));
  return numbers.length === 1 ? (numbers[0]?.auctionNumber ?? null) : null;
}
