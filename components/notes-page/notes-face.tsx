import type { ComponentChild } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { NoteDesk } from '#components/notes/note-desk.ts';
import { isUnsaved } from '#components/notes/note-editing.ts';
import { useBackend } from '#components/queries/backend.ts';
import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import type { ManyChange } from '#lib/notes/change-many.ts';
import { anyNote } from '#lib/notes/filter-notes.ts';
import type { StoredNote } from '#lib/notes/note.ts';
import { ChangeBar } from './change-bar.tsx';
import { Confirmation } from './confirmation.tsx';
import { countNotes, describeOutcome } from './describe-outcome.ts';
import { EmptyList } from './empty-list.tsx';
import { FilterRow, type Wanted } from './filter-row.tsx';
import type { LoanAddress } from './loan-facts.tsx';
import { NoteList, type ListActions } from './note-list.tsx';
import { OpenNote } from './open-note.tsx';
import { chooseAll, extendChoice, keepListed, nothingChosen, toggleChoice } from './selection.ts';
import { useFoundNotes } from './use-found-notes.ts';
import { useSearchKey } from './use-search-key.ts';
import { useWork, type Tell } from './use-work.ts';

export const everything: Wanted = { ...anyNote, words: '', order: 'changed' };

/** All notes of an account, or its deleted ones: searched, narrowed, opened, and changed many at once. */
export function NotesFace(props: {
  account: AccountId;
  notes: readonly StoredNote[];
  shown: 'standing' | 'removed';
  tags: readonly string[];
  desk: NoteDesk;
  wanted: Wanted;
  onWanted: (wanted: Wanted) => void;
  /** Takes the chosen notes to where they can be moved; null where there is no other account. */
  onMove: ((loans: readonly NoteKey[]) => void) | null;
  /** A note to be opened at once, as for a draft that was left behind. */
  asked: { loan: NoteKey } | null;
  /** It is open. */
  onAsked: () => void;
  now: number;
  loanAddress: LoanAddress;
  onCopy: (text: string) => void;
  tell: Tell;
}): ComponentChild {
  const { account, notes, shown, tags, desk, wanted, onWanted, onMove } = props;
  const { asked, onAsked, now, loanAddress, onCopy, tell } = props;
  const { ask } = useBackend();
  const [choice, setChoice] = useState(nothingChosen);
  const [current, setCurrent] = useState<NoteKey | null>(null);
  const [open, setOpen] = useState<NoteKey | null>(null);
  const [removing, setRemoving] = useState<readonly NoteKey[] | null>(null);
  const { isBusy, run } = useWork(tell);
  const field = useRef<HTMLInputElement>(null);
  const found = useFoundNotes(notes, wanted, shown);
  const keys = useMemo(() => found.map(({ loan }) => loan), [found]);
  const { chosen } = useMemo(() => keepListed(choice, keys), [choice, keys]);
  const isStanding = shown === 'standing';
  const own = useMemo(
    () => notes.filter(({ removedAt }) => (removedAt === null) === isStanding).length,
    [notes, isStanding],
  );
  const places = useMemo(() => new Map(notes.map((note) => [note.loan, note])), [notes]);
  useSearchKey(field);
  useEffect(() => {
    if (asked === null) return;
    setOpen(asked.loan);
    onAsked();
  }, [asked]);

  const focusList = (): void => document.querySelector<HTMLElement>('#note-list')?.focus();
  const close = (): void => {
    if (open !== null) desk.close({ loan: open, account });
    setOpen(null);
    focusList();
  };
  const change = (loans: Iterable<NoteKey>, made: ManyChange): Promise<boolean> =>
    run(async () => {
      const seen = [...loans].flatMap((loan) => {
        const revision = places.get(loan)?.revision;
        return revision === undefined ? [] : [{ loan, revision }];
      });
      const outcome = await ask('notes.changeMany', { account, notes: seen, change: made });
      const done = describeOutcome(made, outcome);
      tell({ done, undo: outcome.undo });
      setRemoving(null);
      // Those that were refused stay chosen.
      const left = new Set([...outcome.refused, ...outcome.full]);
      const isElsewhereNow = made.make === 'remove' || made.make === 'bring-back';
      if (isElsewhereNow) setChoice({ chosen: left, anchor: null });
      if (isElsewhereNow && open !== null && outcome.changed.includes(open)) close();
      else focusList();
    });
  const actions: ListActions = {
    move: setCurrent,
    open: (key) => {
      if (open !== null && open !== key) desk.close({ loan: open, account });
      setOpen(key);
    },
    choose: (key, extend) =>
      setChoice((before) => (extend ? extendChoice(before, key, keys) : toggleChoice(before, key))),
    chooseAll: () => setChoice(chooseAll(keys)),
    chooseNone: () => setChoice(nothingChosen),
    remove: (key) => setRemoving(chosen.size > 0 ? [...chosen] : [key]),
  };

  return (
    <div class={`notes-face ${open === null ? '' : 'has-open'}`}>
      <div class="notes-list-side">
        <FilterRow
          wanted={wanted}
          tags={tags}
          field={field}
          onChange={(part) => onWanted({ ...wanted, ...part })}
          onDown={focusList}
        />
        <div class="found-line">
          <p role="status" id="found" class="bl-quiet">
            {found.length === own ? countNotes(own) : `${countNotes(found.length)} of ${own} found`}
          </p>
          {found.length === 0 || chosen.size === found.length ? null : (
            <button type="button" id="choose-all" class="bl-button plain small" onClick={actions.chooseAll}>
              Choose all found
            </button>
          )}
        </div>
        {found.length === 0 ? (
          <EmptyList shown={shown} isNarrowed={own > 0} onAll={() => onWanted(everything)} />
        ) : (
          <NoteList
            notes={found}
            label={isStanding ? 'Notes' : 'Deleted notes'}
            wanted={JSON.stringify(wanted)}
            chosen={chosen}
            current={current}
            open={open}
            isWritten={(loan) => {
              const editing = desk.find({ loan, account });
              return editing !== undefined && isUnsaved(editing);
            }}
            now={now}
            actions={isStanding ? actions : { ...actions, remove: () => undefined }}
          />
        )}
        {removing === null ? null : (
          <Confirmation
            id="confirm-removal"
            title={`Delete ${countNotes(removing.length)}?`}
            yes={`Delete ${countNotes(removing.length)}`}
            isDangerous
            isBusy={isBusy}
            onYes={() => void change(removing, { make: 'remove' })}
            onNo={() => {
              setRemoving(null);
              focusList();
            }}
          >
            <p>For 30 days they can be brought back.</p>
          </Confirmation>
        )}
        {chosen.size === 0 || removing !== null ? null : isStanding ? (
          <ChangeBar
            count={chosen.size}
            tags={tags}
            isBusy={isBusy}
            onChange={(made) => void change(chosen, made)}
            onMove={onMove === null ? null : () => onMove([...chosen])}
            onRemove={() => setRemoving([...chosen])}
            onNone={actions.chooseNone}
          />
        ) : (
          <div class="change-bar">
            <p role="status">
              <b>{countNotes(chosen.size)}</b> chosen
            </p>
            <button
              type="button"
              class="bl-button primary"
              disabled={isBusy}
              onClick={() => void change(chosen, { make: 'bring-back' })}
            >
              Bring back
            </button>
          </div>
        )}
      </div>
      {open === null ? null : (
        <OpenNote
          account={account}
          loan={open}
          note={places.get(open)}
          desk={desk}
          now={now}
          isBusy={isBusy}
          loanAddress={loanAddress}
          onCopy={onCopy}
          onBringBack={() => void change([open], { make: 'bring-back' })}
          onClose={close}
        />
      )}
    </div>
  );
}
