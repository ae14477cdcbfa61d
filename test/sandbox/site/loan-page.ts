import type { Loan } from '../world/loan.ts';
import type { World } from '../world/world.ts';
import type { PageWriting } from './page-writing.ts';
import { columns } from './columns.ts';
import { writeFrame, type FrameOptions } from './frame.ts';
import { say, words } from './languages.ts';
import { writeScheduleTable } from './schedule-table.ts';

/** `/{lang}/Auction/Show/{AuctionId}`: one loan with its schedule, in sums of the whole loan. */
export function writeLoanPage(world: World, loan: Loan, frame: FrameOptions, style: PageWriting): string {
  const standing = world.getStanding(loan);
  const { formats, language } = style;
  const facts: readonly (readonly [string, string])[] = [
    [say(columns.country, language), loan.country],
    [say(columns.rating, language), loan.rating ?? '-'],
    [say(columns.interest, language), formats.percent(loan.interest)],
    [say(columns.amount, language), formats.money(loan.amount)],
    [say(columns.principal, language), formats.money(standing.principalRemaining)],
    [say(columns.duration, language), String(loan.duration)],
    [say(columns.issuedOn, language), formats.day(loan.issuedOn)],
    [say(columns.borrower, language), loan.borrower.userName],
  ];
  return writeFrame(
    { ...frame, title: `${say(columns.number, language)} ${loan.number}`, look: style.variant.look },
    `<div class="panel loan-details"><dl class="facts">${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl></div>
<div class="panel tab-pane active"><h3>${say(words.schedule, language)}</h3>${writeScheduleTable(loan, standing, 1, style)}</div>
<p><a href="/${style.prefix}/secondmarket">${say(words.secondMarket, language)}</a> · <a href="/${style.prefix}/investments?search=search&amp;InvestmentSearch.LoanNumber=${loan.number}">${say(words.investments, language)}</a></p>`,
  );
}
