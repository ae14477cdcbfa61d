import type { ComponentChild } from 'preact';
import { formatMoment } from '#components/values/format-moment.ts';
import { nameSubject } from '#lib/notes/note-key.ts';
import { noteLimits, type Note } from '#lib/notes/note.ts';
import { AboutChoice, type About } from './about-choice.tsx';
import { ColourField } from './colour-field.tsx';
import { ConflictChoices } from './conflict-choices.tsx';
import { LostOffer } from './lost-offer.tsx';
import { MarkField } from './mark-field.tsx';
import type { NoteDesk } from './note-desk.ts';
import { isUnsaved, keyOf, type NoteEditing } from './note-editing.ts';
import { NoteActions } from './note-actions.tsx';
import { NoteHistory } from './note-history.tsx';
import { RatingField } from './rating-field.tsx';
import { TagField } from './tag-field.tsx';

/** What a note is edited with. Drawn anew whenever the desk tells of a change. */
export interface NoteEditorProps {
  /** What it is called, where that is not what it is about. */
  title?: string;
  editing: NoteEditing;
  desk: NoteDesk;
  /** What else could be noted; left out where the note is what was opened. */
  about?: About;
  /** Puts a text on the clipboard. */
  onCopy: (text: string) => void;
  /** Left out where the editor stands for good. */
  onClose?: () => void;
}

/** The editor of one note: text, mark, rating, tags, colour, what it once was, and how far saving has come. */
export function NoteEditor(props: NoteEditorProps): ComponentChild {
  const { editing, desk, about, onCopy, onClose } = props;
  const { base, draft, phase, loan, editor, history } = editing;
  const isBusy = phase.is === 'saving' || phase.is === 'conflict' || (phase.is === 'failed' && phase.lost);
  const save = (): void => {
    // Read anew: a field may just have handed in its last word.
    const now = desk.find(editing);
    if (!isBusy && now !== undefined && isUnsaved(now)) void desk.save(editing);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };
  const { title = `Note on ${nameSubject(loan)}` } = props;

  return (
    <form
      key={keyOf(editing)}
      class="note"
      aria-label={title}
      onKeyDown={onKeyDown}
      onFocusOut={desk.flush}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <header>
        <h1>{title}</h1>
        {onClose === undefined ? null : (
          <button type="button" class="close" aria-label="Close" onClick={onClose} />
        )}
      </header>
      {about === undefined || about.subjects.length < 2 ? null : <AboutChoice about={about} chosen={loan} />}
      {phase.is === 'conflict' ? (
        <ConflictChoices theirs={phase.theirs} onChoose={(choice) => desk.choose(editing, choice)} />
      ) : null}
      {editing.lost === null ? null : (
        <LostOffer
          lost={editing.lost}
          standing={base}
          onAnswer={(answer) => desk.answerLost(editing, answer)}
        />
      )}
      <textarea
        ref={focusFirst}
        aria-label="Text of the note"
        placeholder="What you want to remember"
        maxLength={noteLimits.text}
        rows={4}
        dir="auto"
        value={draft.text}
        onInput={(event) => desk.write(editing, { text: event.currentTarget.value })}
      />
      <div class="judged">
        <MarkField group={editor} mark={draft.mark} onChange={(mark) => desk.write(editing, { mark })} />
        <RatingField
          group={editor}
          rating={draft.rating}
          onChange={(rating) => desk.write(editing, { rating })}
        />
      </div>
      <TagField
        group={editor}
        tags={draft.tags}
        known={desk.tags}
        onChange={(tags) => desk.write(editing, { tags })}
      />
      <ColourField
        group={editor}
        colour={draft.colour}
        onChange={(colour) => desk.write(editing, { colour })}
      />
      {history === null ? null : (
        <NoteHistory
          versions={history}
          standing={base}
          onBringBack={(version) => desk.bringBack(editing, version)}
        />
      )}
      <NoteActions editing={editing} desk={desk} isBusy={isBusy} onCopy={onCopy} />
      {base === null ? null : <p class="times">{describeTimes(base)}</p>}
    </form>
  );
}

/** As a `ref` it is called once, when the field is there. */
function focusFirst(field: HTMLElement | null): void {
  field?.focus();
}

function describeTimes({ createdAt, changedAt }: Note): string {
  const written = `Written ${formatMoment(createdAt)}`;
  return changedAt === createdAt ? written : `${written}, changed ${formatMoment(changedAt)}`;
}
