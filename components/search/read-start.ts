import type { NoteStart } from '#components/notes/note-session.tsx';
import type { NoteKey } from '#lib/loan/ids.ts';
import type { Ask } from '#lib/messages/ask.ts';

/** What an editor is opened with: of a loan that is known by its number all that concerns it, else the note alone. */
export async function readStart(ask: Ask, key: NoteKey): Promise<NoteStart> {
  const number = /^loan:(\d+)$/.exec(key)?.[1];
  if (number !== undefined) {
    const rows = [{ auctionNumber: Number(number) }];
    const [known] = (await ask('rows.describe', { rows, fields: [] })).rows;
    // A part or a listing of the loan is one of many; here none of them was meant.
    if (known !== undefined && known.subjects.length > 0) {
      const subjects = known.subjects.filter((subject) => !/^(part|listing):/.test(subject));
      const notes = [known.note, ...known.others].filter((note) => note !== null);
      return { account: known.account, subjects, notes };
    }
  }
  const { account, note } = await ask('notes.read', { account: null, loan: key });
  return { account, subjects: [key], notes: note === null ? [] : [note] };
}
