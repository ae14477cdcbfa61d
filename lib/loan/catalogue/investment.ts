import type { FieldDefinition, FieldHelp } from '../field.ts';
import { bidTypeLabels } from '../code-labels.ts';

/** Your own investment: what you paid, received, and sold it for. */
export const investmentFields = {
  auctionBidType: { label: 'bid type', kind: 'code', labels: bidTypeLabels },
  bidPrincipal: { label: 'bid principal', kind: 'money' },
  purchaseDate: { label: 'purchased', aliases: ['purchase date'], kind: 'instant' },
  purchasePrice: { label: 'purchase price', kind: 'money' },
  soldDate: { label: 'sold', aliases: ['sold date'], kind: 'instant' },
  salePrice: { label: 'sale price', kind: 'money' },
  boughtFromId: { label: 'bought from id', kind: 'id' },
  noteLoanTransfersMainAmount: { label: 'principal received', kind: 'money' },
  noteLoanTransfersInterestAmount: { label: 'interest received', kind: 'money' },
  noteLoanLateChargesPaid: { label: 'late charges received', kind: 'money' },
  noteLoanTransfersEarningsAmount: { label: 'earnings received', kind: 'money' },
  noteLoanTransfersTotalRepaymentsAmount: { label: 'total received', kind: 'money' },
  boughtFromResaleDate: { label: 'bought second hand', kind: 'instant' },
  soldInResaleDate: { label: 'resold', kind: 'instant' },
  soldInResalePrice: { label: 'resale price', kind: 'money' },
  soldInResalePrincipal: { label: 'resale principal', kind: 'money' },
  loanNumber: { label: 'report loan number', kind: 'id' },
  noOfPreviousLoans: { label: 'previous loans', kind: 'number' },
  amountOfPreviousLoans: { label: 'sum of previous loans', kind: 'money' },
  previousRepayments: { label: 'previous repayments', kind: 'money' },
  previousEarlyRepayments: { label: 'previous early repayments', kind: 'money' },
  previousEarlyRepaymentsCount: { label: 'previous loans repaid early', kind: 'number' },
} as const satisfies Record<string, FieldDefinition>;

/** What they mean and where they come from. */
export const investmentHelp: Readonly<Record<keyof typeof investmentFields, FieldHelp>> = {
  auctionBidType: { meaning: 'How the first bid was made.', sources: ['investment'] },
  bidPrincipal: { meaning: 'Principal of the first bid.', sources: ['report'] },
  purchaseDate: { meaning: 'When you got the loan part.', sources: ['investment'] },
  purchasePrice: { meaning: 'What you paid for the loan part.', sources: ['investment', 'report'] },
  soldDate: { meaning: 'When you sold the loan part.', sources: ['investment'] },
  salePrice: { meaning: 'What you got for the loan part.', sources: ['investment'] },
  boughtFromId: {
    meaning: 'Where the loan part was bought; Bondora does not say what the id names.',
    sources: ['investment'],
  },
  noteLoanTransfersMainAmount: {
    meaning: 'Principal that you received on the loan part.',
    sources: ['investment', 'report'],
  },
  noteLoanTransfersInterestAmount: {
    meaning: 'Interest that you received on the loan part.',
    sources: ['investment', 'report'],
  },
  noteLoanLateChargesPaid: {
    meaning: 'Late charges that you received on the loan part.',
    sources: ['investment', 'report'],
  },
  noteLoanTransfersEarningsAmount: {
    meaning: 'Interest and late charges that you received on the loan part.',
    sources: ['investment'],
  },
  noteLoanTransfersTotalRepaymentsAmount: {
    meaning: 'Everything that you received on the loan part.',
    sources: ['investment'],
  },
  boughtFromResaleDate: {
    meaning: 'When you bought it on the secondary market; unknown when from an auction.',
    sources: ['report'],
  },
  soldInResaleDate: { meaning: 'When you sold it on the secondary market.', sources: ['report'] },
  soldInResalePrice: { meaning: 'Price at which you sold it.', sources: ['report'] },
  soldInResalePrincipal: { meaning: 'Open principal when you sold it.', sources: ['report'] },
  loanNumber: { meaning: "The loan's number as reports give it.", sources: ['report'] },
  noOfPreviousLoans: { meaning: 'How many earlier loans the borrower has had.', sources: ['report'] },
  amountOfPreviousLoans: { meaning: 'Sum of the earlier loans of the borrower.', sources: ['report'] },
  previousRepayments: { meaning: 'What the borrower repaid on earlier loans.', sources: ['report'] },
  previousEarlyRepayments: {
    meaning: 'What the borrower repaid early on earlier loans.',
    sources: ['report'],
  },
  previousEarlyRepaymentsCount: {
    meaning: 'How many earlier loans the borrower repaid early.',
    sources: ['report'],
  },
};
