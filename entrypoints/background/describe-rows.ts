import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import { findLoanKey, type AccountId, type LoanKey, type RowIds } from '#lib/loan/ids.ts';
import type { RowKnowledge } from '#lib/messages/protocol.ts';
import { findRecords } from '#lib/mirror/find-records.ts';
import type { MirrorCache } from '#lib/mirror/mirror-cache.ts';
import type { NotesRepository } from '#lib/store/notes-repository.ts';
import { findRelatedFields } from './related-fields.ts';

/**
 * Answers `rows.describe`: what the mirror and the notes hold of a screenful of rows, in their order.
 * @param asked whose notes, and which fields of the mirror beside the ids; all where that is left out
 */
export async function describeRows(
  rows: readonly RowIds[],
  asked: { account: AccountId; fields?: readonly FieldId[] | undefined },
  mirror: MirrorCache,
  notes: NotesRepository,
): Promise<RowKnowledge[]> {
  const records = await findRecords(rows, mirror, asked.fields);
  const keys = rows.map((ids, i) => listLoanKeys(ids, records[i] ?? null));
  const [related, found] = await Promise.all([
    findRelatedFields(rows, records, asked, mirror),
    notes.read(asked.account, keys.flat()),
  ]);
  return rows.map((_, i) => {
    const [first = null] = keys[i] ?? [];
    // A note made when only the GUID was known is still the note of the loan.
    const noted = (keys[i] ?? []).find((key) => found.has(key)) ?? first;
    return {
      account: asked.account,
      loan: noted,
      record: joinRecords(records[i] ?? null, related[i] ?? {}),
      note: noted === null ? null : (found.get(noted) ?? null),
    };
  });
}

/** A row that the mirror does not know has a record only where something else is known of its loan. */
function joinRecords(record: LoanRecord | null, related: LoanRecord): LoanRecord | null {
  return record === null && Object.keys(related).length === 0 ? null : { ...record, ...related };
}

// By number first: it is what people see and what every page can show.
function listLoanKeys(ids: RowIds, record: LoanRecord | null): LoanKey[] {
  const known: RowIds[] = [ids];
  if (typeof record?.auctionNumber === 'number') known.push({ auctionNumber: record.auctionNumber });
  if (typeof record?.auctionId === 'string') known.push({ auctionId: record.auctionId });
  if (ids.auctionId !== undefined) known.push({ auctionId: ids.auctionId });
  if (ids.loanId !== undefined) known.push({ loanId: ids.loanId });
  const keys = known.map(findLoanKey).filter((key) => key !== undefined);
  return [...new Set(keys)].toSorted((a, b) => rank(a) - rank(b));
}

function rank(key: LoanKey): number {
  return key.startsWith('loan:') ? 0 : 1;
}
