import { MutationObserver } from '@tanstack/query-core';
import { useEffect, useState } from 'preact/hooks';
import type { AppError } from '#lib/base/app-error.ts';
import type { Arguments, Result } from '#lib/messages/protocol.ts';
import { useBackend } from './backend.ts';
import { commandAnswers, type CommandName } from './queries.ts';

/** How a command went: with its answer, or with the error that the background gave. */
type Outcome<Name extends CommandName> = { done: Result<Name> } | { failed: AppError };

/** A command of the background, and how its last run went. */
export interface Command<Name extends CommandName> {
  /** Sends it. Never rejects; a failure stands in `error` too, until the next run. */
  run: (args: Arguments<Name>) => Promise<Outcome<Name>>;
  running: boolean;
  error: AppError | null;
  /** Lets go of the error of its last run. */
  forget: () => void;
}

/** Lets a component send one command. Its answer is at once what the query of the same thing shows. */
export function useCommand<Name extends CommandName>(name: Name): Command<Name> {
  const { ask, client } = useBackend();
  const [observer] = useState(
    () =>
      new MutationObserver<Result<Name>, AppError, Arguments<Name>>(client, {
        mutationKey: [name],
        mutationFn: (args) => ask(name, args),
        onSuccess: (answer) => void client.setQueryData([commandAnswers[name]], answer),
      }),
  );
  const [state, setState] = useState({ running: false, error: null as AppError | null });
  useEffect(
    () => observer.subscribe(({ isPending, error }) => setState({ running: isPending, error })),
    [observer],
  );
  const run: Command<Name>['run'] = (args) =>
    observer.mutate(args).then(
      (done) => ({ done }),
      (failed: AppError) => ({ failed }),
    );
  return { run, forget: () => observer.reset(), ...state };
}
