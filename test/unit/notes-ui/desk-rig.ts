import { createNoteDesk } from '#components/notes/create-note-desk.ts';
import type { NoteDesk } from '#components/notes/note-desk.ts';
import type { NoteName } from '#components/notes/note-editing.ts';
import { AppError } from '#lib/base/app-error.ts';
import type { LoanKey } from '#lib/loan/ids.ts';
import type { Ask } from '#lib/messages/ask.ts';
import type { Note, NoteVersion } from '#lib/notes/note.ts';
import type { StoredDraft } from '#lib/notes/stored-draft.ts';

/** The note of these tests. */
export const name: NoteName = { loan: 'loan:7' as LoanKey, account: null };

export function createNote(change: Partial<Note> = {}): Note {
  const { loan } = name;
  return {
    loan,
    text: 'Paid late.',
    colour: 'red',
    tags: ['late'],
    mark: 'none',
    rating: null,
    revision: 3,
    createdAt: 1,
    changedAt: 2,
    ...change,
  };
}

/** A desk with a background that the test plays. */
export interface DeskRig {
  desk: NoteDesk;
  /** Saves and removals. */
  asked: [string, unknown][];
  /** Drafts by the name of their editor, as the background would keep them. */
  drafts: Map<string, object>;
  /** Editors whose drafts were dropped. */
  dropped: string[];
  stored: (Note | null)[];
  /** Answers the oldest save or removal. */
  answer: (result: Note | null | AppError) => Promise<void>;
  /** The pause in typing is over. */
  passPause: () => Promise<void>;
}

/** The desk goes on in the turns after an answer. */
export async function turn(): Promise<void> {
  for (let turns = 0; turns < 20; turns++) await Promise.resolve();
}

/**
 * A desk whose saves are answered by the test.
 * @param world what other editors have left, why no draft can be kept, what the note once was
 */
export function createDesk({
  left = [],
  refusal,
  history = [],
}: {
  left?: readonly StoredDraft[];
  refusal?: AppError;
  history?: readonly NoteVersion[];
} = {}): DeskRig {
  const asked: [string, unknown][] = [];
  const drafts = new Map<string, object>();
  const dropped: string[] = [];
  const stored: (Note | null)[] = [];
  const waiting: ((result: Note | null | AppError) => void)[] = [];
  const pauses = new Set<() => void>();
  const ask = (async (message: string, args: { editor: string }) => {
    if (message === 'tags.list') return [];
    if (message === 'notes.history') return history;
    if (message === 'notes.drafts') return left;
    if (message === 'notes.dropDraft') {
      dropped.push(args.editor);
      return void drafts.delete(args.editor);
    }
    if (message === 'notes.draft' && refusal !== undefined) throw refusal;
    if (message === 'notes.draft') return void drafts.set(args.editor, args);
    asked.push([message, args]);
    return new Promise((resolve, reject) => {
      waiting.push((result) => {
        if (result instanceof AppError) return reject(result);
        drafts.delete(args.editor);
        resolve(result);
      });
    });
  }) as unknown as Ask;
  let ids = 0;
  const desk = createNoteDesk({
    ask,
    clock: {
      now: () => 42,
      sleep: (_ms, signal) =>
        new Promise((resolve, reject) => {
          pauses.add(resolve);
          signal?.addEventListener('abort', () => {
            pauses.delete(resolve);
            reject(signal.reason);
          });
        }),
    },
    createId: () => `editor ${(ids += 1)}`,
    onChange: () => undefined,
    onStored: (_, note) => stored.push(note),
  });
  const answer = async (result: Note | null | AppError): Promise<void> => {
    await turn();
    waiting.shift()?.(result);
    await turn();
  };
  const passPause = async (): Promise<void> => {
    for (const resolve of pauses) resolve();
    pauses.clear();
    await turn();
  };
  return { desk, asked, drafts, dropped, stored, answer, passPause };
}

/** A refusal: the note is another now, or none. */
export const conflict = (current: Note | null): AppError =>
  new AppError('revision-conflict', 'Changed elsewhere.', { data: { current } });
