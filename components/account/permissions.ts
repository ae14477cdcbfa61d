/** A permission that Bondora's consent page can grant. */
export interface Permission {
  /** Bondora's name of it. */
  scope: string;
  /** What it allows, to follow "may". */
  title: string;
  /** What Bondlens would use it for. */
  purpose: string;
}

/**
 * All permissions of Bondora's API, the least first: those that only read, then those that put something up or
 * take it down, then those that spend money. Balance and market need a token but none of these.
 */
export const permissions: readonly Permission[] = [
  {
    scope: 'Investments',
    title: 'see your investments',
    purpose: 'to mark the loans that you already hold, and to show what they earned.',
  },
  { scope: 'BidsRead', title: 'see your bids', purpose: 'to show what became of your bids.' },
  {
    scope: 'ReportRead',
    title: 'read your reports',
    purpose: 'to search and export your account statement.',
  },
  {
    scope: 'ReportCreate',
    title: 'order reports',
    purpose: 'to ask Bondora for a fresh account statement.',
  },
  {
    scope: 'SmSell',
    title: 'sell your loan parts',
    purpose: 'to put parts on sale at your price, and to take them down.',
  },
  { scope: 'BidsEdit', title: 'make and cancel bids', purpose: 'to bid in auctions. Spends your money.' },
  {
    scope: 'SmBuy',
    title: 'buy on the secondary market',
    purpose: 'to buy the parts that you picked. Spends your money.',
  },
];

/** What was granted, in a sentence for a person. @param scopes null when the token does not tell */
export function describePermissions(scopes: readonly string[] | null): string {
  if (scopes === null)
    return 'Bondora does not tell what a pasted token allows. Take it that it allows everything.';
  if (scopes.length === 0) return 'May read your balance and the market, nothing else.';
  const known = permissions.filter(({ scope }) => scopes.includes(scope)).map(({ title }) => title);
  const unknown = scopes.filter((scope) => !permissions.some((permission) => permission.scope === scope));
  return `May read your balance and the market, and: ${[...known, ...unknown].join(', ')}.`;
}
