import type { ComponentChild } from 'preact';
import { PrivateText } from '#components/overlay/editor/private-text.tsx';
import { formatMoment } from '#components/values/format-moment.ts';
import { describeChange } from '#lib/notes/describe-change.ts';
import { emptyFields, isEmpty, pickFields } from '#lib/notes/note-fields.ts';
import type { Note, NoteVersion } from '#lib/notes/note.ts';

/** What a note once was, the newest first: when, what was changed in words, and the way back into the editor. */
export function NoteHistory(props: {
  /** The oldest first. */
  versions: readonly NoteVersion[];
  /** The note as it stands; null when it was removed. */
  standing: Note | null;
  onBringBack: (version: NoteVersion) => void;
}): ComponentChild {
  const { versions, standing, onBringBack } = props;
  const all = standing === null ? versions : [...versions, { ...standing, removedAt: null }];
  if (all.length === 0) return <p class="quiet">This note has no history yet.</p>;
  return (
    <ol class="history" aria-label="What this note once was" tabIndex={0}>
      {all
        .map((version, at) => {
          const before = all[at - 1];
          const isGone = version.removedAt !== null;
          const changes = describeChange(
            before === undefined || before.removedAt !== null ? emptyFields : pickFields(before),
            pickFields(version),
          );
          const words = isGone ? ['deleted'] : changes;
          const past = versions[at];
          return (
            <li key={version.revision}>
              <time dateTime={new Date(version.changedAt).toISOString()}>
                {formatMoment(version.changedAt)}
              </time>
              <PrivateText text={words.join('; ') || 'nothing changed'} />
              {past === undefined ? (
                <span class="quiet">as it stands</span>
              ) : isGone || isEmpty(past) ? null : (
                <button type="button" onClick={() => onBringBack(past)}>
                  Bring this back
                </button>
              )}
            </li>
          );
        })
        .toReversed()}
    </ol>
  );
}
