import type { FieldDefinition, FieldHelp } from '../field.ts';
import {
  educationLabels,
  employmentLabels,
  genderLabels,
  housingLabels,
  languageLabels,
  maritalLabels,
  occupationLabels,
  verificationLabels,
} from '../code-labels.ts';

/** The borrower, as the auction and the loan book tell of them. */
export const borrowerFields = {
  country: { label: 'country', kind: 'country' },
  county: { label: 'county', kind: 'text' },
  city: { label: 'city', kind: 'text' },
  userName: { label: 'borrower', kind: 'text' },
  age: { label: 'age', kind: 'count', unit: 'years' },
  dateOfBirth: { label: 'date of birth', kind: 'day' },
  gender: { label: 'gender', kind: 'code', labels: genderLabels },
  languageCode: { label: 'language', kind: 'code', labels: languageLabels },
  newCreditCustomer: { label: 'new borrower', kind: 'truth' },
  educationLevel: { label: 'education level', kind: 'code', labels: educationLabels },
  maritalStatus: { label: 'marital status', kind: 'code', labels: maritalLabels },
  nrOfDependants: { label: 'dependants', kind: 'text' },
  homeOwnershipType: { label: 'housing', kind: 'code', labels: housingLabels },
  employmentStatus: { label: 'employment status', kind: 'code', labels: employmentLabels },
  employmentDurationCurrentEmployer: { label: 'time with employer', kind: 'text' },
  employmentPosition: { label: 'job title', kind: 'text' },
  workExperience: { label: 'work experience', kind: 'text' },
  occupationArea: { label: 'sector of work', kind: 'code', labels: occupationLabels },
  incomeVerificationStatus: { label: 'income verification', kind: 'code', labels: verificationLabels },
  incomeTotal: { label: 'total income', aliases: ['income'], kind: 'money' },
  incomeFromPrincipalEmployer: { label: 'salary', kind: 'money' },
  incomeFromPension: { label: 'pension', kind: 'money' },
  incomeFromFamilyAllowance: { label: 'family allowance', kind: 'money' },
  incomeFromSocialWelfare: { label: 'social welfare', kind: 'money' },
  incomeFromLeavePay: { label: 'leave pay', kind: 'money' },
  incomeFromChildSupport: { label: 'child support', kind: 'money' },
  incomeOther: { label: 'other income', kind: 'money' },
  existingLiabilities: { label: 'liabilities count', kind: 'number' },
  refinanceLiabilities: { label: 'refinanced liabilities', kind: 'number' },
  liabilitiesTotal: { label: 'total liabilities', kind: 'money' },
  debtToIncome: { label: 'debt to income', kind: 'rate' },
  freeCash: { label: 'free cash', kind: 'money' },
  creditScore: { label: 'credit score', kind: 'number' },
  creditScoreEeMini: { label: 'Estonian score', kind: 'text' },
  creditScoreEsMicroL: { label: 'Spanish micro score', kind: 'text' },
  creditScoreEsEquifaxRisk: { label: 'Spanish risk score', kind: 'text' },
  creditScoreFiAsiakasTietoRiskGrade: { label: 'Finnish risk grade', kind: 'text' },
  noOfPreviousLoansBeforeLoan: { label: 'earlier loans', kind: 'number' },
  amountOfPreviousLoansBeforeLoan: { label: 'sum of earlier loans', kind: 'money' },
  previousRepaymentsBeforeLoan: { label: 'repaid before', kind: 'money' },
  previousEarlyRepaymentsBeforeLoan: { label: 'repaid early before', kind: 'money' },
  previousEarlyRepaymentsCountBeforeLoan: { label: 'loans repaid early', kind: 'number' },
} as const satisfies Record<string, FieldDefinition>;

