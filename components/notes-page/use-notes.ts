import { QueryObserver } from '@tanstack/query-core';
import { useEffect, useState } from 'preact/hooks';
import { useBackend } from '#components/queries/backend.ts';
import type { AppError } from '#lib/base/app-error.ts';
import type { AccountId } from '#lib/loan/ids.ts';
import type { StoredNote } from '#lib/notes/note.ts';

/** All notes of an account, removed ones included; undefined until they are here. */
export interface NotesState {
  notes: readonly StoredNote[] | undefined;
  error: AppError | null;
}

/** Asks for the notes of an account, and again after each pulse that tells of a change. */
export function useNotes(account: AccountId | undefined): NotesState {
  const { ask, client } = useBackend();
  const [state, setState] = useState<NotesState>({ notes: undefined, error: null });
  useEffect(() => {
    if (account === undefined) return;
    const observer = new QueryObserver<StoredNote[], AppError>(client, {
      queryKey: ['notes.list', account],
      queryFn: () => ask('notes.list', { account }),
    });
    const tell = ({ data, error }: { data: StoredNote[] | undefined; error: AppError | null }): void =>
      setState({ notes: data, error });
    tell(observer.getCurrentResult());
    return observer.subscribe(tell);
  }, [ask, client, account]);
  return state;
}
