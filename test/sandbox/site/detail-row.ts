import { getPrincipalRemaining } from '../world/money.ts';
import { getPhase } from '../world/loan.ts';
import { getDue } from '../world/schedule.ts';
import { say, words, type Wording } from './languages.ts';
import { scaleToRow, type ListRow } from './list-row.ts';
import type { PageWriting } from './page-writing.ts';
import { writeScheduleTable } from './schedule-table.ts';

/** What a click on a row opens: one cell over all columns, with tabs. Nothing for what is no part of a loan yet. */
export function writeDetailRow(row: ListRow, style: PageWriting, span: number): string {
  if (!row.part) return '';
  const closed = style.variant.details === 'open' ? '' : ' style="display:none"';
  return `<tr class="detail-row"${closed}><td colspan="${span}">${writeDetails(row, style)}</td></tr>`;
}

/** The tabs: summary, borrower, income and expenses, payment problems, schedule. */
function writeDetails(row: ListRow, style: PageWriting): string {
  const { loan, part, standing } = row;
  const { formats } = style;
  const text = (wording: Wording): string => say(wording, style.language);
  const own = (euros: number): string => formats.money(scaleToRow(euros, row));
  const facts = (rows: readonly (readonly [string, string])[]): string =>
    `<dl class="facts">${rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`;
  const { schedule } = getPhase(loan);
  const tabs: readonly (readonly [string, string])[] = [
    [
      text(words.summary),
      facts([
        [
          text(words.claim),
          `<b>${formats.money(part ? getPrincipalRemaining(loan, standing, part) : standing.principalRemaining)}</b> (${formats.money(standing.principalRemaining)})`,
        ],
        [text(words.payOff), formats.day(getDue(schedule, schedule.payments))],
        [
          text(words.principal),
          `<b>${own(standing.principalRepaid)}</b> (${formats.money(standing.principalRepaid)})`,
        ],
        [
          text(words.interest),
          `<b>${own(standing.interestRepaid)}</b> (${formats.money(standing.interestRepaid)})`,
        ],
      ]),
    ],
    [
      text(words.borrower),
      facts([
        ['ID', loan.borrower.userName],
        [text(words.age), String(loan.borrower.age)],
      ]),
    ],
    [
      text(words.income),
      facts([
        [text(words.monthlyIncome), formats.money(loan.borrower.income)],
        [text(words.liabilities), formats.money(loan.borrower.liabilities)],
      ]),
    ],
    [text(words.problems), `<p>${text(words.noProblems)}</p>`],
    [
      text(words.schedule),
      writeScheduleTable(loan, standing, (part?.amount ?? loan.amount) / loan.amount, style),
    ],
  ];
  const heads = tabs
    .map(
      ([name], at) => `<li${at === 0 ? ' class="active"' : ''}><a href="#" data-tab="${at}">${name}</a></li>`,
    )
    .join('');
  const panes = tabs
    .map(([, body], at) => `<div class="tab-pane${at === 0 ? ' active' : ''}">${body}</div>`)
    .join('');
  return `<ul class="nav nav-tabs">${heads}</ul><div class="tab-content">${panes}</div>`;
}
