import { formatTimeOfDay } from '#components/values/format-time-of-day.ts';
import { isUnsaved, type NoteEditing } from './note-editing.ts';

/** How far saving has come, in words; empty when there is nothing to be said. */
export function describeSaving(editing: NoteEditing): string {
  const { phase, base, keeping } = editing;
  switch (phase.is) {
    case 'saving':
      return 'Saving…';
    case 'saved':
      return base === null ? 'Deleted' : `Saved ${formatTimeOfDay(phase.at)}`;
    case 'failed':
      return phase.lost
        ? `${phase.message} Your text is still here: copy it first.`
        : `Not saved: ${phase.message}`;
    case 'conflict':
      return 'Not saved';
    case 'editing':
      if (!isUnsaved(editing)) return '';
      if (keeping.is === 'refused') return `Not saved yet, and no draft could be kept: ${keeping.message}`;
      return keeping.is === 'kept' ? 'Not saved yet, draft kept' : 'Not saved yet';
  }
}
