import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useBackend } from '#components/queries/backend.ts';
import { Section } from '#components/ui/section.tsx';
import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import type { MovePreview } from '#lib/messages/many-notes-protocol.ts';
import type { AccountEntry } from '#lib/messages/protocol.ts';
import { Choice } from './choice.tsx';
import { Confirmation } from './confirmation.tsx';
import { countNotes } from './describe-outcome.ts';
import { useWork, type Tell } from './use-work.ts';

/** Moves notes from one account to another: what would happen is shown first. */
export function MovingFace(props: {
  accounts: readonly AccountEntry[];
  /** The one that is shown elsewhere. */
  shown: AccountId;
  /** Notes that were chosen there. */
  chosen: readonly NoteKey[];
  tell: Tell;
}): ComponentChild {
  const { accounts, shown, chosen: picked, tell } = props;
  const { ask } = useBackend();
  const { isBusy, run } = useWork(tell);
  const [from, setFrom] = useState<string>(shown);
  const [chosen, setTo] = useState<string | null>(null);
  const to = chosen !== null && chosen !== from ? chosen : accounts.find(({ id }) => id !== from)?.id;
  const [isAll, setAll] = useState(picked.length === 0);
  const [preview, setPreview] = useState<MovePreview | null>(null);
  // What was shown of other accounts says nothing of these.
  useEffect(() => setPreview(null), [from, to, isAll]);
  const nameOf = (id: string): string => accounts.find((account) => account.id === id)?.label ?? '';
  const choices = accounts.map(({ id, label }) => ({ value: id as string, label }));
  const intro =
    'Notes belong to the account that they were written in, and never mix by themselves. Here they can be moved.';
  if (to === undefined) {
    return (
      <Section id="moving" title="Move notes" intro={intro}>
        <p class="empty">
          <b>There is one account only.</b>{' '}
          <span class="bl-quiet">
            When another one is linked in the <a href="/options.html#account">options</a>, notes can be moved
            between them.
          </span>
        </p>
      </Section>
    );
  }
  const loans = isAll || from !== shown ? null : [...picked];
  const look = (): Promise<boolean> =>
    run(async () => setPreview(await ask('notes.movePreview', { from, to, loans })));
  const move = (): Promise<boolean> =>
    run(async () => {
      const { counts, undo } = await ask('notes.move', { from, to, loans });
      tell({ done: describeMoved(counts, nameOf(to)), undo });
      setPreview(null);
    });
  const isNothing = preview !== null && preview.counts.moved + preview.counts.joined === 0;
  return (
    <Section id="moving" title="Move notes" intro={intro}>
      <form
        class="change-bar"
        aria-label="Which notes to move"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        {picked.length === 0 || from !== shown ? null : (
          <Choice
            id="move-which"
            label="Which"
            value={isAll ? 'all' : 'chosen'}
            options={[
              { value: 'chosen', label: `The ${picked.length} chosen` },
              { value: 'all', label: 'All' },
            ]}
            onChoose={(which) => setAll(which === 'all')}
          />
        )}
        <Choice id="move-from" label="From" value={from} options={choices} onChoose={setFrom} />
        <Choice
          id="move-to"
          label="To"
          value={to as string}
          options={choices.filter(({ value }) => value !== from)}
          onChoose={setTo}
        />
        <button type="submit" id="look-at-move" class="bl-button primary" disabled={isBusy}>
          Look what would move
        </button>
      </form>
      {preview === null ? null : isNothing ? (
        <p role="status">{preview.words.join(' ')}</p>
      ) : (
        <Confirmation
          id="confirm-move"
          title={`Move from “${nameOf(from)}” to “${nameOf(to)}”?`}
          yes="Move the notes"
          isBusy={isBusy}
          onYes={() => void move()}
          onNo={() => setPreview(null)}
        >
          {preview.words.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p class="bl-quiet">Before anything moves, a snapshot is taken: it can be undone.</p>
        </Confirmation>
      )}
    </Section>
  );
}

function describeMoved({ moved, joined, stay }: MovePreview['counts'], to: string): string {
  return [
    `${countNotes(moved + joined)} moved to “${to}”`,
    joined === 0 ? '' : `, ${joined} of them joined with those that stood there`,
    stay === 0 ? '' : `; ${countNotes(stay)} stayed`,
    '.',
  ].join('');
}
