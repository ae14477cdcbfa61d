import { getPaymentDelay, lateFeePerDay } from '../world/conduct.ts';
import type { Loan } from '../world/loan.ts';
import { countDue, listRows } from '../world/schedule.ts';
import type { Standing } from '../world/standing.ts';
import type { PageWriting } from './page-writing.ts';
import { say, words, type Wording } from './languages.ts';

/**
 * The schedule as one table: payments made under earlier schedules, then the schedule in force, then the total.
 * `share` is the part's share of the loan.
 */
export function writeScheduleTable(
  loan: Loan,
  standing: Standing,
  share: number,
  style: PageWriting,
): string {
  const { formats } = style;
  const text = (wording: Wording): string => say(wording, style.language);
  const money = (euros: number): string => (euros === 0 ? '' : formats.money(euros * share));
  const total = { principal: 0, interest: 0, late: 0 };
  let body = '';
  loan.phases.forEach(({ schedule, paid }, phase) => {
    const isLast = phase === loan.phases.length - 1;
    const due = isLast ? countDue(schedule, standing.day) : 0;
    for (const row of listRows(schedule)) {
      if (!isLast && row.number > paid) break;
      const interest = row.interest + row.carriedInterest;
      const late =
        row.number <= paid
          ? row.principal * lateFeePerDay * getPaymentDelay(loan, phase, row.number) + row.carriedPenalty
          : row.carriedPenalty;
      const state = row.number <= paid ? 'past green' : row.number <= due ? 'past red' : 'future';
      body += `<tr class="${state}"><td colspan="2">${formats.day(row.due)}</td><td>${money(row.principal + interest + late)}</td><td>${money(row.principal)}</td><td>${money(interest)}</td><td>${money(late)}</td></tr>`;
      total.principal += row.principal;
      total.interest += interest;
      total.late += late;
    }
  });
  const sum = total.principal + total.interest + total.late;
  return `<table class="table" style="margin-top:10px"><tbody><tr><th colspan="2">${text(words.date)}</th><th>${text(words.amount)}</th><th>${text(words.principal)}</th><th>${text(words.interest)}</th><th>${text(words.lateCharge)}</th></tr>${body}<tr class="total"><td colspan="2">${text(words.total)}</td><td>${money(sum)}</td><td>${money(total.principal)}</td><td>${money(total.interest)}</td><td>${money(total.late)}</td></tr></tbody></table>`;
}
