import { AppError } from '#lib/base/app-error.ts';
import type { Fetch } from '#lib/bondora/exchange.ts';

/** The part of the browser's `permissions` that is used here. */
export interface HostPermissions {
  contains(what: { origins: string[] }): Promise<boolean>;
}

/** Keeps the background from calling Bondora while the browser does not let it: people can withdraw that at any time. */
export interface HostGuard {
  isAllowed(): Promise<boolean>;
  /** Throws `not-allowed` while it is not. */
  demand(): Promise<void>;
  /** The same `fetch`, which sends nothing while it is not allowed: throws `not-allowed`. */
  guard(fetch: Fetch): Fetch;
}

export function createHostGuard(permissions: HostPermissions): HostGuard {
  const isAllowed = (): Promise<boolean> => permissions.contains({ origins: ['https://*.bondora.com/*'] });
  const demand = async (): Promise<void> => {
    if (!(await isAllowed()))
      throw new AppError(
        'not-allowed',
        'Your browser keeps Bondlens from bondora.com. Allow it in the popup or in the options.',
      );
  };
  return {
    isAllowed,
    demand,
    guard: (fetch) => async (url, init) => {
      await demand();
      return fetch(url, init);
    },
  };
}
