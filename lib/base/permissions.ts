/**
 * The permissions that Bondora's consent page can grant, by Bondora's names; the least first: those that only read, then
 * those that put something up or take it down, then those that spend money.
 */
export const permissions = [
  { scope: 'Investments', allows: 'see your investments', spends: false },
  { scope: 'BidsRead', allows: 'see your bids', spends: false },
  { scope: 'ReportRead', allows: 'read your reports', spends: false },
  { scope: 'ReportCreate', allows: 'order reports', spends: false },
  { scope: 'SmSell', allows: 'sell your loan parts', spends: false },
  { scope: 'BidsEdit', allows: 'make and cancel bids', spends: true },
  { scope: 'SmBuy', allows: 'buy on the secondary market', spends: true },
] as const satisfies readonly {
  scope: string;
  /** What it allows in plain words, to follow "may". */
  allows: string;
  /** Whether money can be spent with it. */
  spends: boolean;
}[];

export type Permission = (typeof permissions)[number];
export type Scope = Permission['scope'];

/** The names of all permissions, the least first. */
export const scopes: readonly Scope[] = permissions.map(({ scope }) => scope);

/** Something that Bondlens does for the user through Bondora's API. */
interface FeatureNeeds {
  title: string;
  /** The permissions that it needs. */
  scopes: readonly Scope[];
  /** What they are for, in one sentence. */
  why: string;
  /** Whether Bondlens has it by now; the others are to come. */
  ready: boolean;
}

/** What permissions are for, feature by feature; those at the top need the least. */
export const features = {
  market: {
    title: 'Market and balance',
    scopes: [],
    why: 'Reading the market and your balance needs no permission, only a linked account.',
    ready: true,
  },
  recognition: {
    title: 'Knowing your account again',
    scopes: ['BidsRead'],
    why: 'When you link again, your bids tell which of your accounts it is. Without them Bondlens asks you.',
    ready: true,
  },
  portfolio: {
    title: 'Portfolio',
    scopes: ['Investments'],
    why: 'Your portfolio is read from the list of your loan parts.',
    ready: false,
  },
  bids: {
    title: 'Bids',
    scopes: ['BidsRead'],
    why: 'Your bids and what became of them are read from Bondora.',
    ready: false,
  },
  statement: {
    title: 'Account statement',
    scopes: ['ReportCreate', 'ReportRead'],
    why: 'Your account statement is a report that Bondora makes when it is ordered.',
    ready: false,
  },
  selling: {
    title: 'Selling',
    scopes: ['SmSell', 'Investments'],
    why: 'Your loan parts are put on sale and taken down for you.',
    ready: false,
  },
  bidding: {
    title: 'Bidding',
    scopes: ['BidsRead', 'BidsEdit'],
    why: 'Bids are placed and taken back for you, and their outcome is read.',
    ready: false,
  },
  buying: {
    title: 'Buying',
    scopes: ['SmBuy', 'Investments'],
    why: 'Loan parts are bought for you, and the purchase is checked in your portfolio.',
    ready: false,
  },
} as const satisfies Record<string, FeatureNeeds>;

export type Feature = keyof typeof features;

/** A feature as seen from one of the permissions that it needs. */
export interface PermissionUse extends Pick<FeatureNeeds, 'title' | 'why' | 'ready'> {
  /** The other permissions that the feature needs. */
  besides: Permission[];
}

/** The features that need a permission. */
export function usesOf(scope: Scope): PermissionUse[] {
  return Object.values<FeatureNeeds>(features)
    .filter(({ scopes: needed }) => needed.includes(scope))
    .map(({ title, why, ready, scopes: needed }) => ({
      title,
      why,
      ready,
      besides: permissions.filter((other) => other.scope !== scope && needed.includes(other.scope)),
    }));
}

/** The permissions that features need together, the least first. */
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
