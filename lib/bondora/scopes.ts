/** The permissions an application can ask for, with Bondora's names. */
export const scopes = [
  'Investments',
  'BidsRead',
  'BidsEdit',
  'SmBuy',
  'SmSell',
  'ReportCreate',
  'ReportRead',
] as const;

export type Scope = (typeof scopes)[number];

/** What a permission is for, feature by feature; those at the top need none. */
export const features = {
  market: {
    scopes: [],
    why: 'Reading the market and your balance needs no permission, only a linked account.',
  },
  portfolio: { scopes: ['Investments'], why: 'Your portfolio is read from the list of your loan parts.' },
  bids: { scopes: ['BidsRead'], why: 'Your bids and what became of them are read from Bondora.' },
  statement: {
    scopes: ['ReportCreate', 'ReportRead'],
    why: 'Your account statement is a report that Bondora makes when it is ordered.',
  },
  bidding: {
    scopes: ['BidsRead', 'BidsEdit'],
    why: 'Bids are placed and taken back for you, and their outcome is read.',
  },
  buying: {
    scopes: ['SmBuy', 'Investments'],
    why: 'Loan parts are bought for you, and the purchase is checked in your portfolio.',
  },
  selling: {
    scopes: ['SmSell', 'Investments'],
    why: 'Your loan parts are put on sale and taken down for you.',
  },
} as const satisfies Record<string, { scopes: readonly Scope[]; why: string }>;

export type Feature = keyof typeof features;

/** The permissions that features need together, in the table's order, least first. */
export function scopesFor(wanted: readonly Feature[]): Scope[] {
  const needed = new Set<Scope>(wanted.flatMap((feature) => [...features[feature].scopes]));
  return scopes.filter((scope) => needed.has(scope));
}

/**
 * The permissions a feature lacks.
 * @param granted null when the token does not tell (a pasted one): nothing is known to be missing then
 */
export function missingScopes(feature: Feature, granted: readonly string[] | null): Scope[] {
  return granted === null ? [] : features[feature].scopes.filter((scope) => !granted.includes(scope));
}
