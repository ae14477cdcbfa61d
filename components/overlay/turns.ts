import type { Clock } from '#lib/base/clock.ts';

/** Work on so many rows is too little to be felt: it is done at once, and painted together with them. */
const atOnce = 300;
/** How long we work, milliseconds, before the page gets its turn. */
const turnMs = 10;

/** Work that is done in turns with the page, so that the page never waits for it. */
export interface Turns {
  /**
   * Lets the page have its turn if ours has been long enough; rejects with the signal's reason when it is aborted.
   * @param rows how much work there is in all
   */
  pause(rows: number): Promise<void> | undefined;
  /** Ends them. */
  end(): void;
}

/** Begins the first turn. */
export function beginTurns(clock: Clock, signal: AbortSignal): Turns {
  let until = clock.now() + turnMs;
  let channel: MessageChannel | undefined;
  const wait = async (): Promise<void> => {
    const { port1, port2 } = (channel ??= new MessageChannel());
    await new Promise<void>((resolve) => {
      // A message to oneself comes after what the browser has to do, and not later than that.
      port1.addEventListener('message', () => resolve(), { once: true });
      port1.start();
      port2.postMessage(null);
    });
    signal.throwIfAborted();
    until = clock.now() + turnMs;
  };
  return {
    pause: (rows) => (rows > atOnce && clock.now() >= until ? wait() : undefined),
    end() {
      channel?.port1.close();
      channel?.port2.close();
    },
  };
}

/** Works through items in such turns. */
export async function workInTurns<T>(
  items: readonly T[],
  work: (item: T) => void,
  turns: Turns,
): Promise<void> {
  for (const item of items) {
    const pausing = turns.pause(items.length);
    if (pausing !== undefined) await pausing;
    work(item);
  }
}
