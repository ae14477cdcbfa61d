import type { Loan } from '../world/loan.ts';
import { pickShare, scatterShare } from '../world/random.ts';
import { findScore } from './part-facts.ts';

/** Scores of the country's registers; null for the other countries. */
export function createScores(loan: Loan) {
  const lot = scatterShare(loan.number, 'register');
  const isSpanish = loan.country === 'ES';
  return {
    CreditScoreEsMicroL: isSpanish
      ? pickShare(
          [
            ['M', 0.845],
            ['M1', 0.053],
            ['M5', 0.031],
            ['M2', 0.021],
            ['M3', 0.02],
          ],
          lot,
        )
      : null,
    CreditScoreEsEquifaxRisk: isSpanish
      ? pickShare(
          [
            ['A', 0.4],
            ['B', 0.25],
            ['C', 0.15],
            ['AA', 0.1],
            ['D', 0.1],
          ],
          lot,
        )
      : null,
    CreditScoreFiAsiakasTietoRiskGrade: loan.country === 'FI' ? `RL${1 + Math.floor(lot * 5)}` : null,
    CreditScoreEeMini: loan.country === 'EE' ? String(findScore(loan)) : null,
  };
}

/** Questions that borrowers have not been asked since June 2017. */
const frozenAnswers = {
  UseOfLoan: -1,
  MaritalStatus: -1,
  NrOfDependants: null,
  EmploymentStatus: -1,
  EmploymentPosition: null,
  WorkExperience: null,
  OccupationArea: -1,
  IncomeFromPrincipalEmployer: 0,
  IncomeFromPension: 0,
  IncomeFromFamilyAllowance: 0,
  IncomeFromSocialWelfare: 0,
  IncomeFromLeavePay: 0,
  IncomeFromChildSupport: 0,
  IncomeOther: 0,
  FreeCash: 0,
  DebtToIncome: 0,
};

/** What is told of the borrower and the application in auctions, data set and reports alike. */
export function createApplicationFacts(loan: Loan) {
  const { borrower } = loan;
  const weekday = (loan.issuedOn + 3) % 7;
  return {
    UserName: borrower.userName,
    ApplicationSignedHour: loan.signedHour,
    // Sunday is 1; the day counts from Monday as 0.
    ApplicationSignedWeekday: ((weekday + 1) % 7) + 1,
    VerificationType: borrower.verification,
    LanguageCode: borrower.language,
    Age: borrower.age,
    DateOfBirth: null,
    Gender: borrower.gender,
    Country: loan.country,
    County: null,
    City: null,
    Education: borrower.education,
    EmploymentDurationCurrentEmployer: pickShare(
      [
        ['MoreThan5Years', 0.42],
        ['UpTo5Years', 0.22],
        ['UpTo1Year', 0.17],
        ['UpTo2Years', 0.09],
        ['Retiree', 0.05],
        ['Other', 0.03],
        ['TrialPeriod', 0.02],
      ],
      scatterShare(loan.number, 'employer'),
    ),
    HomeOwnershipType: borrower.home,
    IncomeTotal: borrower.income,
    LiabilitiesTotal: borrower.liabilities,
    ...createScores(loan),
    ...frozenAnswers,
  };
}

/** The moment an auction was published: some hours into the day before the loan. Epoch milliseconds. */
export function getListingMoment(loan: Loan): number {
  return (loan.issuedOn - 1) * 86_400_000 + loan.signedHour * 3_600_000 + (loan.number % 3600) * 1000;
}

/** The moment the application was begun: six minutes before the auction in the median. Epoch milliseconds. */
export function getApplicationMoment(loan: Loan): number {
  return getListingMoment(loan) - 60_000 * (2 + (loan.number % 40));
}
