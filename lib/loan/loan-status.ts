/**
 * `LoanStatusCode` of the API with its labels. 100 is overdue up to 60 days, 5 beyond;
 * repayment is running for 2, 5 and 100.
 */
export const loanStatusLabels: Readonly<Record<number, string>> = {
  0: 'Reserved',
  2: 'Current',
  3: 'Cancelled',
  4: 'Repaid',
  5: '60+ days overdue',
  8: 'Released',
  100: 'Overdue',
};
