import { useEffect, useMemo, useState } from 'preact/hooks';
import { useBackend } from '#components/queries/backend.ts';
import { useQuery } from '#components/queries/use-query.ts';
import type { NoteKey, RowIds } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { loanFields } from './describe-loan.ts';

/** What the mirror knows of noted loans, by their keys: null when it does not know one. */
export type KnownLoans = ReadonlyMap<NoteKey, LoanRecord | null>;

/** While the list runs past, nothing is asked: what stays in sight for so long is looked at. */
const lookMs = 120;

/**
 * Asks the mirror about the notes in sight: all that come into sight together in one message, and each once as long as the
 * market is the same.
 */
export function useKnownLoans(keys: readonly NoteKey[]): KnownLoans {
  const { ask, clock } = useBackend();
  const market = useQuery('market.status');
  const [known, setKnown] = useState<KnownLoans>(new Map());
  const pulledAt = market.data?.pulledAt;
  const asked = useMemo(() => new Set<NoteKey>(), [pulledAt]);
  const wanted = keys.filter((key) => !asked.has(key));
  const isReady = market.data !== undefined || market.error !== null;
  useEffect(() => {
    if (wanted.length === 0 || !isReady) return;
    const ending = new AbortController();
    const look = async (): Promise<void> => {
      for (const key of wanted) asked.add(key);
      const { rows } = await ask('rows.describe', { rows: wanted.map(findIds), fields: [...loanFields] });
      const told = wanted.map((key, i) => [key, rows[i]?.record ?? null] as const);
      setKnown((before) => new Map([...before, ...told]));
    };
    clock.sleep(lookMs, ending.signal).then(
      () =>
        look().catch(() => {
          // A row without this line is a row all the same; it is asked about when it comes into sight again.
          for (const key of wanted) asked.delete(key);
        }),
      () => undefined,
    );
    return () => ending.abort();
  }, [ask, clock, asked, isReady, wanted.join(' ')]);
  return known;
}

/** By what a row of the market with this note would be known. */
export function findIds(key: NoteKey): RowIds {
  const at = key.indexOf(':');
  const name = key.slice(at + 1);
  switch (key.slice(0, at)) {
    case 'loan':
      return { auctionNumber: Number(name) };
    case 'auction':
      return { auctionId: name };
    case 'part':
      return { loanPartId: name };
    case 'listing':
      return { listingId: name };
    default:
      return {};
  }
}
