import { QueryClient } from '@tanstack/query-core';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import type { Ask } from '#lib/messages/ask.ts';
import type { PulseTopic } from '#lib/messages/pulse.ts';
import { queryTopics, type QueryName } from './queries.ts';

/** What a page of ours is given to reach the background with. */
export interface BackendParts {
  ask: Ask;
  onPulse: (topic: PulseTopic, listener: () => void, signal: AbortSignal) => void;
  clock: Clock;
  /** Ends the listening to pulses. */
  signal: AbortSignal;
}

/** The background as components see it: what was asked is remembered until a pulse says that it changed. */
export interface Backend {
  ask: Ask;
  clock: Clock;
  client: QueryClient;
}

/** Joins the way to ask with a memory of the answers, which each pulse of the background outdates. */
export function createBackend({ ask, onPulse, clock, signal }: BackendParts): Backend {
  const client = new QueryClient({
    defaultOptions: {
      // The background is in this browser: being offline is no reason to wait, and its errors are final.
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, gcTime: Infinity },
      mutations: { networkMode: 'always', retry: false, gcTime: 0 },
    },
  });
  for (const [name, topic] of Object.entries(queryTopics) as [QueryName, PulseTopic][]) {
    const queryKey = [name];
    // An answer that is still on its way may be older than the pulse; left alone, a first one would be taken for fresh.
    const outdate = (): Promise<void> =>
      client.cancelQueries({ queryKey }).then(() => client.invalidateQueries({ queryKey }));
    onPulse(topic, () => void outdate(), signal);
  }
  return { ask, clock, client };
}

export const BackendContext = createContext<Backend | null>(null);

/** The backend that the page was rendered with. */
export function useBackend(): Backend {
  const backend = useContext(BackendContext);
  if (backend === null) throw new AppError('internal', 'No backend around this component.');
  return backend;
}
