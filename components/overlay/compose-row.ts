import type { Day } from '#lib/base/day.ts';
import { defaultAssumptions, type Assumptions } from '#lib/finance/assumptions.ts';
import { findLoanKey, type LoanKey, type RowIds } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { RowKnowledge } from '#lib/messages/protocol.ts';
import { withDerivedFields } from '#lib/views/derive.ts';
import { readNoteFields } from '#lib/notes/note-record.ts';
import { mergeRecords } from './merge-records.ts';
import type { OverlayRow } from './overlay-page.ts';

/** Everything that is known of a row. */
export interface ComposedRow {
  record: LoanRecord;
  /** The loan that a note on this row is about; null when that is not sure. */
  loan: LoanKey | null;
  knowledge: RowKnowledge | null;
}

/**
 * Joins what the page shows of a row with what the background knows of it, and adds what follows from both.
 * @param knowledge null as long as the background was not asked, or gave no answer
 */
export function composeRow(
  reading: OverlayRow['reading'],
  knowledge: RowKnowledge | null,
  today: Day,
  assumptions: Assumptions = defaultAssumptions,
): ComposedRow {
  if ('unreadable' in reading) return { record: {}, loan: null, knowledge: null };
  const page = { ...readIds(reading.ids), ...reading.fields };
  const merged = knowledge?.record ? mergeRecords(page, knowledge.record) : page;
  const ownLoan = findLoanKey(reading.ids) ?? null;
  // What contradicts the page does not tell which loan the row is either.
  const isTrusted = merged !== undefined || knowledge?.loan === ownLoan;
  const known = isTrusted ? knowledge : null;
  return {
    record: withDerivedFields({ ...(merged ?? page), ...readNote(known) }, today, assumptions),
    loan: known?.loan ?? null,
    knowledge: known,
  };
}

function readIds({ guids: _, loanId: __, ...ids }: RowIds): LoanRecord {
  return ids;
}

/** The fields of the notes on a row: of a loan without one they are known to be empty, of an unknown loan they are unknown. */
function readNote(knowledge: RowKnowledge | null): LoanRecord {
  if (knowledge === null || knowledge.loan === null) return {};
  const { note, others } = knowledge;
  return readNoteFields(note === null ? others : [note, ...others]);
}
