import type { Day } from '#lib/base/day.ts';
import type { Rating } from '#lib/loan/rating.ts';
import type { Schedule } from './schedule.ts';

/** A loan of the sandbox's world: its terms, its borrower, and how far it is paid. Money is in euros. */
export interface Loan {
  index: number;
  /** Set while it is an auction still, or when it never became a loan. */
  stage?: 'auction' | 'cancelled';
  /** The number people see: LoanNumber, AuctionNumber. */
  number: number;
  country: string;
  rating: Rating | null;
  /** Percent a year at issue. */
  interest: number;
  amount: number;
  /** Months at issue. */
  duration: number;
  monthlyPayment: number | null;
  issuedOn: Day;
  signedHour: number;
  borrower: Borrower;
  /** Fractions of the rating model. */
  model: RiskModel;
  /** The schedule at issue, then one more for each rescheduling. The last is in force. */
  phases: Phase[];
}

/** A schedule and how many of its payments have been made in full. */
export interface Phase {
  schedule: Schedule;
  paid: number;
  /** Days on which payments came in while the sandbox ran, by their number. */
  arrivals?: Map<number, Day>;
}

export interface RiskModel {
  probabilityOfDefault: number;
  lossGivenDefault: number;
  expectedLoss: number;
  expectedReturn: number;
}

/** Codes as in the API. */
export interface Borrower {
  userName: string;
  age: number;
  gender: number;
  education: number;
  home: number;
  verification: number;
  language: number;
  /** Euros a month. */
  income: number;
  liabilityCount: number;
  /** Euros a month. */
  liabilities: number;
  previousLoans: number;
  previousAmount: number;
}

/** The schedule in force. */
export function getPhase(loan: Loan): Phase {
  const phase = loan.phases.at(-1);
  if (!phase) throw new Error(`Loan ${loan.number} has no schedule.`);
  return phase;
}

/** The day of the last rescheduling, if there was one. */
export function findRescheduling(loan: Loan): Day | undefined {
  return loan.phases.length > 1 ? getPhase(loan).schedule.startedOn : undefined;
}
