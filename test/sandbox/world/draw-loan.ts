import type { Day } from '#lib/base/day.ts';
import { addMonths, createDay } from '#lib/base/day.ts';
import { drawBorrower } from './draw-borrower.ts';
import { drawConduct } from './draw-conduct.ts';
import { figuresBefore2023, issuedByYear } from './figures-before-2023.ts';
import type { Country, LoanFigures } from './figures.ts';
import { modelByRating, signingHours } from './figures.ts';
import { figuresSince2023 } from './figures-since-2023.ts';
import type { Loan, RiskModel } from './loan.ts';
import type { Random } from './random.ts';
import { createRandom } from './random.ts';
import type { Rating } from '#lib/loan/rating.ts';
import { createSchedule } from './schedule.ts';

/** Loan numbers rise from here in the order of the sandbox's loans. */
const firstNumber = 1_104_000;

/** What a loan is made of, whether drawn or read from a file. */
export interface LoanTerms {
  country: string;
  rating: Rating | null;
  /** Percent a year. */
  interest: number;
  amount: number;
  /** Months. */
  duration: number;
  monthlyPayment: number | null;
  paymentDay: number;
  issuedOn: Day;
  signedHour: number;
  /** Whether it is behind with payments. */
  isLate: boolean;
}

/** One loan of the market, drawn from the real distributions; the same for the same seed, index and day. */
export function drawLoan(seed: number, index: number, today: Day): Loan {
  const random = createRandom(seed, 'loan', index);
  const issuedOn = drawIssueDay(random, today);
  const figures = isSince2023(issuedOn) ? figuresSince2023 : figuresBefore2023;
  const terms = drawTerms(random, figures, issuedOn);
  return assembleLoan(
    seed,
    index,
    settleTerms(random, terms, today),
    drawBorrower(random, figures, terms.country as Country, index),
    today,
  );
}

/** A short loan of some time ago that was paid to the end. */
export function drawRepaidLoan(seed: number, index: number, today: Day): Loan {
  const random = createRandom(seed, 'repaid-loan', index);
  const duration = random.pick([
    [6, 1],
    [12, 3],
    [18, 2],
  ]);
  const issuedOn = (today - duration * 31 - random.int(120, 400)) as Day;
  const drawn = drawTerms(random, figuresSince2023, issuedOn);
  const terms = { ...drawn, duration, isLate: false };
  const borrower = drawBorrower(random, figuresSince2023, terms.country as Country, index);
  const loan = assembleLoan(seed, index, terms, borrower, today);
  // No new schedule: it would not be over yet.
  const first = loan.phases[0];
  if (first) loan.phases = [{ ...first, paid: duration }];
  return loan;
}

/** A loan that borrowers are about to be given: nothing of it is due yet. */
export function drawNewLoan(seed: number, index: number, today: Day): Loan {
  const random = createRandom(seed, 'new-loan', index);
  const terms = { ...drawTerms(random, figuresSince2023, today), isLate: false };
  const borrower = drawBorrower(random, figuresSince2023, terms.country as Country, index);
  return assembleLoan(seed, index, terms, borrower, today);
}

/** Puts a loan together from its terms and gives it a history up to today. */
export function assembleLoan(
  seed: number,
  index: number,
  terms: LoanTerms,
  borrower: Loan['borrower'],
  today: Day,
): Loan {
  const random = createRandom(seed, 'loan-life', index);
  const { isLate, paymentDay, ...rest } = terms;
  const schedule = createSchedule({
    startedOn: terms.issuedOn,
    principal: terms.amount,
    interest: terms.interest,
    payments: terms.duration,
    firstDue: findFirstDue(terms.issuedOn, paymentDay),
    carriedInterest: 0,
    carriedPenalty: 0,
  });
  const loan: Loan = {
    ...rest,
    index,
    number: firstNumber + index * 3 + random.int(0, 2),
    borrower,
    model: drawModel(random, terms),
    phases: [{ schedule, paid: 0 }],
  };
  drawConduct(random, loan, isLate, today);
  return loan;
}

