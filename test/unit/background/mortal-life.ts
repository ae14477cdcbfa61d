import type { Alone } from '../../../entrypoints/background/alone.ts';
import type { Clock } from '#lib/base/clock.ts';
import type { Fetch } from '#lib/bondora/exchange.ts';

/** One life of a background, which may end at any of its steps. */
export interface Life {
  /** Steps so far: each a request, a piece of an answer, a wait or a write. Reads are none: they leave no trace. */
  steps(): number;
  isAlive(): boolean;
  /** Resolves when it dies. */
  death: Promise<void>;
  /** What is begun goes on by itself, but nobody hears of its end; nothing more is begun. */
  kill(): void;
  /** The same thing for this life: each of its functions that writes is a step. */
  own<Thing extends object>(thing: Thing): Thing;
  fetch(fetch: Fetch): Fetch;
  clock(clock: Clock): Clock;
  alone(lock: Lock): Alone;
}

/** A lock that ends with the life that holds it. */
export interface Lock {
  holder: Life | null;
}

/** @param end at which step it dies, and whether what the step begins is still begun */
export function createLife(end?: { step: number; begins: boolean }): Life {
  let alive = true;
  let steps = 0;
  let die: () => void = () => undefined;
  const death = new Promise<void>((resolve) => (die = resolve));
  const kill = (): void => {
    alive = false;
    die();
  };

  const live = <T>(begin: () => Promise<T>, isStep = true): Promise<T> =>
    new Promise((resolve, reject) => {
      if (!alive) return;
      if (isStep) steps += 1;
      const isLast = isStep && steps === end?.step;
      if (isLast && !end?.begins) return kill();
      begin().then(
        (value) => {
          if (alive) resolve(value);
        },
        (error: unknown) => {
          if (alive) reject(error);
        },
      );
      if (isLast) kill();
    });

  const life: Life = {
    steps: () => steps,
    isAlive: () => alive,
    death,
    kill,
    own: (thing) =>
      new Proxy(thing, {
        get(target, name) {
          const value = Reflect.get(target, name) as unknown;
          if (typeof value === 'object' && value !== null) return life.own(value);
          if (typeof value !== 'function') return value;
          return (...args: unknown[]) =>
            live(
              async () => (value as (...a: unknown[]) => unknown)(...args),
              !/^(get|read|measure)/.test(String(name)),
            );
        },
      }),
    fetch: (fetch) => async (url, init) => {
      const response = await live(() => fetch(url, init));
      const reader = response.body?.getReader();
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          const piece = await live(async () => reader?.read());
          if (piece?.value !== undefined) controller.enqueue(piece.value);
          else controller.close();
        },
      });
      return new Response(body, response);
    },
    clock: (clock) => ({
      now: () => clock.now(),
      sleep: (ms, signal) => live(() => clock.sleep(ms, signal)),
    }),
    alone: (lock) => ({
      async run(work) {
        if (lock.holder?.isAlive() === true) return false;
        lock.holder = life;
        try {
          await work();
        } finally {
          if (lock.holder === life) lock.holder = null;
        }
        return true;
      },
      afterwards: (work) => work(),
      isRunning: async () => lock.holder?.isAlive() === true,
    }),
  };
  return life;
}
