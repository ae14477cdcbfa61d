import { searchInvestments } from '../api/investment-search.ts';
import { parseQuery } from '../api/query.ts';
import { getPrincipalRemaining, roundMoney } from '../world/money.ts';
import type { World } from '../world/world.ts';
import { writeFrame, type FrameOptions } from './frame.ts';
import { say, words, type Wording } from './languages.ts';
import type { PageWriting } from './page-writing.ts';

/** The figures of an investor's account: euros, and a yield in percent. */
export interface AccountFigures {
  value: number;
  /** Interest and late charges received. */
  profit: number;
  /** Average interest of what is held, by open principal. The site's own yield is another figure. */
  yield: number;
  /** Open principal. */
  portfolio: number;
  available: number;
  /** Blocked for bids. */
  reserved: number;
  goGrow: number;
}

/** Works out the figures of an account. */
export function getAccountFigures(world: World, investor: number): AccountFigures {
  const held = searchInvestments(world, investor, parseQuery([]));
  const sum = (read: (investment: (typeof held)[number]) => number): number =>
    roundMoney(held.reduce((total, investment) => total + read(investment), 0));
  const portfolio = sum(({ loan, standing, part }) => getPrincipalRemaining(loan, standing, part));
  const earned = sum(({ holding }) => holding.received.interest + holding.received.lateCharges);
  const weighted = sum(
    ({ loan, standing, part }) => loan.interest * getPrincipalRemaining(loan, standing, part),
  );
  const person = world.investors[investor];
  const reserved = roundMoney((person?.reserved ?? 0) + (person?.requested ?? 0));
  const goGrow = (person?.goGrow ?? []).reduce(
    (total, { netDeposits, netProfit }) => total + netDeposits + netProfit,
    0,
  );
  return {
    value: roundMoney(portfolio + (person?.balance ?? 0) + goGrow),
    profit: earned,
    yield: portfolio === 0 ? 0 : weighted / portfolio,
    portfolio,
    available: roundMoney((person?.balance ?? 0) - reserved),
    reserved,
    goGrow: roundMoney(goGrow),
  };
}

const labels = {
  value: ['Account value', 'Konto väärtus', 'Wert des Kontos', 'Tilin arvo', 'Valor de la cuenta'],
  profit: ['Net profit', 'Netokasum', 'Nettoertrag', 'Nettotuotto', 'Beneficio neto'],
  yield: ['Yield', 'Tootlus', 'Rendite', 'Tuotto', 'Rentabilidad'],
  portfolio: ['Portfolio value', 'Portfelli väärtus', 'Portfoliowert', 'Salkun arvo', 'Valor de la cartera'],
  available: ['Available funds', 'Vabad vahendid', 'Brieftasche', 'Käytettävissä', 'Fondos disponibles'],
  reserved: ['Reserved', 'Broneeritud', 'Reserviert', 'Varattu', 'Reservado'],
  goGrow: ['Go & Grow', 'Go & Grow', 'Go & Grow', 'Go & Grow', 'Go & Grow'],
} as const satisfies Record<keyof AccountFigures, Wording>;

const overview = ['value', 'profit', 'yield', 'portfolio', 'available'] as const;

/**
 * `/{lang}/dashboard`: the numbers are fetched as JSON, more of them as HTML by a button. `numbers` and `more` are what the
 * page's script would have put there.
 */
export function writeDashboardPage(how: PageWriting, frame: FrameOptions, numbers = '', more = ''): string {
  const { language, prefix, variant } = how;
  const source = numbers === '' ? ` data-source="/${prefix}/dashboard/overviewnumbers/"` : '';
  return writeFrame(
    { ...frame, title: say(words.dashboard, language), look: variant.look },
    `<div class="panel"><div class="dashboard__overview-numbers mbs"${source}>${numbers}</div></div>
<div class="panel"><button type="button" class="btn btn-default js-more-stats" data-source="/${prefix}/dashboard/statnumbers/">${say(words.moreStats, language)}</button><div id="statNumbers">${more}</div></div>`,
  );
}

/** `/{lang}/dashboard/overviewnumbers/`. */
export function createOverviewNumbers(figures: AccountFigures, how: PageWriting) {
  return {
    ShowOverview: true,
    Stats: overview.map((name) => ({
      Title: say(labels[name], how.language),
      Tooltip: null,
      Value: writeFigure(name, Math.round(figures[name]), how),
      ValueTooltip: writeFigure(name, figures[name], how),
      SmallValue: null,
      SmallTooltip: null,
      CustomButton: null,
    })),
  };
}

/** The same as the page's script draws it. */
export function writeOverviewNumbers(figures: AccountFigures, how: PageWriting): string {
  const boxes = createOverviewNumbers(figures, how).Stats.map(
    ({ Title, Value, ValueTooltip }) =>
      `<div><dt>${Title}</dt><dd title="${ValueTooltip}">${Value}</dd></div>`,
  );
  return `<dl class="overview">${boxes.join('')}</dl>`;
}

/** `/{lang}/dashboard/statnumbers/`: pairs of name and value; the third cell is what is available, the 15th the open principal. */
export function writeStatNumbers(figures: AccountFigures, how: PageWriting): string {
  const order = ['available', 'value', 'goGrow', 'profit', 'yield', 'reserved', 'portfolio'] as const;
  const rows = order.map(
    (name) =>
      `<tr><td>${say(labels[name], how.language)}</td><td>${writeFigure(name, figures[name], how)}</td></tr>`,
  );
  return `<table class="table"><tbody><tr><td colspan="2">${say(labels.value, how.language)}</td></tr>${rows.join('')}</tbody></table>`;
}

function writeFigure(name: keyof AccountFigures, figure: number, { formats }: PageWriting): string {
  return name === 'yield' ? formats.percent(figure) : formats.money(figure);
}
