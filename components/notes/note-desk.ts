import type { AppError } from '#lib/base/app-error.ts';
import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import type { Ask } from '#lib/messages/ask.ts';
import type { Note, NoteDraft } from '#lib/notes/note.ts';
import { carryOver, emptyDraft, isSameDraft, joinDrafts } from './join-drafts.ts';

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

/** Which note: the loan that it is about, and whose it is (null where that was not told). */
export interface NoteName {
  readonly loan: LoanKey;
  readonly account: AccountId | null;
}

/** One note on the desk. Replaced, never changed. */
export interface NoteEditing extends NoteName {
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
  open(name: NoteName, note: Note | null): NoteEditing;
  find: (name: NoteName) => NoteEditing | undefined;
  write(name: NoteName, change: Partial<NoteDraft>): void;
  /** Sends the draft; settled when the answer is there. A draft that says nothing removes the note. */
  save(name: NoteName): Promise<void>;
  remove(name: NoteName): Promise<void>;
  choose(name: NoteName, choice: ConflictChoice): void;
  /** Brings back what was put aside. */
  takeBack(name: NoteName): void;
  /** The editor was closed: what is on disk leaves the desk, what is not stays. */
  close(name: NoteName): void;
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
  onChange: (name: NoteName) => void,
  onStored: (name: NoteName, note: Note | null) => void,
): NoteDesk {
  const desk = new Map<string, NoteEditing>();
  const update = (name: NoteName, change: Partial<NoteEditing>): void => {
    const editing = desk.get(keyOf(name));
    if (editing === undefined) return;
    desk.set(keyOf(name), { ...editing, ...change });
    onChange(name);
  };

  const settle = (name: NoteName, sent: NoteDraft, stored: Note | null): void => {
    onStored(name, stored);
    const written = desk.get(keyOf(name))?.draft ?? sent;
    // What was typed while the answer was under way is not on disk yet.
    if (!isSameDraft(written, sent))
      update(name, {
        base: stored,
        draft: carryOver(sent, draftOf(stored), written),
        phase: { is: 'editing' },
      });
    else
      update(name, { base: stored, draft: draftOf(stored), aside: null, phase: { is: 'saved', at: now() } });
  };
  const send = async (name: NoteName, remove: boolean): Promise<void> => {
    const editing = desk.get(keyOf(name));
    if (editing === undefined || editing.phase.is === 'saving') return;
    const { account, loan, base, draft } = editing;
    const about = { account, loan, revision: base?.revision ?? 0 };
    update(name, { phase: { is: 'saving' } });
    try {
      const stored = remove
        ? await ask('notes.remove', about)
        : await ask('notes.save', { ...about, ...draft, tags: [...draft.tags] });
      settle(name, draft, stored);
    } catch (error) {
      const phase = toPhase(error as AppError);
      // An earlier try got there although its answer was lost.
      const isThere =
        phase.is === 'conflict' && isSameDraft(draftOf(phase.theirs), remove ? emptyDraft : draft);
      if (isThere) settle(name, draft, phase.theirs);
      else update(name, { phase });
    }
  };

  return {
    open({ loan, account }, note) {
      const lying = desk.get(keyOf({ loan, account }));
      if (lying !== undefined && isUnsaved(lying)) return lying;
      const draft = draftOf(note);
      const fresh: NoteEditing = { loan, account, base: note, draft, phase: { is: 'editing' }, aside: null };
      desk.set(keyOf(fresh), fresh);
      return fresh;
    },
    find: (name) => desk.get(keyOf(name)),
    write(name, change) {
      const editing = desk.get(keyOf(name));
      if (editing === undefined) return;
      const { phase } = editing;
      const stays = phase.is === 'saving' || phase.is === 'conflict' || (phase.is === 'failed' && phase.lost);
      update(name, { draft: { ...editing.draft, ...change }, phase: stays ? phase : { is: 'editing' } });
    },
    save(name) {
      const editing = desk.get(keyOf(name));
      return send(name, editing !== undefined && isSameDraft(editing.draft, emptyDraft));
    },
    remove: (name) => send(name, true),
    choose(name, choice) {
      const editing = desk.get(keyOf(name));
      if (editing?.phase.is !== 'conflict') return;
      const { base, draft, phase } = editing;
      const { theirs } = phase;
      const drafts: Record<ConflictChoice, NoteDraft> = {
        join: joinDrafts(base ?? emptyDraft, draftOf(theirs), draft),
        mine: draft,
        theirs: draftOf(theirs),
      };
      const aside = choice === 'theirs' ? draft : null;
      update(name, { base: theirs, draft: drafts[choice], aside, phase: { is: 'editing' } });
    },
    takeBack(name) {
      const editing = desk.get(keyOf(name));
      if (editing?.aside) update(name, { draft: editing.aside, aside: null, phase: { is: 'editing' } });
    },
    close(name) {
      const editing = desk.get(keyOf(name));
      if (editing !== undefined && !isUnsaved(editing) && editing.phase.is !== 'saving')
        desk.delete(keyOf(name));
    },
    loseContext(message) {
      for (const editing of desk.values()) update(editing, { phase: { is: 'failed', message, lost: true } });
    },
    hasUnsaved: () => [...desk.values()].some((editing) => isUnsaved(editing)),
  };
}

/** Whether two names are of the same note. */
export function isSameNote(a: NoteName, b: NoteName): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf({ loan, account }: NoteName): string {
  return `${account ?? ''} ${loan}`;
}

function draftOf(note: Note | null): NoteDraft {
  return note === null ? emptyDraft : { text: note.text, colour: note.colour, tags: note.tags };
}

function toPhase({ code, message, data }: AppError): NotePhase {
  return code === 'revision-conflict'
    ? { is: 'conflict', theirs: (data['current'] as Note | null | undefined) ?? null }
    : { is: 'failed', message, lost: code === 'context-lost' };
}
