import { useState } from 'preact/hooks';
import type { AppError } from '#lib/base/app-error.ts';

/** How something went that a person did here: a sentence, and where it can be undone the snapshot to go back to. */
export type Told = { done: string; undo?: string | null } | { failed: string };

export type Tell = (told: Told) => void;

/** One piece of work at a time; what it throws is told. */
export interface Work {
  isBusy: boolean;
  /** Resolves to whether it is done; does nothing while another runs. */
  run: (work: () => Promise<void>) => Promise<boolean>;
}

export function useWork(tell: Tell): Work {
  const [isBusy, setBusy] = useState(false);
  return {
    isBusy,
    async run(work) {
      if (isBusy) return false;
      setBusy(true);
      try {
        await work();
        return true;
      } catch (error) {
        tell({ failed: (error as AppError).message });
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
