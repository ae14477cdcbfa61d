import { dayInTallinn, formatDay, type Day } from '#lib/base/day.ts';
import { bookingTexts, type Booking } from '../world/bookings.ts';
import type { Investor } from '../world/investor.ts';
import type { Loan } from '../world/loan.ts';
import { roundMoney, scaleToPart } from '../world/money.ts';
import { listRows } from '../world/schedule.ts';
import type { World } from '../world/world.ts';

/** The sums of a stretch of time, in euros. */
export interface CashFlow {
  opening: number;
  /** Paid in less paid out. */
  deployed: number;
  /** Sales less purchases. */
  invested: number;
  principal: number;
  /** Late charges included. */
  interest: number;
  closing: number;
  plannedPrincipal: number;
  plannedInterest: number;
}

/** A payment that came in on a day, for one loan. Euros. */
export interface DayFlow {
  day: Day;
  loan: Loan;
  principal: number;
  interest: number;
}

/** A month as `2026-11`, with what came in day by day. */
export interface MonthFlow extends CashFlow {
  month: string;
  days: DayFlow[];
}

/** What went through an investor's account and what was due to come in, for each month from `first` to `last`. */
export function listMonthFlows(world: World, investor: Investor, first: string, last: string): MonthFlow[] {
  const months = new Map<string, MonthFlow>();
  for (let month = first; month <= last && months.size < 240; month = getNext(month)) {
    months.set(month, { ...createFlow(0), month, days: [] });
  }
  let balance = 0;
  for (const booking of investor.bookings) {
    const day = dayInTallinn(booking.at);
    const flow = months.get(formatDay(day).slice(0, 7));
    if (flow) addBooking(flow, booking, day, world);
    else if (formatDay(day) < first) balance += booking.amount;
  }
  addPlanned(months, world, investor);
  for (const flow of months.values()) {
    flow.opening = roundMoney(balance);
    balance += flow.deployed + flow.invested + flow.principal + flow.interest;
    flow.closing = roundMoney(balance);
  }
  return [...months.values()];
}

/** The sums over several months. */
export function sumFlows(flows: readonly CashFlow[]): CashFlow {
  const sum = createFlow(flows[0]?.opening ?? 0);
  for (const flow of flows) {
    for (const name of flowing) sum[name] = roundMoney(sum[name] + flow[name]);
  }
  return { ...sum, closing: flows.at(-1)?.closing ?? 0 };
}

const flowing = [
  'deployed',
  'invested',
  'principal',
  'interest',
  'plannedPrincipal',
  'plannedInterest',
] as const satisfies readonly (keyof CashFlow)[];

function createFlow(opening: number): CashFlow {
  return {
    opening,
    deployed: 0,
    invested: 0,
    principal: 0,
    interest: 0,
    closing: opening,
    plannedPrincipal: 0,
    plannedInterest: 0,
  };
}

function addBooking(flow: MonthFlow, booking: Booking, day: Day, world: World): void {
  const name = findSeries(booking.description);
  flow[name] = roundMoney(flow[name] + booking.amount);
  if ((name !== 'principal' && name !== 'interest') || booking.part === undefined) return;
  const loan = world.getLoan(world.getPart(booking.part).loan);
  let entry = flow.days.find((one) => one.day === day && one.loan === loan);
  if (!entry) flow.days.push((entry = { day, loan, principal: 0, interest: 0 }));
  entry[name] = roundMoney(entry[name] + booking.amount);
}

function findSeries(description: string): 'deployed' | 'invested' | 'principal' | 'interest' {
  switch (description) {
    case bookingTexts.principal:
      return 'principal';
    case bookingTexts.interest:
    case bookingTexts.lateCharge:
      return 'interest';
    case bookingTexts.investment:
    case bookingTexts.purchase:
    case bookingTexts.sale:
      return 'invested';
    default:
      return 'deployed';
  }
}

/** What schedules said would come in for the parts that the investor had on the due day. */
function addPlanned(months: ReadonlyMap<string, MonthFlow>, world: World, investor: Investor): void {
  for (const part of world.parts) {
    for (const holding of part.holdings ?? []) {
      if (holding.owner !== investor.index) continue;
      const loan = world.getLoan(part.loan);
      const from = dayInTallinn(holding.boughtAt);
      const to = holding.sold ? dayInTallinn(holding.sold.at) : Number.POSITIVE_INFINITY;
      loan.phases.forEach(({ schedule, paid }, phase) => {
        for (const row of listRows(schedule)) {
          if (phase < loan.phases.length - 1 && row.number > paid) break;
          if (row.due <= from || row.due > to) continue;
          const flow = months.get(formatDay(row.due).slice(0, 7));
          if (!flow) continue;
          const scale = (euros: number): number => scaleToPart(euros, loan, part);
          flow.plannedPrincipal = roundMoney(flow.plannedPrincipal + scale(row.principal));
          flow.plannedInterest = roundMoney(flow.plannedInterest + scale(row.interest + row.carriedInterest));
        }
      });
    }
  }
}

/** The month after `2026-12` is `2027-01`. */
export function getNext(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 7);
}
