/** Labels of the API's codes: what its numbers stand for. -1 says that nothing is given any more. */
type Labels = Readonly<Record<number, string>>;

const notGiven = { [-1]: 'Not given' } as const;

/**
 * `LoanStatusCode`. 100 is overdue up to 60 days, 5 beyond; repayment is running for 2, 5 and 100.
 */
export const loanStatusLabels: Labels = {
  0: 'Reserved',
  2: 'Current',
  3: 'Cancelled',
  4: 'Repaid',
  5: '60+ days overdue',
  8: 'Released',
  100: 'Overdue',
};

export const listingStatusLabels: Labels = { 0: 'Created', 1: 'Open', 2: 'Successful', 3: 'Failed' };

/** Phases of collection, of a loan part and in the loan book alike. */
export const collectionStageLabels: Labels = { 1: 'Collection', 2: 'Recovery', 3: 'Write-off', [-1]: 'None' };

/** Ours, for `debtStage`. */
export const debtStageLabels: Labels = {
  0: 'None',
  1: 'Overdue',
  2: 'Collection',
  3: 'Recovery',
  4: 'Write-off',
};

/** 1 to 24 are the steps of 2015, 30 and up the later ones. */
export const collectionStepLabels: Labels = {
  1: 'Message',
  2: 'Sent to bailiff',
  7: 'Payment order issued',
  9: 'Debt fully paid',
  14: 'Sent to debt registry',
  15: 'Email sent',
  16: 'Loan defaulted',
  20: 'Decision declared',
  22: 'Deceased customer',
  23: 'Call made',
  24: 'SMS sent',
  30: 'In-house collection',
  31: 'Collection agency 1',
  32: 'Cure period',
  33: 'Collection agency 2',
  34: 'Collection agency 3',
  35: 'Payment order',
  36: 'Civil case',
  37: 'Bailiff',
  38: 'Deceased',
  39: 'Debt restructuring',
  40: 'Bankruptcy',
  41: 'Criminal case',
  42: 'Written off',
};

/** 101 and up are business loans, not issued since 2012. */
export const useOfLoanLabels: Labels = {
  ...notGiven,
  0: 'Consolidation',
  1: 'Real estate',
  2: 'Home improvement',
  3: 'Business',
  4: 'Education',
  5: 'Travel',
  6: 'Vehicle',
  7: 'Other',
  8: 'Health',
  101: 'Working capital',
  102: 'Machinery',
  103: 'Renovation',
  104: 'Accounts receivable',
  105: 'Means of transport',
  106: 'Construction finance',
  107: 'Acquisition of stocks',
  108: 'Acquisition of real estate',
  109: 'Guarantee',
  110: 'Other business',
};

export const verificationLabels: Labels = {
  1: 'Not verified',
  2: 'By phone',
  3: 'By another document',
  4: 'By bank statement',
};

export const genderLabels: Labels = { 0: 'Male', 1: 'Female', 2: 'Not given' };

export const languageLabels: Labels = {
  1: 'Estonian',
  2: 'English',
  3: 'Russian',
  4: 'Finnish',
  5: 'German',
  6: 'Spanish',
  7: 'Polish',
  8: 'Latvian',
  9: 'Slovak',
  10: 'Slovenian',
  11: 'Bulgarian',
  12: 'Croatian',
  13: 'Czech',
  14: 'Danish',
  15: 'French',
  16: 'Greek',
  17: 'Hungarian',
  18: 'Lithuanian',
  19: 'Dutch',
  20: 'Portuguese',
  21: 'Romanian',
  22: 'Swedish',
  23: 'Italian',
};

export const educationLabels: Labels = {
  ...notGiven,
  1: 'Primary',
  2: 'Basic',
  3: 'Vocational',
  4: 'Secondary',
  5: 'Higher',
};

export const maritalLabels: Labels = {
  ...notGiven,
  1: 'Married',
  2: 'Cohabitant',
  3: 'Single',
  4: 'Divorced',
  5: 'Widowed',
};

export const housingLabels: Labels = {
  ...notGiven,
  0: 'Homeless',
  1: 'Owner',
  2: 'Living with parents',
  3: 'Tenant, furnished',
  4: 'Tenant, unfurnished',
  5: 'Council tenant',
  6: 'Joint tenant',
  7: 'Joint owner',
  8: 'Owner with mortgage',
  9: 'Owner with encumbrance',
  10: 'Other',
};

export const employmentLabels: Labels = {
  ...notGiven,
  1: 'Unemployed',
  2: 'Partially employed',
  3: 'Fully employed',
  4: 'Self-employed',
  5: 'Entrepreneur',
  6: 'Retired',
};

export const occupationLabels: Labels = {
  ...notGiven,
  1: 'Other',
  2: 'Mining',
  3: 'Processing',
  4: 'Energy',
  5: 'Utilities',
  6: 'Construction',
  7: 'Retail',
  8: 'Transport',
  9: 'Hospitality',
  10: 'Telecom',
  11: 'Finance',
  12: 'Real estate',
  13: 'Research',
  14: 'Administrative',
  15: 'Civil service',
  16: 'Education',
  17: 'Healthcare',
  18: 'Art',
  19: 'Agriculture',
};

export const bidTypeLabels: Labels = { 0: 'Manual', 1: 'Portfolio Manager', 2: 'API' };
