import type { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import type { Ask } from '#lib/messages/ask.ts';
import { emptyFields, isSameFields, pickFields } from '#lib/notes/note-fields.ts';
import type { Note, NoteFields } from '#lib/notes/note.ts';
import type { TagUse } from '#lib/notes/tag.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import { findLostDraft } from './find-lost-draft.ts';
import { carryOver, joinDrafts } from './join-drafts.ts';
import type { ConflictChoice, NoteDesk } from './note-desk.ts';
import {
  fillDraft,
  isUnsaved,
  keyOf,
  type NoteEditing,
  type NoteName,
  type NotePhase,
} from './note-editing.ts';

export interface NoteDeskParts {
  ask: Ask;
  clock: Clock;
  /** Makes a name that no other editor has. */
  createId: () => string;
  /** A note on the desk changed in any way. */
  onChange: (name: NoteName) => void;
  /** A note is on disk, or null when its removal is. */
  onStored: (name: NoteName, note: Note | null) => void;
}

export function createNoteDesk({ ask, clock, createId, onChange, onStored }: NoteDeskParts): NoteDesk {
  const desk = new Map<string, NoteEditing>();
  /** Editors whose text is being saved. */
  const saving = new Set<string>();
  let tags: readonly TagUse[] = [];
  const find = (name: NoteName): NoteEditing | undefined => desk.get(keyOf(name));
  const holds = (editor: string): boolean =>
    saving.has(editor) || [...desk.values()].some((one) => one.editor === editor);
  const update = (name: NoteName, change: Partial<NoteEditing>): void => {
    const editing = find(name);
    if (editing === undefined) return;
    desk.set(keyOf(name), { ...editing, ...change });
    onChange(name);
  };
  const loseContext = (message: string): void => {
    for (const editing of desk.values()) update(editing, { phase: { is: 'failed', message, lost: true } });
  };
  const keeper = createDraftKeeper(
    ask,
    clock,
    find,
    (name, keeping) => update(name, { keeping }),
    ({ message }) => loseContext(message),
  );
  const rewrite = (name: NoteName, change: Partial<NoteEditing>): void => {
    update(name, { ...change, keeping: { is: 'no' } });
    keeper.touch(name);
  };

  const settle = (name: NoteName, sent: NoteFields, stored: Note | null): void => {
    onStored(name, stored);
    const written = find(name)?.draft ?? sent;
    const seen = stored?.revision ?? 0;
    const draft = stored === null ? emptyFields : pickFields(stored);
    const history = null;
    // What was typed while the answer was under way is not on disk yet.
    if (!isSameFields(written, sent))
      rewrite(name, {
        base: stored,
        seen,
        history,
        draft: carryOver(sent, draft, written),
        phase: { is: 'editing' },
      });
    else
      update(name, {
        base: stored,
        seen,
        draft,
        history,
        aside: null,
        keeping: { is: 'no' },
        phase: { is: 'saved', at: clock.now() },
      });
  };
  const send = async (name: NoteName, remove: boolean): Promise<void> => {
    const editing = find(name);
    if (editing === undefined || editing.phase.is === 'saving') return;
    const { account, loan, seen, draft, editor } = editing;
    const about = { account, loan, revision: seen, editor };
    // The draft of this name goes with the save, so what is typed from now on is kept under another one.
    saving.add(editor);
    update(name, { phase: { is: 'saving' }, editor: createId() });
    try {
      await keeper.settle(name);
      const stored = remove
        ? await ask('notes.remove', about)
        : await ask('notes.save', { ...about, ...draft, tags: [...draft.tags] });
      keeper.forget(editor);
      settle(name, draft, stored);
      // Where there is nothing left to keep, nothing was typed meanwhile.
      if (remove && !isSameFields(draft, editing.base ?? emptyFields)) update(name, { aside: draft });
    } catch (error) {
      const phase = toPhase(error as AppError);
      // An earlier try got there although its answer was lost.
      const there = phase.is === 'conflict' ? (phase.theirs ?? emptyFields) : null;
      if (phase.is === 'conflict' && there !== null && isSameFields(there, remove ? emptyFields : draft)) {
        settle(name, draft, phase.theirs);
        keeper.drop(editor);
      } else {
        // The draft that is on disk is still the one of the old name.
        if (find(name)?.draft === draft) update(name, { phase, editor });
        else {
          update(name, { phase });
          keeper.drop(editor);
        }
        keeper.touch(name);
      }
    } finally {
      saving.delete(editor);
    }
  };

  const lookAround = async (name: NoteName): Promise<void> => {
    // What cannot be told now is asked for when the next note is opened.
    const [drafts, known] = await Promise.all([
      ask('notes.drafts', {}).catch(() => []),
      ask('tags.list', {}).catch(() => tags),
    ]);
    tags = known;
    const editing = find(name);
    if (editing === undefined) return;
    const { lost, saved } = findLostDraft(drafts, editing, holds);
    for (const { editor } of saved) ask('notes.dropDraft', { editor }).catch(() => undefined);
    update(name, { lost });
  };

  return {
    open({ loan, account }, note) {
      const lying = find({ loan, account });
      if (lying !== undefined && isUnsaved(lying)) return lying;
      const fresh: NoteEditing = {
        loan,
        account,
        base: note,
        draft: fillDraft({}, note),
        seen: note?.revision ?? 0,
        phase: { is: 'editing' },
        editor: createId(),
        keeping: { is: 'no' },
        aside: null,
        lost: null,
        history: null,
      };
      desk.set(keyOf(fresh), fresh);
      void lookAround(fresh);
      return fresh;
    },
    find,
    write(name, change) {
      const editing = find(name);
      if (editing === undefined) return;
      const { phase } = editing;
      const stays = phase.is === 'saving' || phase.is === 'conflict' || (phase.is === 'failed' && phase.lost);
      rewrite(name, { draft: { ...editing.draft, ...change }, phase: stays ? phase : { is: 'editing' } });
    },
    flush: keeper.flush,
    save(name) {
      const editing = find(name);
      return send(name, editing !== undefined && isSameFields(editing.draft, emptyFields));
    },
    remove: (name) => send(name, true),
    async undoRemoval({ loan, account }) {
      update({ loan, account }, { phase: { is: 'saving' } });
      try {
        settle({ loan, account }, emptyFields, await ask('notes.bringBack', { loan, account }));
      } catch (error) {
        update({ loan, account }, { phase: toPhase(error as AppError) });
      }
    },
    discard(name) {
      const editing = find(name);
      if (editing === undefined) return;
      const { base, draft, editor } = editing;
      keeper.drop(editor);
      update(name, {
        draft: fillDraft({}, base),
        seen: base?.revision ?? 0,
        aside: draft,
        phase: { is: 'editing' },
      });
    },
    choose(name, choice) {
      const editing = find(name);
      if (editing?.phase.is !== 'conflict') return;
      const { base, draft, phase, seen } = editing;
      const { theirs } = phase;
      const other = theirs === null ? emptyFields : pickFields(theirs);
      const old = base?.revision === seen ? base : null;
      const drafts: Record<ConflictChoice, NoteFields> = {
        join: joinDrafts(old, other, draft),
        mine: draft,
        theirs: other,
      };
      const aside = choice === 'theirs' ? draft : null;
      const next = { base: theirs, seen: theirs?.revision ?? 0, draft: drafts[choice], aside };
      rewrite(name, { ...next, phase: { is: 'editing' } });
    },
    takeBack(name) {
      const editing = find(name);
      if (editing?.aside) rewrite(name, { draft: editing.aside, aside: null, phase: { is: 'editing' } });
    },
    answerLost(name, answer) {
      const editing = find(name);
      if (editing === undefined || editing.lost === null) return;
      const { lost, base, draft, editor } = editing;
      const written = fillDraft(lost.draft, base);
      if (answer === 'discard') {
        ask('notes.dropDraft', { editor: lost.editor }).catch(() => undefined);
        return update(name, { lost: null, aside: written });
      }
      keeper.drop(editor);
      // It keeps the name of its editor, so that a save takes away what was kept of it.
      rewrite(name, {
        draft: written,
        seen: lost.revision,
        editor: lost.editor,
        lost: null,
        aside: isUnsaved(editing) ? draft : null,
        phase: { is: 'editing' },
      });
      keeper.flush();
    },
    async turnHistory(name) {
      const editing = find(name);
      if (editing === undefined || editing.history !== null) return update(name, { history: null });
      const { account, loan } = editing;
      // Without an answer nothing opens, and the button can be pressed again.
      const history = await ask('notes.history', { account, loan }).catch(() => null);
      update(name, { history });
    },
    bringBack(name, version) {
      const editing = find(name);
      if (editing === undefined) return;
      const aside = isUnsaved(editing) ? editing.draft : editing.aside;
      rewrite(name, { draft: pickFields(version), aside, history: null, phase: { is: 'editing' } });
    },
    close(name) {
      keeper.flush();
      const editing = find(name);
      if (editing !== undefined && !isUnsaved(editing) && editing.phase.is !== 'saving') {
        keeper.drop(editing.editor);
        desk.delete(keyOf(name));
      }
    },
    loseContext,
    hasUnsaved: () => [...desk.values()].some((editing) => isUnsaved(editing)),
    holds,
    get tags() {
      return tags;
    },
  };
}

function toPhase({ code, message, data }: AppError): NotePhase {
  return code === 'revision-conflict'
    ? { is: 'conflict', theirs: (data['current'] as Note | null | undefined) ?? null }
    : { is: 'failed', message, lost: code === 'context-lost' };
}
