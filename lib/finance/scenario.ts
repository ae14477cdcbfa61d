/**
 * What is assumed about loans that are not paid on schedule. Said beside every yield that rests on it: assumptions are no facts.
 * Fractions; the keys of `defaults` are ratings.
 */
export interface Scenario {
  name: string;
  /** Share of loans on schedule that default within a year, by rating. */
  defaults: Readonly<Record<string, number>>;
  /** The same for a loan without a rating, or with one that is not known here. */
  defaultsElse: number;
  /** Share of the open principal that comes back after a default. */
  recovery: number;
  /** Months over which that comes back, in equal parts. */
  recoveryMonths: number;
  /** Days by which every payment comes late. */
  delayDays: number;
  /** How many times likelier a loan defaults that is late by up to so many days; beyond the last it counts as defaulted. */
  lateness: readonly { upToDays: number; times: number }[];
}

const lateness = [
  { upToDays: 0, times: 1 },
  { upToDays: 7, times: 2 },
  { upToDays: 30, times: 4 },
  { upToDays: 60, times: 8 },
] as const;

/**
 * Bondora's own expectations as they stand in a portfolio of 2019: the mean expected loss of each rating over the mean loss given default
 * gives the share of defaults (C: 7.2 % over 48 %); two fifths of the principal come back, as in the loan book of 2024. How much
 * likelier late loans are to default is our guess.
 */
export const baseScenario: Scenario = {
  name: 'base',
  defaults: { AA: 0.037, A: 0.062, B: 0.079, C: 0.15, D: 0.211, E: 0.263, F: 0.363, HR: 0.427 },
  defaultsElse: 0.263,
  recovery: 0.4,
  recoveryMonths: 36,
  delayDays: 5,
  lateness,
};

/** Half as many defaults again, half as much that comes back, and later. */
export const cautiousScenario: Scenario = {
  name: 'cautious',
  defaults: { AA: 0.055, A: 0.093, B: 0.119, C: 0.225, D: 0.316, E: 0.395, F: 0.545, HR: 0.64 },
  defaultsElse: 0.395,
  recovery: 0.2,
  recoveryMonths: 60,
  delayDays: 15,
  lateness,
};
