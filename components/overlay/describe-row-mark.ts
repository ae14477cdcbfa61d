import type { NoteEditing, NoteName } from '#components/notes/note-editing.ts';
import { describeNoteMark, type NoteMark } from '#components/notes/note-mark.ts';
import type { RowKnowledge } from '#lib/messages/protocol.ts';
import type { ComputedRow } from './computed-rows.ts';

/**
 * The mark of a row's note.
 * @param told what the background said of the row: undefined when it was not asked yet, null when it gave no answer
 */
export function describeRowMark(
  { row, loan, knowledge }: ComputedRow,
  told: RowKnowledge | null | undefined,
  findEditing: (name: NoteName) => NoteEditing | undefined,
): NoteMark {
  if ('unreadable' in row.reading) return describeNoteMark({ is: 'unsure', reason: row.reading.unreadable });
  if (loan !== null) {
    const { account = null, note = null, others = [], subjects = [loan] } = knowledge ?? {};
    const editings = subjects.flatMap((subject) => findEditing({ loan: subject, account }) ?? []);
    return describeNoteMark({ is: 'known', notes: note === null ? others : [note, ...others], editings });
  }
  if (told === undefined) return describeNoteMark({ is: 'waiting' });
  const reason = told === null ? 'Bondlens gave no answer.' : 'It is not sure which loan this row is about.';
  return describeNoteMark({ is: 'unsure', reason });
}
