import type { AccountEvidence, IdSample } from './account-evidence.ts';

/** An account as it is known on this machine. */
export interface KnownAccount {
  /** Ours; Bondora does not know it. */
  id: string;
  evidence: AccountEvidence;
}

/** A kind of evidence. */
export type EvidenceKind = keyof AccountEvidence;

/** How the account behind a token compares with one that is known. */
export interface Comparison {
  id: string;
  /** What points to the same account. */
  for: EvidenceKind[];
  /** What points to another. */
  against: EvidenceKind[];
  verdict: 'same' | 'other' | 'open';
}

/** Whose account a token belongs to. */
export type Identity =
  | { kind: 'known'; id: string }
  /** None of those that are known. */
  | { kind: 'new' }
  /** Only the user knows: one of these, the likeliest first, or a new one. */
  | { kind: 'ask'; candidates: Comparison[] };

/**
 * Matches the account behind a token against those that are known, so that what belongs to one (notes, portfolio) is
 * found again under a new token and never mixed with another's. One id that only an account itself can have proves it. What
 * is not proved is for the user to decide.
 */
export function identifyAccount(known: readonly KnownAccount[], seen: AccountEvidence): Identity {
  const comparisons = known.map((account) => compareAccounts(account, seen));
  const same = comparisons.filter(({ verdict }) => verdict === 'same');
  const open = comparisons.filter(({ verdict }) => verdict === 'open');
  const [only, ...more] = same;
  if (only !== undefined && more.length === 0) return { kind: 'known', id: only.id };
  if (only === undefined && open.length === 0) return { kind: 'new' };
  const candidates = [...same, ...open].toSorted((one, other) => weigh(other) - weigh(one));
  return { kind: 'ask', candidates };
}

/** Compares the evidence behind a token with one known account. */
export function compareAccounts({ id, evidence }: KnownAccount, seen: AccountEvidence): Comparison {
  const comparison: Comparison = { id, for: [], against: [], verdict: 'open' };
  for (const kind of ['bids', 'reports', 'purchases'] as const) {
    const found = compareSamples(evidence[kind], seen[kind]);
    if (found !== undefined) comparison[found].push(kind);
  }
  const isProved = comparison.for.length > 0;
  // Bids are never deleted, so their absence proves as much as their presence. Parts are sold, and nobody knows how long
  // Bondora keeps reports.
  const isDisproved = comparison.against.includes('bids');
  if (isProved !== isDisproved) comparison.verdict = isProved ? 'same' : 'other';

  const names = compareNames(evidence.goGrowNames, seen.goGrowNames);
  if (names !== undefined) comparison[names].push('goGrowNames');
  return comparison;
}

function compareSamples(known: IdSample | null, seen: IdSample | null): 'for' | 'against' | undefined {
  if (known === null || seen === null) return undefined;
  const ids = new Set(seen.ids);
  if (known.ids.some((id) => ids.has(id))) return 'for';
  const last = seen.ids.at(-1) ?? '';
  const isMissed = known.ids.some(
    (id) => seen.covers === 'all' || (seen.covers === 'smallest' && id <= last),
  );
  return isMissed ? 'against' : undefined;
}

function compareNames(
  known: readonly string[] | null,
  seen: readonly string[] | null,
): 'for' | 'against' | undefined {
  if (known === null || seen === null || (known.length === 0 && seen.length === 0)) return undefined;
  return known.some((name) => seen.includes(name)) ? 'for' : 'against';
}

function weigh(comparison: Comparison): number {
  return comparison.for.length - comparison.against.length;
}
