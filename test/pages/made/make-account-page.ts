import type { Fact } from './list-columns.ts';
import type { MadePage } from './made-page.ts';
import { rollStyle, writeNumber, writeSum, type PageStyle } from './page-style.ts';
import type { Roll } from './roll.ts';

const euros = (cents: number): number => Number(`${cents}e-2`);
const guid = 'aaaaaaaa-000a-4a5b-8c6d-0000000000aa';
const row = (cells: readonly string[], css = ''): string =>
  `<tr${css}>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const headOf = (texts: readonly string[]): string =>
  `<tr>${texts.map((text) => `<th>${text}</th>`).join('')}</tr>`;
const page = (path: string, body: string, facts: readonly Fact[]): MadePage => ({
  url: new URL(`https://www.bondora.com/${path}`),
  html: `<div id="page-content-wrapper">${body}</div>`,
  facts,
});

/** A loan with a schedule of monthly payments, its cash flow, or a dashboard. */
export function makeAccountPage(roll: Roll): MadePage {
  const style = rollStyle(roll);
  const makers = [makeLoan, makeCashFlow, makeDashboard];
  return (makers[roll(makers.length)] ?? makeLoan)(roll, style);
}

function makeLoan(roll: Roll, style: PageStyle): MadePage {
  const number = 1_000_000 + roll(8_000_000);
  const months = 1 + roll(12);
  const day = 1 + roll(28);
  const states = ['past green', 'past red', 'future'] as const;
  const names = { 'past green': 'paid', 'past red': 'late', future: 'planned' } as const;
  const lines = Array.from({ length: months }, (_, at) => {
    const date = [2020 + Math.floor(at / 12), 1 + (at % 12), day] as const;
    const [principal, interest] = [1 + roll(300_000), 1 + roll(90_000)];
    return { date, principal, interest, state: states[roll(3)] ?? 'future' };
  });
  const total = lines.reduce((sum, line) => sum + line.principal + line.interest, 0);
  const rows = lines.map(({ date, principal, interest, state }) =>
    row(
      [
        style.dates(date),
        writeSum(principal + interest, style),
        writeSum(principal, style),
        writeSum(interest, style),
      ],
      ` class="${state}"`,
    ),
  );
  const facts = lines.map(({ date: [year, month], principal, interest, state }) => ({
    role: 'payment',
    date: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    amount: euros(principal + interest),
    principal: euros(principal),
    interest: euros(interest),
    state: names[state],
  }));
  return page(
    `en/auction/show/${guid}`,
    `<h1>Loan ${number}</h1><table class="table"><tbody>${headOf(['Date', 'Amount', 'Principal', 'Interest'])}${rows.join('')}${row(['Total', writeSum(total, style), '', ''])}</tbody></table>`,
    [
      ...facts,
      { role: 'total', amount: euros(total) },
      { 'ids.auctionId': guid, 'ids.auctionNumber': number },
    ],
  );
}

function makeCashFlow(roll: Roll, style: PageStyle): MadePage {
  const isGerman = style.language === 'de';
  const months = isGerman ? ['Jan', 'Mrz', 'Okt', 'Dez'] : ['Jan', 'Mar', 'Oct', 'Dec'];
  const numbers = ['01', '03', '10', '12'];
  const lines = numbers.slice(0, 1 + roll(4)).map((month, at) => ({
    month,
    name: `${months[at] ?? ''} 2018`,
    sums: [roll(900_000), roll(90_000) - 45_000, roll(900_000)],
  }));
  const series = ['openingBalance', 'netCapitalDeployed', 'closingBalance'];
  const heads = isGerman
    ? ['Zeitraum', 'Startguthaben', 'Eingesetztes Kapital (netto)', 'Endsaldo']
    : ['Period', 'Opening balance', 'Net capital deployed', 'Closing balance'];
  const nameSums = (sums: readonly number[]): Fact =>
    Object.fromEntries(series.map((name, at) => [name, euros(sums[at] ?? 0)]));
  const total = series.map((_, at) => lines.reduce((sum, line) => sum + (line.sums[at] ?? 0), 0));
  const write = (label: string, sums: readonly number[]): string =>
    row([label, ...sums.map((sum) => writeSum(sum, style))]);
  const totals = write(isGerman ? 'Gesamt:' : 'Total:', total);
  return page(
    `${isGerman ? 'de' : 'en'}/cashflow`,
    `<div id="cashflow-content"><table class="table"><thead>${headOf(heads)}</thead><tbody>${totals}${lines.map(({ name, sums }) => write(`<a href="#">${name}</a>`, sums)).join('')}${totals}</tbody></table></div>`,
    [
      ...lines.map(({ month, sums }) =>
        Object.assign({ role: 'period', period: `2018-${month}` }, nameSums(sums)),
      ),
      { role: 'total', ...nameSums(total) },
    ],
  );
}

function makeDashboard(roll: Roll, style: PageStyle): MadePage {
  const [value, free, grow, rate] = [roll(9_000_000), roll(900_000), roll(900_000), roll(4000)];
  const body = [
    row(['Account value', writeSum(value, style)]),
    row(['Available funds', writeSum(free, style)]),
    row(['Go &amp; Grow', writeSum(grow, style)]),
    row(['Net return', `${writeNumber(rate, style)}%`]),
    row(['Something else', writeSum(12_345, style)]),
  ];
  return page(
    'en/dashboard',
    `<div id="statNumbers"><table class="table"><tbody>${body.join('')}</tbody></table></div>`,
    [
      {
        accountValue: euros(value),
        availableFunds: euros(free),
        goAndGrow: euros(grow),
        netReturn: Number(`${rate}e-4`),
      },
    ],
  );
}
