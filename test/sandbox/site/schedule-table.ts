import type { Loan } from '../world/loan.ts';
import type { Standing } from '../world/standing.ts';
import { say, words, type Wording } from './languages.ts';
import type { PageWriting } from './page-writing.ts';
import { listScheduleLines, sumSchedule, type ScheduleSums } from './schedule-lines.ts';

const classes = { paid: 'past green', late: 'past red', planned: 'future' } as const;

/** The schedule as one table, with the total as its last row. `share` is the part's share of the loan. */
export function writeScheduleTable(
  loan: Loan,
  standing: Standing,
  share: number,
  { formats, language }: PageWriting,
): string {
  const text = (wording: Wording): string => say(wording, language);
  const money = (euros: number): string => (euros === 0 ? '' : formats.money(euros));
  const cells = ({ principal, interest, late }: ScheduleSums): string =>
    `<td>${money(principal + interest + late)}</td><td>${money(principal)}</td><td>${money(interest)}</td><td>${money(late)}</td>`;
  const lines = listScheduleLines(loan, standing, share);
  const body = lines.map(
    (line) =>
      `<tr class="${classes[line.state]}"><td colspan="2">${formats.day(line.due)}</td>${cells(line)}</tr>`,
  );
  return `<table class="table" style="margin-top:10px"><tbody><tr><th colspan="2">${text(words.date)}</th><th>${text(words.amount)}</th><th>${text(words.principal)}</th><th>${text(words.interest)}</th><th>${text(words.lateCharge)}</th></tr>${body.join('')}<tr class="total"><td colspan="2">${text(words.total)}</td>${cells(sumSchedule(lines))}</tr></tbody></table>`;
}
