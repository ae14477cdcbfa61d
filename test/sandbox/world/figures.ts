import type { Rating } from '#lib/loan/rating.ts';
import type { Quantiles, Shares } from './random.ts';

/** Countries of borrowers. */
export type Country = 'EE' | 'FI' | 'ES' | 'NL';

/** What loans of one time look like. Shares and quantiles of Bondora's published loan book of August 2025. */
export interface LoanFigures extends BorrowerFigures {
  countries: Shares<Country>;
  ratings: Readonly<Record<Country, Shares<Rating>>>;
  durations: Readonly<Record<Country, Shares<number>>>;
  /** Amounts granted, in euros. */
  amounts: Readonly<Record<Country, Quantiles>>;
  /** Amounts that are asked for again and again. */
  usualAmounts: Shares<number>;
  /** Yearly rates in percent. */
  interest: Readonly<Record<Rating, Quantiles>>;
  /** Rates that are given again and again. */
  usualRates: Shares<number>;
  /** Share of loans that are late or in default. */
  lateShare: Readonly<Record<Rating, number>>;
}

/** What borrowers of one time are like; codes as in the API. */
export interface BorrowerFigures {
  languages: Readonly<Record<Country, Shares<number>>>;
  genders: Shares<number>;
  educations: Shares<number>;
  homes: Shares<number>;
  verifications: Shares<number>;
  paymentDays: Shares<number>;
  ages: Quantiles;
  /** Euros a month. */
  incomes: Quantiles;
  liabilityCounts: Quantiles;
  /** Euros a month. */
  liabilities: Quantiles;
  previousLoans: Quantiles;
}

/** The hour at which contracts are signed. */
export const signingHours: Shares<number> = [
  [7, 0.024],
  [8, 0.039],
  [9, 0.061],
  [10, 0.067],
  [11, 0.074],
  [12, 0.073],
  [13, 0.07],
  [14, 0.067],
  [15, 0.069],
  [16, 0.071],
  [17, 0.071],
  [18, 0.061],
  [19, 0.05],
  [20, 0.046],
  [21, 0.036],
  [22, 0.03],
];

/**
 * Original principal of loan parts on sale, in euros. Small sizes as in the portfolio of February 2019, where one
 * euro leads; fewer of those and some larger ones, since nobody bothers to sell every cent. The real mix is not known.
 */
export const partSizes: Shares<number> = [
  [1, 0.3],
  [10, 0.17],
  [5, 0.1],
  [2, 0.07],
  [4, 0.06],
  [25, 0.06],
  [3, 0.05],
  [6, 0.05],
  [8, 0.05],
  [15, 0.02],
  [20, 0.02],
  [50, 0.02],
  [100, 0.015],
  [500, 0.004],
  [2000, 0.001],
];

/** Days since the first missed payment of loans that are late; from the portfolio's classes, older debts added. */
export const daysLate: Shares<readonly [from: number, to: number]> = [
  [[1, 7], 0.17],
  [[8, 15], 0.06],
  [[16, 30], 0.08],
  [[31, 60], 0.09],
  [[61, 90], 0.05],
  [[91, 120], 0.05],
  [[121, 180], 0.08],
  [[181, 730], 0.25],
  [[731, 1800], 0.17],
];

/** Medians of the rating model by rating, as fractions; the portfolio of February 2019. */
export const modelByRating: Readonly<
  Record<Rating, { probabilityOfDefault: number; lossGivenDefault: number; expectedLoss: number }>
> = {
  AA: { probabilityOfDefault: 0.115, lossGivenDefault: 0.429, expectedLoss: 0.017 },
  A: { probabilityOfDefault: 0.177, lossGivenDefault: 0.429, expectedLoss: 0.026 },
  B: { probabilityOfDefault: 0.167, lossGivenDefault: 0.496, expectedLoss: 0.04 },
  C: { probabilityOfDefault: 0.204, lossGivenDefault: 0.475, expectedLoss: 0.071 },
  D: { probabilityOfDefault: 0.253, lossGivenDefault: 0.517, expectedLoss: 0.111 },
  E: { probabilityOfDefault: 0.301, lossGivenDefault: 0.584, expectedLoss: 0.142 },
  F: { probabilityOfDefault: 0.42, lossGivenDefault: 0.587, expectedLoss: 0.22 },
  HR: { probabilityOfDefault: 0.463, lossGivenDefault: 0.739, expectedLoss: 0.286 },
};

/**
 * Discount (negative) or mark-up in whole percent that sellers ask. No real figures of the secondary market are
 * known; these are ours: small mark-ups for sound loans, deep discounts for lost ones.
 */
export const discounts = {
  sound: [
    [-15, 0.01],
    [-10, 0.02],
    [-8, 0.01],
    [-5, 0.05],
    [-3, 0.05],
    [-2, 0.08],
    [-1, 0.09],
    [0, 0.29],
    [1, 0.13],
    [2, 0.09],
    [3, 0.06],
    [4, 0.04],
    [5, 0.05],
    [8, 0.02],
    [10, 0.01],
  ],
  weak: [
    [-25, 0.03],
    [-20, 0.05],
    [-15, 0.07],
    [-12, 0.05],
    [-10, 0.11],
    [-8, 0.07],
    [-7, 0.05],
    [-5, 0.13],
    [-4, 0.06],
    [-3, 0.08],
    [-2, 0.08],
    [0, 0.14],
    [1, 0.04],
    [3, 0.04],
  ],
} as const satisfies Record<string, Shares<number>>;

/** The same for loans that are late, by quantiles. */
export const lateDiscounts = {
  overdue: [
    [0, -50],
    [0.1, -35],
    [0.5, -15],
    [0.9, -3],
    [1, 2],
  ],
  overdue60: [
    [0, -90],
    [0.1, -82],
    [0.5, -62],
    [0.9, -35],
    [1, -12],
  ],
} as const satisfies Record<string, Quantiles>;
