import type { ComponentChild, ComponentChildren } from 'preact';
import { NoteEditor } from '#components/notes/note-editor.tsx';
import type { NoteDesk } from '#components/notes/note-desk.ts';
import type { NoteEditing } from '#components/notes/note-editing.ts';
import { Age } from '#components/values/age.tsx';
import { nameSubject } from '#lib/notes/note-key.ts';
import type { StoredNote } from '#lib/notes/note.ts';
import { capitalize } from './note-row.tsx';

/** The editor beside the list, with what is known of the loan above it. */
export function EditorPane(props: {
  editing: NoteEditing;
  desk: NoteDesk;
  facts: ComponentChild;
  onCopy: (text: string) => void;
  onClose: () => void;
}): ComponentChild {
  const { editing, desk, facts, onCopy, onClose } = props;
  return (
    <Pane onClose={onClose}>
      {facts}
      <NoteEditor editing={editing} desk={desk} onCopy={onCopy} onClose={onClose} />
    </Pane>
  );
}

/** A deleted note as it was, and the way back. */
export function RemovedPane(props: {
  note: StoredNote;
  facts: ComponentChild;
  now: number;
  isBusy: boolean;
  onBringBack: () => void;
  onClose: () => void;
}): ComponentChild {
  const { note, facts, now, isBusy, onBringBack, onClose } = props;
  return (
    <Pane onClose={onClose}>
      {facts}
      <h2>{capitalize(nameSubject(note.loan))}</h2>
      <p class="bl-quiet">
        Deleted <Age at={note.removedAt ?? note.changedAt} now={now} after="ago" />
      </p>
      <textarea
        class="bl-input removed-text"
        aria-label="Text of the deleted note"
        readOnly
        value={note.text}
      />
      {note.tags.length === 0 ? null : (
        <p class="more">
          {note.tags.map((tag) => (
            <bdi key={tag} class="chip">
              {tag}
            </bdi>
          ))}
        </p>
      )}
      <div class="bl-answers">
        <button
          type="button"
          id="bring-back"
          class="bl-button primary"
          disabled={isBusy}
          onClick={onBringBack}
        >
          Bring back
        </button>
        <button type="button" class="bl-button" onClick={onClose}>
          Close
        </button>
      </div>
    </Pane>
  );
}

function Pane({ onClose, children }: { onClose: () => void; children: ComponentChildren }): ComponentChild {
  return (
    <aside
      id="note-pane"
      class="note-pane"
      aria-label="The open note"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      {children}
    </aside>
  );
}
