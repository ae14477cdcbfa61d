import { abort } from '#lib/store/write-strictly.ts';
import type { Database } from '#lib/store/database.ts';

/** The database on a disk that is full: every put is refused as browsers refuse it, and its transaction ends. */
export function fillDisk(open: () => Promise<Database>): () => Promise<Database> {
  return async () => refusePuts(await open());
}

function refusePuts<Target extends object>(target: Target): Target {
  return new Proxy(target, {
    get(real, name) {
      // idb's own wrapper wants to be the receiver.
      const value: unknown = Reflect.get(real, name, real);
      if (name === 'put') return () => refuse(real as { transaction?: unknown });
      if (typeof value !== 'function') return value;
      const call = value as (...args: unknown[]) => unknown;
      return (...args: unknown[]) => {
        const result = call.apply(real, args);
        return name === 'transaction' || name === 'objectStore' ? refusePuts(result as object) : result;
      };
    },
  });
}

/** A store's transaction ends with the put that is refused. */
function refuse({ transaction }: { transaction?: unknown }): Promise<never> {
  if (transaction !== null && typeof transaction === 'object')
    queueMicrotask(() => abort(transaction as { abort(): void }));
  return Promise.reject(new DOMException('Full.', 'QuotaExceededError'));
}
