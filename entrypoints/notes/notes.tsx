import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Choice } from '#components/notes-page/choice.tsx';
import { GoingBack } from '#components/notes-page/going-back.tsx';
import { LeftDrafts } from '#components/notes-page/left-drafts.tsx';
import type { LoanAddress } from '#components/notes-page/loan-facts.tsx';
import { MovingFace } from '#components/notes-page/moving-face.tsx';
import { everything, NotesFace } from '#components/notes-page/notes-face.tsx';
import { SnapshotsFace } from '#components/notes-page/snapshots-face.tsx';
import { TagsFace } from '#components/notes-page/tags-face.tsx';
import { useDesk } from '#components/notes-page/use-desk.ts';
import { faces, useFace } from '#components/notes-page/use-face.ts';
import { useNotes } from '#components/notes-page/use-notes.ts';
import { useWork, type Told } from '#components/notes-page/use-work.ts';
import { useBackend } from '#components/queries/backend.ts';
import { useNow } from '#components/queries/use-now.ts';
import { useQuery } from '#components/queries/use-query.ts';
import { ProblemRegion } from '#components/ui/problem-region.tsx';
import { tellError } from '#components/ui/tell-problem.ts';
import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import type { AnswerForEditors } from '#lib/messages/living-editors.ts';

/** All notes on one page, with their tags, their past, and what was deleted. */
export function Notes(props: {
  answerForEditors: AnswerForEditors;
  loanAddress: LoanAddress;
  copy: (text: string) => Promise<void>;
}): ComponentChild {
  const { answerForEditors, loanAddress, copy } = props;
  const { ask, client } = useBackend();
  const now = useNow();
  const face = useFace();
  const [told, setTold] = useState<Told | null>(null);
  const [undoing, setUndoing] = useState<string | null>(null);
  const [chosen, setChosen] = useState<AccountId | null>(null);
  const [wanted, setWanted] = useState(everything);
  const [asked, setAsked] = useState<{ account: AccountId; loan: NoteKey } | null>(null);
  const [moving, setMoving] = useState<readonly NoteKey[]>([]);
  const desk = useDesk(answerForEditors);
  const { run } = useWork(setTold);
  const account = useQuery('account.status');
  const tags = useQuery('tags.list');
  const drafts = useQuery('notes.drafts');
  const snapshots = useQuery('snapshots.list');
  const known = account.data?.known ?? [];
  const shown = known.find(({ id }) => id === chosen)?.id ?? account.data?.id;
  const notes = useNotes(shown);
  const left = (drafts.data ?? []).filter(({ editor }) => !desk.holds(editor));
  const refreshDrafts = (): Promise<void> => client.invalidateQueries({ queryKey: ['notes.drafts'] });
  // What was told of one thing says nothing of the next.
  useEffect(() => setUndoing(null), [told]);

  const done = told !== null && 'done' in told ? told.done : null;
  const undo = told !== null && 'done' in told ? (told.undo ?? null) : null;
  const onCopy = (text: string): void =>
    void run(async () => {
      await copy(text);
      setTold({ done: 'Text copied.' });
    });
  const isList = face === 'notes' || face === 'deleted';

  return (
    <div class={`page ${isList ? 'is-list' : ''}`}>
      <header>
        <img src="/icon/96.png" width="36" height="36" alt="" />
        <h1>Notes</h1>
        <nav aria-label="Parts of this page">
          {faces.map(({ name, label }) => (
            <a key={name} href={`#${name}`} aria-current={name === face ? 'page' : undefined}>
              {label}
            </a>
          ))}
          <a href="/options.html#data">Options</a>
        </nav>
        {known.length < 2 || shown === undefined ? null : (
          <Choice
            id="account"
            label="Notes of"
            value={shown as string}
            options={known.map(({ id, label }) => ({ value: id as string, label }))}
            onChoose={(id) => {
              setChosen(id as AccountId);
              setMoving([]);
            }}
          />
        )}
        <div class="notices">
          <ProblemRegion
            sentences={[
              told !== null && 'failed' in told ? told.failed : null,
              ...[account, notes, tags, drafts, snapshots].map(({ error }) => tellError(error, now)),
            ]}
          />
          <p id="status" role="status">
            {done}
            {undo === null || undoing !== null ? null : (
              <button type="button" id="undo" class="bl-button small" onClick={() => setUndoing(undo)}>
                Undo…
              </button>
            )}
          </p>
        </div>
      </header>
      <main>
        {undoing === null ? null : (
          <GoingBack snapshot={undoing} title="Undo that?" tell={setTold} onEnd={() => setUndoing(null)} />
        )}
        {isList ? (
          <>
            {face === 'notes' ? (
              <LeftDrafts
                drafts={left}
                accounts={known}
                now={now}
                onUse={(draft) => {
                  setChosen(draft.account);
                  setAsked({ account: draft.account, loan: draft.loan });
                }}
                onDiscard={({ editor }) =>
                  void run(async () => {
                    await ask('notes.dropDraft', { editor });
                    await refreshDrafts();
                  })
                }
              />
            ) : null}
            {shown === undefined || notes.notes === undefined ? (
              <p class="bl-quiet">Reading your notes…</p>
            ) : (
              <NotesFace
                key={`${shown} ${face}`}
                account={shown}
                notes={notes.notes}
                shown={face === 'notes' ? 'standing' : 'removed'}
                tags={(tags.data ?? []).map(({ name }) => name)}
                desk={desk}
                wanted={wanted}
                onWanted={setWanted}
                onMove={
                  known.length < 2
                    ? null
                    : (loans) => {
                        setMoving(loans);
                        location.hash = '#moving';
                      }
                }
                onAsked={() => setAsked(null)}
                asked={asked?.account === shown && face === 'notes' ? asked : null}
                now={now}
                loanAddress={loanAddress}
                onCopy={onCopy}
                tell={setTold}
              />
            )}
          </>
        ) : null}
        {face === 'tags' ? <TagsFace tags={tags.data ?? []} tell={setTold} /> : null}
        {face === 'snapshots' ? <SnapshotsFace snapshots={snapshots.data} now={now} tell={setTold} /> : null}
        {face === 'moving' && shown !== undefined ? (
          <MovingFace accounts={known} shown={shown} chosen={moving} tell={setTold} />
        ) : null}
      </main>
    </div>
  );
}
