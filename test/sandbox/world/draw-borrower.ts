import type { Country, LoanFigures } from './figures.ts';
import type { Borrower } from './loan.ts';
import type { Random } from './random.ts';
import { createRandom } from './random.ts';

/** A borrower as the figures of the time have them. */
export function drawBorrower(
  random: Random,
  figures: LoanFigures,
  country: Country,
  index: number,
): Borrower {
  const previousLoans = Math.floor(random.draw(figures.previousLoans));
  const liabilityCount = Math.floor(random.draw(figures.liabilityCounts));
  return {
    userName: createUserName(random, index),
    age: Math.round(random.draw(figures.ages)),
    gender: random.pick(figures.genders),
    education: random.pick(figures.educations),
    home: random.pick(figures.homes),
    verification: random.pick(figures.verifications),
    language: random.pick(figures.languages[country]),
    income: Math.round(random.draw(figures.incomes)),
    liabilityCount,
    liabilities: liabilityCount === 0 ? 0 : Math.round(random.draw(figures.liabilities) * 100) / 100,
    previousLoans,
    previousAmount: previousLoans * Math.round(500 + 2000 * random.next()),
  };
}

const letters = 'ABCDEFGHKLMNPRSTUVX0123456789';

/** BO and seven letters or digits; one loan in eight belongs to the borrower of the loan before it. */
export function createUserName(random: Random, index: number): string {
  const own = createRandom('borrower', random.chance(0.12) ? Math.max(0, index - 1) : index);
  let name = 'BO';
  for (let at = 0; at < 7; at++) name += letters[own.int(0, letters.length - 1)] ?? '0';
  return name;
}
