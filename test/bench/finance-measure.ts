import { irr } from 'financial';
import theirXirr from 'xirr';
import { addMonths, type Day } from '#lib/base/day.ts';
import type { CashFlow } from '#lib/finance/cash-flow.ts';
import { xirr } from '#lib/finance/xirr.ts';
import { withDerivedFields } from '#lib/views/derive.ts';
import type { BenchRow } from './bench-row.ts';
import { takeTurns } from './take-turns.ts';

const area = 'finance';

const today = 20_779 as Day;

/** What it takes to find the yearly return of 1,000 schedules, and to derive the fields of 1,000 listings. Runs in Node and in a page. */
export function measureFinance(browser: BenchRow['browser']): BenchRow[] {
  const schedules = Array.from({ length: 1000 }, (_, i) => createSchedule(i));
  return [measureXirr(schedules), measureDerive()].map((row) => Object.assign(row, { browser }));
}

function measureXirr(schedules: readonly CashFlow[][]): BenchRow {
  const dated = schedules.map((flows) =>
    flows.map(({ day, amount }) => ({ amount, when: new Date(day * 86_400_000) })),
  );
  const monthly = schedules.map((flows) => flows.map(({ amount }) => amount));
  for (const [i, flows] of schedules.entries()) {
    const ours = xirr(flows);
    const theirs = theirXirr(dated[i] ?? []);
    if (!('rate' in ours) || Math.abs(ours.rate - theirs) > 1e-6 * (1 + theirs))
      throw new Error(`Schedule ${i} differs`);
  }
  const { floor, ours, ...rivals } = takeTurns(
    {
      floor: () => schedules.forEach(newtonByHand),
      // Money-weighted return with dates, as ours.
      xirr: () => dated.forEach((flows) => theirXirr(flows)),
      // Without dates, a month apart: an easier question.
      'financial irr': () => monthly.forEach((amounts) => irr(amounts)),
      ours: () => schedules.forEach((flows) => xirr(flows)),
    },
    15,
    5,
  );
  const ratio = Math.min(...Object.values(rivals)) / ours;
  return {
    area,
    what: 'yearly return of 1,000 schedules',
    browser: 'node',
    ours,
    floor,
    rivals,
    ratio,
    bar: '≥ 1 × the faster rival',
    holds: ratio >= 1,
    unit: 'ms',
  };
}

function measureDerive(): BenchRow {
  const records = Array.from({ length: 1000 }, (_, i) => ({
    price: 8 + (i % 50) / 10,
    principalRemaining: 10,
    interest: 0.1 + (i % 40) / 100,
    outstandingPayments: 14,
    nextPaymentNr: 3,
    nrOfScheduledPayments: 6 + (i % 55),
    nextPaymentDate: today + (i % 31),
    signedDate: today - 100 - (i % 900),
    listedOnDate: today - (i % 30),
    debtOccurredOnForSecondary: null,
    loanStatusCode: 2,
  }));
  const schedules = records.map((_, i) => createSchedule(i));
  const { floor, ours } = takeTurns({
    floor: () => schedules.forEach((flows) => xirr(flows)),
    ours: () => records.forEach((record) => withDerivedFields(record, today)),
  });
  const ratio = ours / floor;
  return {
    area,
    what: 'all derived fields of 1,000 listings, against their yields alone',
    browser: 'node',
    ours,
    floor,
    rivals: {},
    ratio,
    bar: '≤ 3 × the yields alone',
    holds: ratio <= 3,
    unit: 'ms',
  };
}

/** A part bought today that pays back monthly: 6 to 60 payments, prices from far under to over what is owed. */
function createSchedule(i: number): CashFlow[] {
  const count = 6 + (i % 55);
  const payment = 14 / count;
  const first = (today + 1 + (i % 30)) as Day;
  const payments = Array.from({ length: count }, (_, month) => ({
    day: addMonths(first, month),
    amount: payment,
  }));
  return [{ day: today, amount: -(8 + (i % 50) / 10) }, ...payments];
}

/** What somebody would write for just this: Newton's method from 10 %, with no care for odd cases. */
function newtonByHand(flows: readonly CashFlow[]): number {
  const first = flows[0]?.day ?? 0;
  let rate = 0.1;
  for (let round = 0; round < 50; round++) {
    let value = 0;
    let slope = 0;
    for (const { day, amount } of flows) {
      const years = (day - first) / 365;
      const worth = amount * (1 + rate) ** -years;
      value += worth;
      slope -= (years * worth) / (1 + rate);
    }
    const step = value / slope;
    rate -= step;
    if (Math.abs(step) < 1e-9) break;
  }
  return rate;
}
