import { QueryObserver } from '@tanstack/query-core';
import { useEffect, useState } from 'preact/hooks';
import type { AppError } from '#lib/base/app-error.ts';
import type { Result } from '#lib/messages/protocol.ts';
import { useBackend } from './backend.ts';
import type { PlainQueryName } from './queries.ts';

/** The last answer, if there was one, and the error if the last attempt failed. */
export interface QueryState<Name extends PlainQueryName> {
  data: Result<Name> | undefined;
  error: AppError | null;
}

/** Asks the background when the component appears and after each pulse that outdates the answer. */
export function useQuery<Name extends PlainQueryName>(name: Name): QueryState<Name> {
  const { ask, client } = useBackend();
  const [observer] = useState(
    () =>
      new QueryObserver<Result<Name>, AppError>(client, {
        queryKey: [name],
        queryFn: () => ask(name, {}),
      }),
  );
  const [state, setState] = useState<QueryState<Name>>(() => observer.getCurrentResult());
  useEffect(() => observer.subscribe(({ data, error }) => setState({ data, error })), [observer]);
  return state;
}
