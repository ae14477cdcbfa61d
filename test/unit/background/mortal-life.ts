import type { Alone } from '../../../entrypoints/background/alone.ts';
import type { Clock } from '#lib/base/clock.ts';
import type { Fetch } from '#lib/bondora/exchange.ts';

/** One life of a background, which may end at any of its steps. */
export interface Life {
  /**
   * Steps so far by what they are: requests by their path, pieces of answers, waits, and writes by their name. Reads are
   * none: they leave no trace.
   */
  steps: ReadonlyMap<string, number>;
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

/** At which step a life ends: the so many-th of its kind, begun or not. */
export interface Ending {
  kind: string;
  nth: number;
  begins: boolean;
}

export function createLife(end?: Ending): Life {
  let alive = true;
  const steps = new Map<string, number>();
  let die: () => void = () => undefined;
  const death = new Promise<void>((resolve) => (die = resolve));
  const kill = (): void => {
    alive = false;
    die();
  };

  /** @param kind of the step; null when it is none */
  const live = <T>(kind: string | null, begin: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      if (!alive) return;
      const nth = (steps.get(kind ?? '') ?? 0) + 1;
      if (kind !== null) steps.set(kind, nth);
      const isLast = kind !== null && kind === end?.kind && nth === end.nth;
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
    steps,
    isAlive: () => alive,
    death,
    kill,
    own: (thing) =>
      new Proxy(thing, {
        get(target, name) {
          const value = Reflect.get(target, name) as unknown;
          if (typeof value === 'object' && value !== null) return life.own(value);
          if (typeof value !== 'function') return value;
          const kind = /^(get|read|measure)/.test(String(name)) ? null : String(name);
          return (...args: unknown[]) =>
            live(kind, async () => (value as (...a: unknown[]) => unknown)(...args));
        },
      }),
    fetch: (fetch) => async (url, init) => {
      const response = await live(new URL(url).pathname.replace(/[0-9a-f-]{36}$/, ''), () =>
        fetch(url, init),
      );
      const reader = response.body?.getReader();
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          const piece = await live('piece', async () => reader?.read());
          if (piece?.value !== undefined) controller.enqueue(piece.value);
          else controller.close();
        },
      });
      return new Response(body, response);
    },
    clock: (clock) => ({
      now: () => clock.now(),
      sleep: (ms, signal) => live('wait', () => clock.sleep(ms, signal)),
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
