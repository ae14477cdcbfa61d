import type { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import type { Ask } from '#lib/messages/ask.ts';
import { isUnsaved, keyOf, type Keeping, type NoteEditing, type NoteName } from './note-editing.ts';

/** Sends what stands in editors to where a crash of page, background or browser does not take it. */
export interface DraftKeeper {
  /** Something was written: it is sent once the typing pauses. */
  touch(name: NoteName): void;
  /** Sends at once what waits for a pause. */
  flush: () => void;
  /** Lets go of the pause, and resolves once what is under way of this note has come to an end. */
  settle(name: NoteName): Promise<void>;
  /** Nothing of this editor is to be kept any more. */
  drop(editor: string): void;
  /** What was kept of this editor is gone already. */
  forget(editor: string): void;
}

/** So long does a pause in typing last, until the draft is sent. */
const pauseMs = 400;

/**
 * @param find the note on the desk as it is now
 * @param onKeeping what became of a draft; not told when more was written meanwhile
 * @param onLost the extension is gone
 */
export function createDraftKeeper(
  ask: Ask,
  clock: Clock,
  find: (name: NoteName) => NoteEditing | undefined,
  onKeeping: (name: NoteName, keeping: Keeping) => void,
  onLost: (error: AppError) => void,
): DraftKeeper {
  const pauses = new Map<string, { name: NoteName; ending: AbortController }>();
  const underWay = new Map<string, Promise<void>>();
  /** Editors of which something was sent: their drafts may be on disk. */
  const sent = new Set<string>();

  const endPause = (name: NoteName): boolean => {
    pauses.get(keyOf(name))?.ending.abort();
    return pauses.delete(keyOf(name));
  };
  const drop = (editor: string): void => {
    if (!sent.delete(editor)) return;
    // What cannot be dropped now is offered once more, and dropped after 30 days.
    ask('notes.dropDraft', { editor }).catch(() => undefined);
  };
  const send = (name: NoteName): void => {
    endPause(name);
    const editing = find(name);
    if (editing === undefined) return;
    const { account, loan, draft, editor, seen } = editing;
    if (!isUnsaved(editing)) return drop(editor);
    sent.add(editor);
    const sending = ask('notes.draft', {
      account,
      loan,
      ...draft,
      tags: [...draft.tags],
      revision: seen,
      editor,
    }).then(
      () => {
        if (find(name)?.draft === draft) onKeeping(name, { is: 'kept' });
      },
      (error: unknown) => {
        const { code, message } = error as AppError;
        if (code === 'context-lost') onLost(error as AppError);
        else onKeeping(name, { is: 'refused', message });
      },
    );
    const former = underWay.get(keyOf(name)) ?? Promise.resolve();
    underWay.set(
      keyOf(name),
      former.then(() => sending),
    );
  };

  return {
    touch(name) {
      endPause(name);
      const ending = new AbortController();
      pauses.set(keyOf(name), { name, ending });
      clock.sleep(pauseMs, ending.signal).then(
        () => send(name),
        () => undefined,
      );
    },
    flush() {
      for (const { name } of pauses.values()) send(name);
    },
    async settle(name) {
      endPause(name);
      await underWay.get(keyOf(name));
      underWay.delete(keyOf(name));
    },
    drop,
    forget: (editor) => void sent.delete(editor),
  };
}
