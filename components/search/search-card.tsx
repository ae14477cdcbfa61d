import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { openNoteSession, type NoteSession } from '#components/notes/note-session.tsx';
import { useDesk } from '#components/notes-page/use-desk.ts';
import { useBackend } from '#components/queries/backend.ts';
import { ownLook } from '#components/ui/own-look.ts';
import { formatMoment } from '#components/values/format-moment.ts';
import { formatValue } from '#components/values/format-value.ts';
import type { AppError } from '#lib/base/app-error.ts';
import type { NoteKey } from '#lib/loan/ids.ts';
import type { AnswerForEditors } from '#lib/messages/living-editors.ts';
import type { NotesFound } from '#lib/messages/notes-protocol.ts';
import { nameSubject } from '#lib/notes/note-key.ts';
import type { StoredDraft } from '#lib/notes/stored-draft.ts';
import { HitLine } from './hit-line.tsx';
import { readStart } from './read-start.ts';
import { useSearch } from './use-search.ts';

/**
 * Finds loans by their number and notes by their words, as one types, and opens their editor in its place. Tells of what
 * was written somewhere and never saved.
 */
export function SearchCard({ answerForEditors }: { answerForEditors: AnswerForEditors }): ComponentChild {
  const { ask } = useBackend();
  const desk = useDesk(answerForEditors);
  const [session, setSession] = useState<NoteSession | null>(null);
  const [, redraw] = useState<object>({});
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const { words, setWords, found, error } = useSearch(session);
  const [lost, setLost] = useState<readonly StoredDraft[]>([]);
  useEffect(() => {
    // What cannot be told now is told at the next opening.
    if (session === null) ask('notes.drafts', {}).then(setLost, () => undefined);
  }, [ask, session]);

  const open = async (key: NoteKey): Promise<void> => {
    try {
      const start = await readStart(ask, key);
      setRefusal(null);
      setSession(openNoteSession(desk, start, () => redraw({})));
    } catch (caught) {
      setRefusal(caught as AppError);
    }
  };
  const close = (): void => {
    session?.close();
    setSession(null);
  };
  if (session !== null) {
    const copy = (text: string): void => void navigator.clipboard.writeText(text);
    return <section class="bl-card search">{session.draw({ onCopy: copy, onClose: close })}</section>;
  }
  const problem = refusal ?? error;
  return (
    <section id="search" class="search" aria-label="Search">
      <input
        class="bl-input"
        type="search"
        aria-label="Find a loan or a note"
        placeholder="Find a loan or a note"
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      {problem === null ? null : (
        <p class="bl-problem" role="alert">
          {problem.message}
        </p>
      )}
      {words.trim() !== '' || lost.length === 0 ? null : (
        <ul class="hits" aria-label="Written and not saved">
          {lost.map(({ editor, loan, at }) => (
            <li key={editor}>
              <button type="button" class="hit lost" onClick={() => void open(loan)}>
                <b>{nameSubject(loan)}</b>
                <span class="bl-quiet">written on {formatMoment(at)}, not saved</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {found === null ? null : <Found found={found} onOpen={(key) => void open(key)} />}
    </section>
  );
}

function Found(props: { found: NotesFound; onOpen: (key: NoteKey) => void }): ComponentChild {
  const { found, onOpen } = props;
  const { hits, loan } = found;
  const isListed = loan !== null && hits.some((hit) => hit.loan === loan.key);
  return (
    <>
      <ul class="hits" aria-label="Found">
        {loan === null || isListed ? null : (
          <li>
            <button type="button" class="hit" onClick={() => onOpen(loan.key)}>
              <b>{nameSubject(loan.key)}</b>
              <span class="bl-quiet">{describeLoan(loan.record)}</span>
            </button>
          </li>
        )}
        {hits.map((hit) => (
          <HitLine key={hit.loan} hit={hit} onOpen={() => onOpen(hit.loan)} />
        ))}
      </ul>
      <p class="bl-quiet" role="status">
        {describeCount(found)}
      </p>
    </>
  );
}

function describeLoan(record: NonNullable<NotesFound['loan']>['record']): string {
  if (record === null) return 'no note yet; not in the mirror';
  const { rating = null, country = null, interest = null } = record;
  return [
    rating === null ? [] : formatValue(rating, 'rating', ownLook),
    country === null ? [] : formatValue(country, 'country', ownLook),
    interest === null ? [] : formatValue(interest, 'rate', ownLook),
    'no note yet',
  ]
    .flat()
    .join(', ');
}

function describeCount({ notes, found, hits }: NotesFound): string {
  if (found === 0) return notes === 0 ? 'There are no notes yet.' : `None of ${notes} notes has these words.`;
  const count = `${found} of ${notes} ${notes === 1 ? 'note' : 'notes'}`;
  return found > hits.length ? `${count}, the newest ${hits.length} shown` : count;
}
