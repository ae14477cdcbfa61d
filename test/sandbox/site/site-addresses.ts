/** The pages of the sandbox's site, for those who start it by hand. */
export const siteAddresses: readonly (readonly [address: string, what: string])[] = [
  ['/{lang}', 'home'],
  ['/{lang}/secondmarket', 'secondary market, generation B'],
  ['/{lang}/investments', 'investments of who is signed in, B'],
  ['/{lang}/auction', 'primary market, B'],
  ['/{lang}/Auction/Show/{AuctionId}', 'one loan with its schedule'],
  ['/{lang}/cashflow', 'cash flow, its result by script'],
  ['/{lang}/dashboard', 'dashboard, its numbers by script'],
  ['/{lang}/invest/secondary-market', 'secondary market, generation A'],
  ['/{lang}/MyAccount/MyInvestmentsAll', 'investments, A'],
  ['/{lang}/invest/primary-market', 'primary market, A'],
  ['https://app.bondora.com/{lang}/…', 'the three lists of B as the app of generation C'],
  ['/{lang}/login', 'sign-in; /{lang}/authorize/logout ends it'],
  ['/oauth/authorize', 'what an application may do'],
];