/** What they mean and where they come from. */
export const borrowerHelp: Readonly<Record<keyof typeof borrowerFields, FieldHelp>> = {
  country: {
    meaning: 'Country of residence of the borrower.',
    sources: ['page', 'market', 'auction', 'loan-part', 'investment', 'public-data', 'report'],
  },
  county: { meaning: 'County of residence of the borrower.', sources: ['auction', 'public-data', 'report'] },
  city: { meaning: 'Town of residence of the borrower.', sources: ['auction', 'public-data', 'report'] },
  userName: {
    meaning: "Bondora's pseudonym of the borrower.",
    sources: ['page', 'market', 'auction', 'loan-part', 'investment', 'public-data', 'report'],
  },
  age: {
    meaning: 'Age of the borrower when the loan was asked for.',
    sources: ['auction', 'public-data', 'report'],
  },
  dateOfBirth: {
    meaning: 'When the borrower was born.',
    sources: ['market', 'auction', 'loan-part', 'investment', 'public-data', 'report'],
  },
  gender: {
    meaning: 'Gender of the borrower.',
    sources: ['page', 'market', 'auction', 'loan-part', 'investment', 'public-data', 'report'],
  },
  languageCode: { meaning: 'Language of the borrower.', sources: ['auction', 'public-data', 'report'] },
  newCreditCustomer: {
    meaning: 'Whether the borrower had no history with Bondora of three months before this loan.',
    sources: ['auction', 'public-data', 'report'],
  },
  educationLevel: {
    meaning: 'Highest education of the borrower.',
    sources: ['auction', 'public-data', 'report'],
  },
  maritalStatus: {
    meaning: 'Marital status of the borrower; not given since 2017.',
    sources: ['auction', 'public-data', 'report'],
  },
  nrOfDependants: {
    meaning: 'How many people depend on the borrower, as Bondora writes it; not given since 2017.',
    sources: ['auction', 'public-data', 'report'],
  },
  homeOwnershipType: { meaning: 'How the borrower lives.', sources: ['auction', 'public-data', 'report'] },
  employmentStatus: {
    meaning: 'Employment of the borrower; not given since 2017.',
    sources: ['auction', 'public-data', 'report'],
  },
  employmentDurationCurrentEmployer: {
    meaning: "Time with the present employer, in Bondora's words such as UpTo5Years.",
    sources: ['auction', 'public-data', 'report'],
  },
  employmentPosition: {
    meaning: 'Job of the borrower; not given since 2017.',
    sources: ['auction', 'public-data', 'report'],
  },
  workExperience: {
    meaning: "All working years, in Bondora's words such as 5To10Years; not given since 2017.",
    sources: ['auction', 'public-data', 'report'],
  },
  occupationArea: {
    meaning: 'Where the borrower works; not given since 2017.',
    sources: ['auction', 'public-data', 'report'],
  },
  incomeVerificationStatus: {
    meaning: 'How the income was verified.',
    sources: ['page', 'market', 'auction', 'loan-part', 'investment', 'public-data', 'report'],
  },
  incomeTotal: {
    meaning: 'All income of the borrower a month.',
    sources: ['auction', 'public-data', 'report'],
  },
  incomeFromPrincipalEmployer: {
    meaning: 'Salary a month; 0 since 2017.',
    sources: ['auction', 'public-data', 'report'],
  },
  incomeFromPension: {
    meaning: 'Pension a month; 0 since 2017.',
    sources: ['auction', 'public-data', 'report'],
  },
  incomeFromFamilyAllowance: {
    meaning: 'Family allowance a month; 0 since 2017.',
    sources: ['auction', 'public-data', 'report'],
  },
  incomeFromSocialWelfare: {
    meaning: 'Social welfare a month; 0 since 2017.',
    sources: ['auction', 'public-data', 'report'],
  },
  incomeFromLeavePay: {
    meaning: 'Pay during parental leave a month; 0 since 2017.',
    sources: ['auction', 'public-data', 'report'],
  },
  incomeFromChildSupport: {
    meaning: 'Child support a month; 0 since 2017.',
    sources: ['auction', 'public-data', 'report'],
  },
  incomeOther: {
    meaning: 'Other income a month; 0 since 2017.',
    sources: ['auction', 'public-data', 'report'],
  },
  existingLiabilities: {
    meaning: 'How many liabilities the borrower had.',
    sources: ['public-data', 'report'],
  },
  refinanceLiabilities: {
    meaning: 'How many liabilities were to be refinanced.',
    sources: ['public-data', 'report'],
  },
  liabilitiesTotal: {
    meaning: 'All liabilities of the borrower a month.',
    sources: ['auction', 'public-data', 'report'],
  },
  debtToIncome: {
    meaning: 'Debt against income of the borrower; 0 since 2017.',
    sources: ['auction', 'public-data', 'report'],
  },
  freeCash: {
    meaning: 'Income that is left after liabilities; 0 since 2017.',
    sources: ['auction', 'public-data', 'report'],
  },
  creditScore: {
    meaning: 'Old Estonian payment-history score, 500 to 1000.',
    sources: ['page', 'market', 'auction', 'loan-part', 'investment'],
  },
  creditScoreEeMini: {
    meaning: 'Estonian payment-history score: 1000 without problems, 500 with problems now.',
    sources: ['auction', 'loan-part', 'investment', 'public-data', 'report'],
  },
  creditScoreEsMicroL: {
    meaning: 'Spanish Equifax score of small loans, M1 (best) to M10.',
    sources: ['auction', 'loan-part', 'investment', 'public-data', 'report'],
  },
  creditScoreEsEquifaxRisk: {
    meaning: 'Spanish Equifax score, AAA (very low risk) to D.',
    sources: ['auction', 'loan-part', 'investment', 'public-data', 'report'],
  },
  creditScoreFiAsiakasTietoRiskGrade: {
    meaning: 'Finnish Asiakastieto grade, RL1 (very low risk) to RL5.',
    sources: ['auction', 'loan-part', 'investment', 'public-data', 'report'],
  },
  noOfPreviousLoansBeforeLoan: {
    meaning: 'How many loans the borrower had from Bondora before this one.',
    sources: ['public-data'],
  },
  amountOfPreviousLoansBeforeLoan: {
    meaning: 'Sum of the loans that the borrower had before this one.',
    sources: ['public-data'],
  },
  previousRepaymentsBeforeLoan: {
    meaning: 'What the borrower had repaid before this loan.',
    sources: ['public-data'],
  },
  previousEarlyRepaymentsBeforeLoan: {
    meaning: 'What the borrower had repaid early before this loan.',
    sources: ['public-data'],
  },
  previousEarlyRepaymentsCountBeforeLoan: {
    meaning: 'How many loans the borrower had repaid early before this one.',
    sources: ['public-data'],
  },
};