function drawTerms(random: Random, figures: LoanFigures, issuedOn: Day): LoanTerms {
  const country = random.pick(figures.countries);
  const rating = random.pick(figures.ratings[country]);
  const usual = random.pick(figures.usualRates);
  const rate = random.draw(figures.interest[rating]);
  const amount = random.draw(figures.amounts[country]);
  const usualAmount = random.pick(figures.usualAmounts);
  const duration = random.pick(figures.durations[country]);
  const interest = Math.round((Math.abs(usual - rate) < 0.6 ? usual : rate) * 100) / 100;
  const granted =
    random.chance(0.55) && Math.abs(usualAmount - amount) < 400 ? usualAmount : Math.round(amount);
  const monthly = interest / 1200;
  const annuity = (granted * monthly) / (1 - (1 + monthly) ** -duration);
  return {
    country,
    rating,
    interest,
    amount: granted,
    duration,
    monthlyPayment: Math.round(annuity * (0.986 + 0.1 * random.next() ** 3) * 100) / 100,
    paymentDay: random.pick(figures.paymentDays),
    issuedOn,
    signedHour: random.pick(signingHours),
    // Holders let go of late parts more readily than of sound ones.
    isLate: random.chance(Math.min(0.9, figures.lateShare[rating] * 1.25)),
  };
}

/** A sound loan whose schedule is over would be repaid and not on sale: issue it later, or let it be late. */
function settleTerms(random: Random, terms: LoanTerms, today: Day): LoanTerms {
  const end = addMonths(findFirstDue(terms.issuedOn, terms.paymentDay), terms.duration - 1);
  if (terms.isLate || end > today + 20) return terms;
  if (random.chance(0.3)) return { ...terms, isLate: true };
  const monthsAgo = random.int(0, Math.max(0, terms.duration - 2));
  return { ...terms, issuedOn: (addMonths(today, -monthsAgo) - random.int(5, 28)) as Day };
}

function drawIssueDay(random: Random, today: Day): Day {
  const thisYear = new Date(today * 86_400_000).getUTCFullYear();
  const years = [...issuedByYear];
  for (let year = 2025; year <= thisYear; year++) years.push([year, year === thisYear ? 45 : 80]);
  const year = random.pick(years.filter(([at]) => at <= thisYear));
  const start = createDay(year, 1, 1) as Day;
  const end = Math.min(start + 364, today - 20);
  return random.int(Math.min(start, end), end) as Day;
}

function isSince2023(day: Day): boolean {
  return day >= (createDay(2023, 1, 1) as Day);
}

/** The first payment comes 32 to 60 days after the issue, on the borrower's own day of the month. */
export function findFirstDue(issuedOn: Day, paymentDay: number): Day {
  const from = new Date((issuedOn + 32) * 86_400_000);
  const month = from.getUTCMonth() + (from.getUTCDate() > paymentDay ? 1 : 0);
  const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return (Date.UTC(from.getUTCFullYear(), month, Math.min(paymentDay, last)) / 86_400_000) as Day;
}

function drawModel(random: Random, terms: LoanTerms): RiskModel {
  const medians = modelByRating[terms.rating ?? 'HR'];
  const spread = 0.8 + 0.4 * random.next();
  // Loans since 2023 are given half the chance of default that the medians of 2019 have.
  const time = isSince2023(terms.issuedOn) ? 0.5 : 1;
  const probabilityOfDefault = roundSix(medians.probabilityOfDefault * spread * time);
  const lossGivenDefault = roundSix(Math.min(0.95, medians.lossGivenDefault * (0.9 + 0.2 * random.next())));
  const expectedLoss = roundSix(medians.expectedLoss * spread * time);
  return {
    probabilityOfDefault,
    lossGivenDefault,
    expectedLoss,
    expectedReturn: roundSix(terms.interest / 100 - expectedLoss),
  };
}

function roundSix(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
