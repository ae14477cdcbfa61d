import type { ComponentChild } from 'preact';
import { describeSaving } from './describe-saving.ts';
import type { NoteDesk } from './note-desk.ts';
import { isUnsaved, type NoteEditing } from './note-editing.ts';

/** What can be done with a note as a whole, and how far saving has come. */
export function NoteActions(props: {
  editing: NoteEditing;
  desk: NoteDesk;
  /** Whether nothing can be saved now. */
  isBusy: boolean;
  onCopy: (text: string) => void;
}): ComponentChild {
  const { editing, desk, isBusy, onCopy } = props;
  const { base, draft, phase, aside, keeping } = editing;
  const isChanged = isUnsaved(editing);
  const isRefused = isChanged && keeping.is === 'refused';
  const look = isRefused && phase.is === 'editing' ? 'failed' : phase.is;
  const button = (label: string, onClick: () => unknown): ComponentChild => (
    <button type="button" class="plain" onClick={() => void onClick()}>
      {label}
    </button>
  );
  return (
    <footer>
      <p class={`state ${look}`} role="status">
        {describeSaving(editing)}
      </p>
      {phase.is === 'failed' || isRefused ? button('Copy text', () => onCopy(draft.text)) : null}
      {aside === null ? null : button('Bring mine back', () => desk.takeBack(editing))}
      {phase.is === 'saved' && base === null ? button('Undo', () => desk.undoRemoval(editing)) : null}
      {base === null || isBusy ? null : button('History', () => desk.turnHistory(editing))}
      {isChanged && !isBusy ? button('Discard', () => desk.discard(editing)) : null}
      {base === null || isBusy || isChanged ? null : button('Delete', () => desk.remove(editing))}
      <button type="submit" class="primary" disabled={isBusy}>
        Save
      </button>
    </footer>
  );
}
