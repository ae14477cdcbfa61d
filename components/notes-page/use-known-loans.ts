import { useEffect, useState } from 'preact/hooks';
import { useBackend } from '#components/queries/backend.ts';
import type { NoteKey, RowIds } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { loanFields } from './describe-loan.ts';

/** What the mirror knows of noted loans, by their keys: null when it does not know one. */
export type KnownLoans = ReadonlyMap<NoteKey, LoanRecord | null>;

/** Asks the mirror about the notes in sight: each once, all that come into sight together in one message. */
export function useKnownLoans(keys: readonly NoteKey[]): KnownLoans {
  const { ask } = useBackend();
  const [known, setKnown] = useState<KnownLoans>(new Map());
  const [asked] = useState(() => new Set<NoteKey>());
  const wanted = keys.filter((key) => !asked.has(key));
  useEffect(() => {
    if (wanted.length === 0) return;
    for (const key of wanted) asked.add(key);
    ask('rows.describe', { rows: wanted.map(findIds), fields: [...loanFields] }).then(
      ({ rows }) =>
        setKnown(
          (before) =>
            new Map([...before, ...wanted.map((key, i) => [key, rows[i]?.record ?? null] as const)]),
        ),
      // A row without this line is a row all the same; it is asked about when it comes into sight again.
      () => {
        for (const key of wanted) asked.delete(key);
      },
    );
  }, [ask, asked, wanted.join(' ')]);
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
