import { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import {
  asAppError,
  attemptCall,
  readResult,
  writeRequest,
  type Accepted,
  type CallSetting,
} from './call.ts';
import type { Fetch } from './exchange.ts';
import { createLimiter, type QuotaStatus } from './limiter.ts';
import type { Operation, Page } from './operation.ts';
import { operations, type Operations } from './operations.ts';
import type { Priority } from './quota-decision.ts';
import type { QuotaStore } from './quota-store.ts';
import { getQuota, type QuotaKey } from './quota-table.ts';
import { abortedError } from './request-errors.ts';

/** How a call is to be made. */
export interface CallOptions {
  signal?: AbortSignal;
  /** Of reads; `user` when left out. A write is always an order. */
  priority?: Priority;
  /** `now` throws `rate-limited` with `freeAt` rather than wait for a free call; `wait` when left out. */
  when?: 'now' | 'wait';
}

type Call<Name extends keyof Operations> =
  Operations[Name] extends Operation<infer Args, infer Result>
    ? (args: Args, options?: CallOptions) => Promise<Result>
    : never;

/** The operations that answer a page of a list. */
export type PagedOperation = {
  [Name in keyof Operations]: Operations[Name] extends Operation<infer _, Page<infer __>> ? Name : never;
}[keyof Operations];

/**
 * Bondora's API for one account, a function for each operation that needs a token, named as the API's description names it.
 * All throw `AppError`: `not-linked`, `unauthorized`, `forbidden`, `bad-request`, `not-found`, `conflict`,
 * `rate-limited`, `server`, `network`, `nonsense`, `aborted`, `invalid-input`, `wrong-credentials` (when the sign-in
 * could not be renewed), `storage`; writes also `unknown-outcome`, and then nobody knows whether they were carried out.
 */
export type BondoraClient = { [Name in keyof Operations]: Call<Name> } & {
  /**
   * A page of a list as it arrives, its status and content type checked, for callers that cannot hold it whole. Errors of
   * the body are `AppError`s too. The caller must read the body to its end or cancel it.
   */
  stream: <Name extends PagedOperation>(
    name: Name,
    args: Parameters<Call<Name>>[0],
    options?: CallOptions,
  ) => Promise<Response>;
  /** @param priority for whom the next free call is told; `user` when left out */
  quotaStatus: (key: QuotaKey, priority?: Priority) => Promise<QuotaStatus>;
};

export interface ClientSetting {
  fetch: Fetch;
  clock: Clock;
  /** The calls this account has spent. */
  quotaStore: QuotaStore;
  /** A token that is good to use as far as known, renewed where it has run out. Throws `not-linked`. */
  getToken: (signal: AbortSignal) => Promise<string>;
  /** Replaces a token that was not accepted. Resolves with whether there is another now. */
  refreshToken: (stale: string, signal: AbortSignal) => Promise<boolean>;
  /** From 0 up to 1, for the jitter of retries. */
  random: () => number;
  /** Whether somebody may be about to order (see `LimiterSetting`). */
  isOrderExpected?: () => Promise<boolean>;
  apiOrigin?: string;
}

/** Makes the client. It holds nothing that may not be lost: a new one over the same stores goes on where it stopped. */
export function createClient(setting: ClientSetting): BondoraClient {
  const {
    clock,
    quotaStore,
    random,
    refreshToken,
    isOrderExpected,
    apiOrigin = 'https://api.bondora.com',
  } = setting;
  const limiter = createLimiter({ clock, store: quotaStore, isOrderExpected });
  const inner: CallSetting = { ...setting, apiOrigin, limiter };

  // Writes are sent once, whatever happens: only reads come here a second time.
  async function retry<Args, Result, Value>(
    operation: Operation<Args, Result>,
    args: Args,
    options: CallOptions,
    finish: (accepted: Accepted) => Promise<Value>,
  ): Promise<Value> {
    const request = writeRequest(operation, args);
    const isWrite = operation.kind === 'write';
    const { signal = new AbortController().signal, when = 'wait' } = options;
    const priority = isWrite ? 'order' : (options.priority ?? 'user');
    let renewed = false;
    let earlier: AppError | undefined;
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await attemptCall(inner, operation, request, { priority, when, signal });
      let error: AppError;
      if ('reply' in outcome) {
        try {
          return await finish(outcome);
        } catch (cause) {
          error = asAppError(cause);
        }
      } else error = outcome.error;

      if (error.code === 'unauthorized' && !renewed && 'token' in outcome && outcome.token !== undefined) {
        renewed = await refreshToken(outcome.token, signal);
        if (renewed && isWrite) throw renewedError();
        if (renewed) {
          attempt -= 1;
          continue;
        }
      }
      // A retry that finds no free call has nothing new to tell.
      if (error.code === 'rate-limited' && when === 'now') throw earlier ?? error;
      const again = !isWrite && isPassing(error) && attempt < getQuota(operation.quota).attempts;
      if (!again) throw error;
      earlier = error;
      if (error.code !== 'rate-limited') await backOff(attempt, signal);
    }
  }

  async function backOff(attempt: number, signal: AbortSignal): Promise<void> {
    const longest = Math.min(1000 * 2 ** (attempt - 1), 30_000);
    await clock.sleep(longest * (0.5 + random() / 2), signal).catch(() => {
      throw abortedError(signal);
    });
  }

  const calls = Object.fromEntries(
    Object.entries(operations).map(([name, entry]) => {
      const operation = entry as Operation<unknown, unknown>;
      return [
        name,
        (args: unknown, options: CallOptions = {}) =>
          retry(operation, args, options, (accepted) => readResult(operation, args, accepted)),
      ];
    }),
  );

  return {
    ...(calls as { [Name in keyof Operations]: Call<Name> }),
    stream: (name, args, options = {}) =>
      retry(operations[name] as Operation<unknown, unknown>, args, options, async ({ reply }) => {
        const { status, headers, body } = reply;
        return new Response(body, { status, headers });
      }),
    quotaStatus: (key, priority) => limiter.status(key, priority),
  };
}

function isPassing({ code }: AppError): boolean {
  return code === 'network' || code === 'server' || code === 'rate-limited';
}

function renewedError(): AppError {
  return new AppError(
    'unauthorized',
    'The sign-in had run out and has been renewed. Nothing was ordered, so order again.',
    { data: { renewed: true } },
  );
}
