import type { FieldDefinition, FieldHelp } from '../field.ts';

/** The loan's auction on the primary market, and the figures of Bondora's rating model. */
export const auctionFields = {
  appliedAmount: { label: 'applied amount', kind: 'money' },
  loanAmount: { label: 'loan amount', kind: 'money' },
  loanApplicationStartedDate: { label: 'application started', kind: 'instant' },
  applicationSignedHour: { label: 'application hour', kind: 'number' },
  applicationSignedWeekday: { label: 'application weekday', kind: 'number' },
  listedOnUtc: { label: 'auction opened', kind: 'instant' },
  biddingStartedOn: { label: 'bidding started', kind: 'instant' },
  plannedCloseDate: { label: 'planned close', kind: 'instant' },
  actualCloseDate: { label: 'closed', kind: 'instant' },
  winningBidsAmount: { label: 'winning bids', kind: 'money' },
  remainingAmount: { label: 'auction remaining', kind: 'money' },
  fulfilled: { label: 'auction filled', kind: 'rate' },
  userBids: { label: 'my bids', kind: 'number' },
  userBidAmount: { label: 'my bid amount', kind: 'money' },
  bidsPortfolioManager: { label: 'portfolio manager bids', kind: 'money' },
  bidsApi: { label: 'API bids', kind: 'money' },
  bidsManual: { label: 'manual bids', kind: 'money' },
  scoringDate: { label: 'scored', kind: 'instant' },
  modelVersion: { label: 'model version', kind: 'number' },
  expectedLoss: { label: 'expected loss', kind: 'rate' },
  expectedReturn: { label: 'expected return', kind: 'rate' },
  expectedReturnAlpha: { label: 'expected return alpha', kind: 'rate' },
  lossGivenDefault: { label: 'loss given default', kind: 'rate' },
  probabilityOfDefault: { label: 'probability of default', aliases: ['default probability'], kind: 'rate' },
  eadRate: { label: 'exposure rate', kind: 'rate' },
  maturityFactor: { label: 'maturity factor', kind: 'number' },
  interestRateAlpha: { label: 'interest alpha', kind: 'rate' },
} as const satisfies Record<string, FieldDefinition>;

/** What they mean and where they come from. */
export const auctionHelp: Readonly<Record<keyof typeof auctionFields, FieldHelp>> = {
  appliedAmount: {
    meaning: 'Sum that the borrower asked for.',
    sources: ['auction', 'public-data', 'report'],
  },
  loanAmount: { meaning: 'Sum that the borrower got paid out.', sources: ['public-data'] },
  loanApplicationStartedDate: {
    meaning: 'When the application was begun.',
    sources: ['auction', 'public-data', 'report'],
  },
  applicationSignedHour: {
    meaning: 'Hour of the day at which the application was signed.',
    sources: ['auction', 'public-data', 'report'],
  },
  applicationSignedWeekday: {
    meaning: 'Weekday on which the application was signed, 1 to 7.',
    sources: ['auction', 'public-data', 'report'],
  },
  listedOnUtc: { meaning: 'When the auction was published.', sources: ['auction', 'public-data', 'report'] },
  biddingStartedOn: { meaning: 'When bidding opened.', sources: ['public-data', 'report'] },
  plannedCloseDate: {
    meaning: 'When the auction or listing closes unless it ends earlier.',
    sources: ['market', 'auction'],
  },
  actualCloseDate: {
    meaning: 'When the auction or listing ended; unknown while it is open.',
    sources: ['market', 'auction'],
  },
  winningBidsAmount: { meaning: 'Sum of the bids that count.', sources: ['auction'] },
  remainingAmount: { meaning: 'Sum that is still open in the auction.', sources: ['auction'] },
  fulfilled: { meaning: 'How full the auction is; above 100% when overbid.', sources: ['auction'] },
  userBids: { meaning: 'How many bids you have in the auction.', sources: ['auction'] },
  userBidAmount: { meaning: 'Sum of your bids in the auction.', sources: ['auction'] },
  bidsPortfolioManager: { meaning: 'Sum of the offers by Portfolio Manager.', sources: ['public-data'] },
  bidsApi: { meaning: 'Sum of the offers through the API.', sources: ['public-data'] },
  bidsManual: { meaning: 'Sum of the offers made by hand.', sources: ['public-data'] },
  scoringDate: { meaning: 'When the rating was computed; no longer given.', sources: ['auction'] },
  modelVersion: {
    meaning: 'Version of the model that made the rating.',
    sources: ['auction', 'public-data', 'report'],
  },
  expectedLoss: {
    meaning: "Loss a year that Bondora's model expects.",
    sources: ['auction', 'public-data', 'report'],
  },
  expectedReturn: {
    meaning: "Return a year that Bondora's model expects.",
    sources: ['public-data', 'report'],
  },
  expectedReturnAlpha: {
    meaning: 'Return that the rating model expected of the auction.',
    sources: ['auction'],
  },
  lossGivenDefault: {
    meaning: 'Share that is expected to be lost if the loan defaults.',
    sources: ['auction', 'public-data', 'report'],
  },
  probabilityOfDefault: {
    meaning: 'Chance that the loan defaults within a year.',
    sources: ['auction', 'public-data', 'report'],
  },
  eadRate: { meaning: 'Exposure at default against the loan amount; no longer given.', sources: ['auction'] },
  maturityFactor: { meaning: 'A factor of the rating model; no longer given.', sources: ['auction'] },
  interestRateAlpha: { meaning: 'A part of the rate model; no longer given.', sources: ['auction'] },
};
