import { readInvestment, type Investment } from './investment.ts';
import { decodePage, type Operation, type Page } from './operation.ts';
import type { ArgumentsOf } from './query.ts';
import {
  amount,
  checkPage,
  claim,
  count,
  counts,
  date,
  paging,
  rate,
  word,
  words,
  writeQuery,
} from './query.ts';

export const investmentParameters = {
  loanIssuedDateFrom: date('LoanIssuedDateFrom'),
  loanIssuedDateTo: date('LoanIssuedDateTo'),
  principalMin: amount('PrincipalMin'),
  principalMax: amount('PrincipalMax'),
  interestMin: rate('InterestMin'),
  interestMax: rate('InterestMax'),
  lengthMax: count('LengthMax'),
  lengthMin: count('LengthMin'),
  latePrincipalAmountMin: amount('LatePrincipalAmountMin'),
  latePrincipalAmountMax: amount('LatePrincipalAmountMax'),
  debtOccurredOnFrom: date('DebtOccuredOnFrom'),
  debtOccurredOnTo: date('DebtOccuredOnTo'),
  debtOccurredOnForSecondaryFrom: date('DebtOccuredOnForSecondaryFrom'),
  debtOccurredOnForSecondaryTo: date('DebtOccuredOnForSecondaryTo'),
  defaultedDateFrom: date('DefaultedDateFrom'),
  defaultedDateTo: date('DefaultedDateTo'),
  rescheduledFrom: date('RescheduledFrom'),
  rescheduledTo: date('RescheduledTo'),
  soldDateFrom: date('SoldDateFrom'),
  soldDateTo: date('SoldDateTo'),
  purchaseDateFrom: date('PurchaseDateFrom'),
  purchaseDateTo: date('PurchaseDateTo'),
  nextPaymentDateTo: date('NextPaymentDateTo'),
  nextPaymentDateFrom: date('NextPaymentDateFrom'),
  lastPaymentDateFrom: date('LastPaymentDateFrom'),
  lastPaymentDateTo: date('LastPaymentDateTo'),
  countries: words('Countries'),
  ratings: words('Ratings'),
  creditScoreMin: count('CreditScoreMin'),
  creditScoreMax: count('CreditScoreMax'),
  userName: word('UserName'),
  loanStatusCode: counts('LoanStatusCode'),
  incomeVerificationStatus: count('IncomeVerificationStatus'),
  loanDebtManagementStage: count('LoanDebtManagementStage'),
  loanDebtManagementStageType: count('LoanDebtManagementStageType'),
  loanDebtManagementDateActiveFrom: date('LoanDebtManagementDateActiveFrom'),
  loanDebtManagementDateActiveTo: date('LoanDebtManagementDateActiveTo'),
  auctionBidType: count('AuctionBidType'),
  salesStatus: count('SalesStatus'),
  isInRepayment: claim('IsInRepayment'),
  ...paging,
};

/** The filters of the own loan parts; rates as fractions, dates as days. All that are given must hold. */
export type InvestmentArguments = ArgumentsOf<typeof investmentParameters>;

/**
 * The investor's loan parts. Without a filter repaid, cancelled and reserved ones are among them: ask with
 * `isInRepayment` or `loanStatusCode` for those that still pay.
 */
export const listInvestments: Operation<InvestmentArguments, Page<Investment>> = {
  id: 'listInvestments',
  method: 'GET',
  path: () => '/api/v1/account/investments',
  scope: 'Investments',
  quota: 'account/investments',
  kind: 'read',
  check: (args) => checkPage('account/investments', args),
  query: (args) => writeQuery(investmentParameters, args),
  decode: decodePage(readInvestment),
};
