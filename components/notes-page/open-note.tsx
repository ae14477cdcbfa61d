import type { ComponentChild } from 'preact';
import { useEffect } from 'preact/hooks';
import type { NoteDesk } from '#components/notes/note-desk.ts';
import { isUnsaved } from '#components/notes/note-editing.ts';
import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import { visible } from '#lib/notes/revise.ts';
import type { StoredNote } from '#lib/notes/note.ts';
import { LoanFacts, type LoanAddress } from './loan-facts.tsx';
import { EditorPane, RemovedPane } from './note-pane.tsx';
import { useKnownLoans } from './use-known-loans.ts';

/** The note that is open beside the list: in the editor, or as it was when it is deleted. */
export function OpenNote(props: {
  account: AccountId;
  loan: NoteKey;
  /** As it is in the list. */
  note: StoredNote | undefined;
  desk: NoteDesk;
  now: number;
  isBusy: boolean;
  loanAddress: LoanAddress;
  onCopy: (text: string) => void;
  onBringBack: () => void;
  onClose: () => void;
}): ComponentChild {
  const { account, loan, note, desk, now, isBusy, loanAddress, onCopy, onBringBack, onClose } = props;
  const name = { loan, account };
  const standing = note === undefined || note.removedAt !== null ? null : note;
  const editing = desk.find(name);
  const record = useKnownLoans([loan]).get(loan) ?? null;
  // What was changed elsewhere is shown at once, unless something is being written over it.
  const isBehind =
    standing !== null &&
    (editing === undefined ||
      (!isUnsaved(editing) &&
        editing.phase.is !== 'saving' &&
        standing.revision > (editing.base?.revision ?? 0)));
  const isNew = editing === undefined && note === undefined;
  useEffect(() => {
    if (isBehind || isNew) desk.open(name, standing === null ? null : visible(standing));
  }, [desk, account, loan, standing?.revision, isBehind, isNew]);

  const facts = <LoanFacts loan={loan} record={record} loanAddress={loanAddress} />;
  if (editing !== undefined)
    return (
      <EditorPane key={loan} editing={editing} desk={desk} facts={facts} onCopy={onCopy} onClose={onClose} />
    );
  return note === undefined || note.removedAt === null ? null : (
    <RemovedPane
      note={note}
      facts={facts}
      now={now}
      isBusy={isBusy}
      onBringBack={onBringBack}
      onClose={onClose}
    />
  );
}
