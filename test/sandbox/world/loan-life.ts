import type { Day } from '#lib/base/day.ts';
import { getDefaultDay, listCollectionSteps } from './collection.ts';
import { getPaymentDay } from './conduct.ts';
import { creditHolders } from './credit.ts';
import type { Loan } from './loan.ts';
import { getPhase } from './loan.ts';
import { endListingsOf } from './market-life.ts';
import { createRandom } from './random.ts';
import { listRecoveries } from './recoveries.ts';
import { addRescheduling } from './reschedule.ts';
import { countDue, getDue, listRows, roundCents } from './schedule.ts';
import type { Standing } from './standing.ts';
import type { World } from './world.ts';

/**
 * Lets a loan live: borrowers pay in time, late, or no more; debts are collected, rescheduled, lost. Without
 * `pays` only the calendar goes on, as for somebody who watches and sees nothing come in.
 */
export function startLoanLife(world: World, loan: Loan, pays: boolean): void {
  let known = world.getStanding(loan);
  watchCalendar();
  if (pays) planPayment();

  /** Plans the next day on which the loan changes though nobody does anything. */
  function watchCalendar(): void {
    const next = findNextChange(loan, world.today());
    if (next === undefined) return;
    world.agenda.add(getMidnight(next), () => {
      tellChanges();
      watchCalendar();
    });
  }

  function planPayment(): void {
    const phase = getPhase(loan);
    const number = phase.paid + 1;
    if (number > phase.schedule.payments) return;
    const day = getPaymentDay(loan, loan.phases.length - 1, number);
    if (day < world.today()) {
      planLatePayment();
      return;
    }
    const random = createRandom(world.seed, 'payment', loan.index, loan.phases.length, number);
    // The chance to stop paying, from a year to a month.
    const stops = random.chance((loan.model.probabilityOfDefault * 1.4) / 12);
    const hours = random.int(6 * 60, 11 * 60) * 60_000;
    world.agenda.add(day * dayMs + hours, () => {
      if (getPhase(loan) !== phase || phase.paid !== number - 1) return;
      if (stops) planLatePayment();
      else {
        pay();
        tellChanges();
        planPayment();
      }
    });
  }

  /** A borrower who stopped pays it all some weeks later, agrees on a new schedule, or never pays again. */
  function planLatePayment(): void {
    const phase = getPhase(loan);
    const random = createRandom(
      world.seed,
      'late',
      loan.index,
      loan.phases.length,
      phase.paid,
      world.today(),
    );
    if (world.getStanding(loan).defaultedOn !== undefined || random.chance(0.4)) return;
    const reschedules = random.chance(0.15);
    const day = world.today() + random.int(2, 45);
    world.agenda.add(day * dayMs + random.int(6 * 60, 16 * 60) * 60_000, () => {
      if (getPhase(loan) !== phase || world.getStanding(loan).defaultedOn !== undefined) return;
      if (reschedules) {
        addRescheduling(random, loan, world.today());
        world.forgetStanding(loan);
        world.tell({ kind: 'rescheduled', loanId: world.getLoanId(loan) });
        endListingsOf(world, loan, 'reschedule');
        tellChanges();
        watchCalendar();
      } else {
        const due = countDue(phase.schedule, world.today());
        do pay();
        while (phase.paid < due);
        tellChanges();
      }
      planPayment();
    });
  }

  /** The next payment of the schedule in force comes in, with what is owed for its delay. Changes are told after. */
  function pay(): void {
    const phase = getPhase(loan);
    const number = phase.paid + 1;
    const row = listRows(phase.schedule)[number - 1];
    if (!row) return;
    const natural = getPaymentDay(loan, loan.phases.length - 1, number);
    if (natural !== world.today()) {
      phase.arrivals ??= new Map();
      phase.arrivals.set(number, world.today());
    }
    const before = world.getStanding(loan);
    phase.paid = number;
    world.forgetStanding(loan);
    creditHolders(world, loan, before, world.getStanding(loan));
    world.tell({
      kind: 'payment',
      loanId: world.getLoanId(loan),
      number,
      principal: row.principal,
      interest: row.interest + row.carriedInterest,
    });
    endListingsOf(world, loan, 'payment');
  }

  /** Compares the loan with what was told of it last. */
  function tellChanges(): void {
    const now = world.getStanding(loan);
    const loanId = world.getLoanId(loan);
    tellRecoveries(now);
    if (now.status !== known.status) {
      world.tell({ kind: 'loan-status', loanId, from: known.status, to: now.status });
    }
    const step = now.collection;
    if (step && (step.event !== known.collection?.event || step.on !== known.collection.on)) {
      world.tell({ kind: 'collection-step', loanId, event: step.event, type: step.type });
    }
    if (now.status === 4) endListingsOf(world, loan, 'repaid');
    known = now;
  }

  /** Money that collection brought in since the last look: the only principal that comes without a payment. */
  function tellRecoveries(now: Standing): void {
    const recovered = roundCents(now.recovered - known.recovered);
    if (recovered <= 0) return;
    creditHolders(world, loan, known, now);
    world.tell({
      kind: 'payment',
      loanId: world.getLoanId(loan),
      number: null,
      principal: recovered,
      interest: 0,
    });
    endListingsOf(world, loan, 'payment');
  }
}

const dayMs = 86_400_000;

/** A few minutes past midnight in Tallinn, by winter time; in summer an hour more. */
function getMidnight(day: Day): number {
  return day * dayMs - 2 * 3_600_000 + 10 * 60_000;
}

/** The next day after `today` on which the standing of a loan changes by the calendar alone. */
function findNextChange(loan: Loan, today: Day): Day | undefined {
  const { schedule, paid } = getPhase(loan);
  if (paid >= schedule.payments) return undefined;
  const since = getDue(schedule, paid + 1);
  const days: number[] = [since + 1, since + 61];
  const far = (today + 4000) as Day;
  for (const step of listCollectionSteps(loan, since, far)) days.push(step.on);
  const left = listRows(schedule)[paid - 1]?.principalLeft ?? schedule.principal;
  for (const recovery of listRecoveries(loan, getDefaultDay(loan, since), left, far)) days.push(recovery.on);
  const next = Math.min(...days.filter((day) => day > today));
  return Number.isFinite(next) ? (next as Day) : undefined;
}
