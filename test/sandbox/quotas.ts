/** How many calls an endpoint takes in one window. */
export interface Quota {
  calls: number;
  windowMs: number;
}

const hour = 3_600_000;

/** One call a second, for every endpoint that the table below does not name. */
export const generalQuota: Quota = { calls: 1, windowMs: 1000 };

/** Quotas by endpoint. Both verbs of an address share one. */
export const quotas: Readonly<Record<string, Quota>> = {
  'account/balance': { calls: 12, windowMs: hour },
  'account/investments': { calls: 5, windowMs: hour },
  secondarymarket: { calls: 5, windowMs: hour },
  'secondarymarket/{id}': { calls: 5, windowMs: hour },
  'secondarymarket/list': { calls: 12, windowMs: hour },
  'loanpart/list': { calls: 12, windowMs: hour },
};

type QuotaVerdict = { admitted: true } | { admitted: false; retryAfterSeconds: number; quota: Quota };

/** Counts calls in fixed windows that open with the first call, per caller and endpoint. */
export interface QuotaDesk {
  /** Takes one call, or refuses it. */
  take(caller: string, endpoint: string): QuotaVerdict;
  /** Changes a quota while the sandbox runs; undefined restores the documented one. */
  set(endpoint: string, quota: Quota | undefined): void;
  /** Forgets all calls. */
  reset(): void;
}

/** Opens a desk with empty windows. `now` is in epoch milliseconds. */
export function createQuotaDesk(now: () => number): QuotaDesk {
  const windows = new Map<string, { opened: number; calls: number }>();
  const changed = new Map<string, Quota>();
  return {
    take(caller, endpoint) {
      const quota = changed.get(endpoint) ?? quotas[endpoint] ?? generalQuota;
      const key = `${caller} ${endpoint}`;
      const at = now();
      let window = windows.get(key);
      if (!window || at >= window.opened + quota.windowMs) {
        window = { opened: at, calls: 0 };
        windows.set(key, window);
      }
      if (window.calls >= quota.calls) {
        const retryAfterSeconds = Math.max(1, Math.ceil((window.opened + quota.windowMs - at) / 1000));
        return { admitted: false, retryAfterSeconds, quota };
      }
      window.calls++;
      return { admitted: true };
    },
    set(endpoint, quota) {
      if (quota) changed.set(endpoint, quota);
      else changed.delete(endpoint);
    },
    reset: () => windows.clear(),
  };
}

/** `5 per Hour`, as the API words a quota. */
export function describeQuota(quota: Quota): string {
  const unit = quota.windowMs >= 86_400_000 ? 'Day' : quota.windowMs >= hour ? 'Hour' : 'Second';
  return `${quota.calls} per ${quota.windowMs >= 60_000 && quota.windowMs < hour ? 'Minute' : unit}`;
}
