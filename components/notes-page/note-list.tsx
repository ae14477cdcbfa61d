import type { ComponentChild } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { NoteKey } from '#lib/loan/ids.ts';
import type { StoredNote } from '#lib/notes/note.ts';
import { describeLoan } from './describe-loan.ts';
import { NoteRow } from './note-row.tsx';
import { useKnownLoans } from './use-known-loans.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

/** As `.note-row` has it. */
const rowHeight = 84;

/** What a person does in the list. */
export interface ListActions {
  /** The row that the keyboard is at. */
  move: (key: NoteKey) => void;
  open: (key: NoteKey) => void;
  /** Chooses or unchooses one; with `extend`, all from the last choice up to it. */
  choose: (key: NoteKey, extend: boolean) => void;
  chooseAll: () => void;
  chooseNone: () => void;
  /** Asks whether the chosen ones, or else this one, may be deleted. */
  remove: (key: NoteKey) => void;
}

/**
 * The notes, of which only those in sight are drawn. Arrows, Page and Home keys move; Space chooses, with Shift all between;
 * Enter opens; Delete asks; Ctrl+A chooses all, Escape none.
 */
export function NoteList(props: {
  notes: readonly StoredNote[];
  label: string;
  /** Changes whenever other notes are wanted, or in another order: then the list begins at its top. */
  wanted: string;
  chosen: ReadonlySet<NoteKey>;
  current: NoteKey | null;
  open: NoteKey | null;
  /** Whether something is written over it that is not saved. */
  isWritten: (key: NoteKey) => boolean;
  now: number;
  actions: ListActions;
}): ComponentChild {
  const { notes, label, wanted, chosen, current, open, isWritten, now, actions } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualRows(notes.length, rowHeight, scroller);
  const places = useMemo(() => new Map(notes.map(({ loan }, index) => [loan, index])), [notes]);
  const inSight = rows.items.flatMap(({ index, start }) => {
    const note = notes[index];
    return note === undefined ? [] : [{ note, index, start }];
  });
  const known = useKnownLoans(inSight.map(({ note }) => note.loan));
  useKeptPlace(notes, wanted, scroller, rows.scrollTo);

  const at = current === null ? -1 : (places.get(current) ?? -1);
  // Where the row that the keyboard was at is gone, it goes on from there.
  const last = useRef(0);
  useEffect(() => {
    if (at >= 0) last.current = at;
  }, [at]);
  const go = (index: number): NoteKey | undefined => {
    const target = Math.max(0, Math.min(notes.length - 1, index));
    const key = notes[target]?.loan;
    if (key === undefined) return undefined;
    actions.move(key);
    rows.show(target);
    return key;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const from = at < 0 ? last.current : at;
    const steps: Record<string, number> = {
      ArrowDown: from + (at < 0 ? 0 : 1),
      ArrowUp: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: notes.length - 1,
    };
    const step = steps[event.key];
    const key = notes[at]?.loan;
    if (step !== undefined) {
      if (event.shiftKey && key !== undefined && chosen.size === 0) actions.choose(key, false);
      const reached = go(step);
      if (event.shiftKey && reached !== undefined) actions.choose(reached, true);
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) actions.chooseAll();
    else if (event.key === 'Escape' && chosen.size > 0) actions.chooseNone();
    else if (key === undefined) return;
    else if (event.key === 'Enter') actions.open(key);
    else if (event.key === ' ') actions.choose(key, event.shiftKey);
    else if (event.key === 'Delete') actions.remove(key);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      id="note-list"
      role="listbox"
      class="note-list"
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={inSight.some(({ index }) => index === at) ? `note-${at}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (at < 0) go(last.current);
      }}
    >
      <div role="presentation" style={{ height: `${rows.height}px` }}>
        {inSight.map(({ note, index, start }) => (
          <NoteRow
            key={note.loan}
            id={`note-${index}`}
            note={note}
            loan={describeLoan(known.get(note.loan) ?? null)}
            now={now}
            top={start}
            place={{ index, count: notes.length }}
            isChosen={chosen.has(note.loan)}
            isCurrent={index === at}
            isOpen={note.loan === open}
            isWritten={isWritten(note.loan)}
            onPress={(event, where) => {
              actions.move(note.loan);
              if (event.shiftKey) actions.choose(note.loan, true);
              else if (where === 'choice' || event.ctrlKey || event.metaKey) actions.choose(note.loan, false);
              else actions.open(note.loan);
            }}
          />
        ))}
      </div>
    </div>
  );
}

/** What stands at the top of the sight stays there when notes come or go above it; where others are wanted, the list begins anew. */
function useKeptPlace(
  notes: readonly StoredNote[],
  wanted: string,
  scroller: { readonly current: HTMLElement | null },
  scrollTo: (offset: number) => void,
): void {
  const before = useRef({ notes, wanted });
  const top = useRef(0);
  useEffect(() => {
    const ending = new AbortController();
    const note = (): void => {
      top.current = scroller.current?.scrollTop ?? 0;
    };
    scroller.current?.addEventListener('scroll', note, { signal: ending.signal, passive: true });
    return () => ending.abort();
  }, [scroller]);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = { notes, wanted };
    if (old.wanted !== wanted) {
      scrollTo(0);
      return;
    }
    const index = Math.floor(top.current / rowHeight);
    const first = old.notes[index]?.loan;
    if (old.notes === notes || top.current === 0 || first === undefined) return;
    const now = notes.findIndex(({ loan }) => loan === first);
    if (now >= 0 && now !== index) scrollTo(top.current + (now - index) * rowHeight);
  }, [notes, wanted]);
}
