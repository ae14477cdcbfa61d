import { QueryObserver } from '@tanstack/query-core';
import { useEffect, useState } from 'preact/hooks';
import { useBackend } from '#components/queries/backend.ts';
import type { AppError } from '#lib/base/app-error.ts';
import type { AccountId } from '#lib/loan/ids.ts';
import type { Ask } from '#lib/messages/ask.ts';
import type { Result } from '#lib/messages/protocol.ts';
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
      queryFn: () => readAll(ask, account),
    });
    const tell = ({ data, error }: { data: StoredNote[] | undefined; error: AppError | null }): void =>
      setState({ notes: data, error });
    tell(observer.getCurrentResult());
    return observer.subscribe(tell);
  }, [ask, client, account]);
  return state;
}

async function readAll(ask: Ask, account: AccountId): Promise<StoredNote[]> {
  const all: StoredNote[] = [];
  let after: string | null = null;
  do {
    const part: Result<'notes.part'> = await ask('notes.part', { account, after });
    all.push(...part.notes);
    after = part.next;
  } while (after !== null);
  return all;
}
