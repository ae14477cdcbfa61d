import { sumFlows, type CashFlow, type DayFlow, type MonthFlow } from './cash-flow.ts';
import { writeMonth } from './formats.ts';
import { say, words, type Wording } from './languages.ts';
import type { PageWriting } from './page-writing.ts';

/** The columns in their order; English and German were seen, the others are ours. */
export const cashFlowColumns: readonly (readonly [wording: Wording, read: (flow: CashFlow) => number])[] = [
  [['Opening balance', 'Algsaldo', 'Startguthaben', 'Alkusaldo', 'Saldo inicial'], (flow) => flow.opening],
  [
    [
      'Net capital deployed',
      'Netokapital',
      'Eingesetztes Kapital (netto)',
      'Nettopääoma',
      'Capital neto aportado',
    ],
    (flow) => flow.deployed,
  ],
  [
    [
      'Net loan investments',
      'Netoinvesteeringud',
      'Investitionen (netto)',
      'Nettosijoitukset',
      'Inversiones netas',
    ],
    (flow) => flow.invested,
  ],
  [
    [
      'Principal received - total',
      'Laekunud põhiosa - kokku',
      'Erhaltener Kapitalbetrag - gesamt',
      'Saatu pääoma - yhteensä',
      'Principal recibido - total',
    ],
    (flow) => flow.principal,
  ],
  [
    [
      'Interest received - total',
      'Laekunud intress - kokku',
      'Erhaltene Zinsen - gesamt',
      'Saadut korot - yhteensä',
      'Intereses recibidos - total',
    ],
    (flow) => flow.interest,
  ],
  [
    [
      'Principal and interest received - total',
      'Laekunud põhiosa ja intress - kokku',
      'Darlehensbetrag und erhaltene Zinsen - insgesamt',
      'Saatu pääoma ja korot - yhteensä',
      'Principal e intereses recibidos - total',
    ],
    (flow) => flow.principal + flow.interest,
  ],
  [['Closing balance', 'Lõppsaldo', 'Endsaldo', 'Loppusaldo', 'Saldo final'], (flow) => flow.closing],
  [
    [
      'Principal planned - total',
      'Planeeritud põhiosa - kokku',
      'Geplanter Kapitalbetrag - gesamt',
      'Suunniteltu pääoma - yhteensä',
      'Principal previsto - total',
    ],
    (flow) => flow.plannedPrincipal,
  ],
  [
    [
      'Interest planned - total',
      'Planeeritud intress - kokku',
      'Geplante Zinsen - gesamt',
      'Suunnitellut korot - yhteensä',
      'Intereses previstos - total',
    ],
    (flow) => flow.plannedInterest,
  ],
  [
    [
      'Principal and interest planned - total',
      'Planeeritud põhiosa ja intress - kokku',
      'Kapitalbetrag und geplante Zinsen - gesamt',
      'Suunniteltu pääoma ja korot - yhteensä',
      'Principal e intereses previstos - total',
    ],
    (flow) => flow.plannedPrincipal + flow.plannedInterest,
  ],
];

const period: Wording = ['Period', 'Periood', 'Zeitraum', 'Ajanjakso', 'Período'];

/** The result of a search: the total, a row for each month, which opens to its days and loans, and the total again. */
export function writeCashFlowTable(flows: readonly MonthFlow[], how: PageWriting): string {
  const { formats, language } = how;
  if (flows.length === 0) return `<p>${say(words.noPayments, language)}</p>`;
  const heads = [period, ...cashFlowColumns.map(([wording]) => wording)]
    .map((wording) => `<th>${say(wording, language)}</th>`)
    .join('');
  const total = `<tr class="total"><td>${say(words.total, language)}:</td>${writeSums(sumFlows(flows), how)}</tr>`;
  const rows = flows.map((flow) => {
    const [year = '', month = ''] = flow.month.split('-');
    const name = `${writeMonth(Number(month), language)} ${year}`;
    const days = flow.days.map((day) => writeDay(day, flow.month, how)).join('');
    return `<tr><td><a href="#" data-month="${flow.month}">${name}</a></td>${writeSums(flow, how)}</tr>${days}`;
  });
  return `<table class="table"><thead><tr>${heads}</tr></thead><tbody>${total}${rows.join('\n')}${total}</tbody></table>`;

  function writeDay(flow: DayFlow, month: string, { prefix }: PageWriting): string {
    const sums = [flow.principal, flow.interest, flow.principal + flow.interest];
    return `<tr class="day" data-of="${month}" style="display:none"><td>${formats.day(flow.day)}<br><a href="/${prefix}/investments?search=search&amp;InvestmentSearch.LoanNumber=${flow.loan.number}">${flow.loan.number}</a></td><td></td><td></td><td></td>${sums.map((sum) => `<td>${formats.money(sum)}</td>`).join('')}<td></td><td></td><td></td><td></td></tr>`;
  }
}

function writeSums(flow: CashFlow, { formats }: PageWriting): string {
  return cashFlowColumns.map(([, read]) => `<td>${formats.money(read(flow))}</td>`).join('');
}
