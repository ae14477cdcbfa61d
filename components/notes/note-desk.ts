import type { AppError } from '#lib/base/app-error.ts';
import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import type { Ask } from '#lib/messages/ask.ts';
import type { Note, NoteDraft } from '#lib/notes/note.ts';
import { emptyDraft, isSameDraft, joinDrafts } from './join-drafts.ts';

/** How far the writing of a note has come. */
export type NotePhase =
  | { is: 'editing' }
  | { is: 'saving' }
  /** On disk. */
  | { is: 'saved'; at: number }
  /** Not on disk; the draft still holds what was written. `lost`: no further try can succeed in this tab. */
  | { is: 'failed'; message: string; lost: boolean }
  /** The note was changed elsewhere since it was opened (`theirs` null: removed), and nobody has chosen yet. */
  | { is: 'conflict'; theirs: Note | null };

/** One note on the desk. Replaced, never changed. */
export interface NoteEditing {
  readonly loan: LoanKey;
  /** Whose note it is; null where that was not told. */
  readonly account: AccountId | null;
  /** The note as it was last seen on disk. */
  readonly base: Note | null;
  readonly draft: NoteDraft;
  readonly phase: NotePhase;
  /** What was put aside for the other side's version. */
  readonly aside: NoteDraft | null;
}

/** How a person answers a conflict. */
export type ConflictChoice = 'join' | 'mine' | 'theirs';

/** Where notes are written: keeps each draft until it is on disk, whatever is opened and closed meanwhile. */
export interface NoteDesk {
  /** The draft that is on the desk, else a new one of the note. */
  open(loan: LoanKey, note: Note | null, account: AccountId | null): NoteEditing;
  find: (loan: LoanKey) => NoteEditing | undefined;
  write(loan: LoanKey, change: Partial<NoteDraft>): void;
  /** Sends the draft; settled when the answer is there. A draft that says nothing removes the note. */
  save(loan: LoanKey): Promise<void>;
  remove(loan: LoanKey): Promise<void>;
  choose(loan: LoanKey, choice: ConflictChoice): void;
  /** Brings back what was put aside. */
  takeBack(loan: LoanKey): void;
  /** The editor was closed: what is on disk leaves the desk, what is not stays. */
  close(loan: LoanKey): void;
  /** The extension is gone: nothing can be saved any more. */
  loseContext(message: string): void;
  hasUnsaved(): boolean;
}

/** Whether something was written that is not on disk. */
export function isUnsaved({ base, draft }: NoteEditing): boolean {
  return !isSameDraft(draft, base ?? emptyDraft);
}

/**
 * @param onChange a note on the desk changed in any way
 * @param onStored a note is on disk, or null when its removal is
 * @param now epoch ms
 */
export function createNoteDesk(
  ask: Ask,
  now: () => number,
  onChange: (loan: LoanKey) => void,
  onStored: (loan: LoanKey, note: Note | null) => void,
): NoteDesk {
  const desk = new Map<LoanKey, NoteEditing>();
  const update = (loan: LoanKey, change: Partial<NoteEditing>): void => {
    const editing = desk.get(loan);
    if (editing === undefined) return;
    desk.set(loan, { ...editing, ...change });
    onChange(loan);
  };

  const settle = (loan: LoanKey, sent: NoteDraft, stored: Note | null): void => {
    onStored(loan, stored);
    const written = desk.get(loan)?.draft ?? sent;
    // What was typed while the answer was under way is not on disk yet.
    if (!isSameDraft(written, sent)) update(loan, { base: stored, phase: { is: 'editing' } });
    else
      update(loan, { base: stored, draft: draftOf(stored), aside: null, phase: { is: 'saved', at: now() } });
  };

  const send = async (loan: LoanKey, remove: boolean): Promise<void> => {
    const editing = desk.get(loan);
    if (editing === undefined || editing.phase.is === 'saving') return;
    const { account, base, draft } = editing;
    const revision = base?.revision ?? 0;
    update(loan, { phase: { is: 'saving' } });
    try {
      const stored = remove
        ? await ask('notes.remove', { account, loan, revision })
        : await ask('notes.save', { ...draft, tags: [...draft.tags], account, loan, revision });
      settle(loan, draft, stored);
    } catch (error) {
      const phase = toPhase(error as AppError);
      // An earlier try got there although its answer was lost.
      const isThere =
        phase.is === 'conflict' && isSameDraft(draftOf(phase.theirs), remove ? emptyDraft : draft);
      if (isThere) settle(loan, draft, phase.theirs);
      else update(loan, { phase });
    }
  };

  return {
    open(loan, note, account) {
      const lying = desk.get(loan);
      if (lying !== undefined && isUnsaved(lying)) return lying;
      const fresh: NoteEditing = {
        loan,
        account,
        base: note,
        draft: draftOf(note),
        phase: { is: 'editing' },
        aside: null,
      };
      desk.set(loan, fresh);
      return fresh;
    },
    find: (loan) => desk.get(loan),
    write(loan, change) {
      const editing = desk.get(loan);
      if (editing === undefined) return;
      const { phase } = editing;
      const keepsPhase =
        phase.is === 'saving' || phase.is === 'conflict' || (phase.is === 'failed' && phase.lost);
      update(loan, { draft: { ...editing.draft, ...change }, phase: keepsPhase ? phase : { is: 'editing' } });
    },
    save: (loan) => {
      const editing = desk.get(loan);
      return send(loan, editing !== undefined && isSameDraft(editing.draft, emptyDraft));
    },
    remove: (loan) => send(loan, true),
    choose(loan, choice) {
      const editing = desk.get(loan);
      if (editing?.phase.is !== 'conflict') return;
      const { base, draft, phase } = editing;
      const { theirs } = phase;
      const drafts: Record<ConflictChoice, NoteDraft> = {
        join: joinDrafts(base ?? emptyDraft, draftOf(theirs), draft),
        mine: draft,
        theirs: draftOf(theirs),
      };
      update(loan, {
        base: theirs,
        draft: drafts[choice],
        aside: choice === 'theirs' ? draft : null,
        phase: { is: 'editing' },
      });
    },
    takeBack(loan) {
      const editing = desk.get(loan);
      if (editing?.aside) update(loan, { draft: editing.aside, aside: null, phase: { is: 'editing' } });
    },
    close(loan) {
      const editing = desk.get(loan);
      if (editing !== undefined && !isUnsaved(editing) && editing.phase.is !== 'saving') desk.delete(loan);
    },
    loseContext(message) {
      for (const loan of desk.keys()) update(loan, { phase: { is: 'failed', message, lost: true } });
    },
    hasUnsaved: () => [...desk.values()].some((editing) => isUnsaved(editing)),
  };
}

function draftOf(note: Note | null): NoteDraft {
  return note === null ? emptyDraft : { text: note.text, colour: note.colour, tags: note.tags };
}

function toPhase({ code, message, data }: AppError): NotePhase {
  return code === 'revision-conflict'
    ? { is: 'conflict', theirs: (data['current'] as Note | null | undefined) ?? null }
    : { is: 'failed', message, lost: code === 'context-lost' };
}
