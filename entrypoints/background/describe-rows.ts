import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import type { AccountId, RowIds } from '#lib/loan/ids.ts';
import { describedTables, type Arguments, type RowKnowledge } from '#lib/messages/protocol.ts';
import { findRecords } from '#lib/mirror/find-records.ts';
import type { MirrorCache } from '#lib/mirror/mirror-cache.ts';
import { listLoanKeys, listOtherKeys } from '#lib/notes/note-key.ts';
import type { NotesRepository } from '#lib/store/notes-repository.ts';
import { findRelatedFields } from './related-fields.ts';

interface Asked {
  account: AccountId;
  fields?: readonly FieldId[] | undefined;
  table?: Arguments<'rows.describe'>['table'] | undefined;
}

/**
 * Answers `rows.describe`: what the mirror and the notes hold of a screenful of rows, in their order.
 * @param asked whose notes, which fields of the mirror beside the ids (all where that is left out), and in which table to look
 */
export async function describeRows(
  rows: readonly RowIds[],
  asked: Asked,
  mirror: MirrorCache,
  notes: NotesRepository,
): Promise<RowKnowledge[]> {
  const records = await lookUp(rows, asked, mirror);
  const keys = rows.map((ids, i) => {
    const record = records[i] ?? null;
    return { loans: listLoanKeys(ids, record), others: listOtherKeys(ids, record) };
  });
  const [related, found] = await Promise.all([
    findRelatedFields(rows, records, asked, mirror),
    notes.read(
      asked.account,
      keys.flatMap(({ loans, others }) => [...loans, ...others]),
    ),
  ]);
  return rows.map((_, i) => {
    const loans = keys[i]?.loans ?? [];
    const others = keys[i]?.others ?? [];
    // A note made when only the GUID was known is still the note of the loan.
    const loan = loans.find((key) => found.has(key)) ?? loans[0] ?? null;
    return {
      account: asked.account,
      loan,
      record: joinRecords(records[i] ?? null, related[i] ?? {}),
      note: loan === null ? null : (found.get(loan) ?? null),
      others: others.flatMap((key) => found.get(key) ?? []),
      subjects: loan === null ? [] : [loan, ...others],
    };
  });
}

/** The records of the rows in the table that they are of; with `any` in the first table that knows them. */
async function lookUp(
  rows: readonly RowIds[],
  { account, fields, table = 'listings' }: Asked,
  mirror: MirrorCache,
): Promise<(LoanRecord | null)[]> {
  const needed = fields && ([...fields, 'userName'] as const);
  let records: (LoanRecord | null)[] = rows.map(() => null);
  for (const name of table === 'any' ? describedTables : [table]) {
    if (!records.includes(null)) break;
    const from = { table: name, owner: name === 'investments' ? account : null };
    const found = await findRecords(rows, mirror, needed, from);
    records = records.map((record, i) => record ?? found[i] ?? null);
  }
  return records;
}

/** A row that the mirror does not know has a record only where something else is known of its loan. */
function joinRecords(record: LoanRecord | null, related: LoanRecord): LoanRecord | null {
  return record === null && Object.keys(related).length === 0 ? null : { ...record, ...related };
}
