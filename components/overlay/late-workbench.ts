import type { AppError } from '#lib/base/app-error.ts';
import type { CreateWorkbench, Workbench } from './workbench-parts.ts';

/** The workbench, which comes when it is first needed. */
export interface LateWorkbench {
  /** undefined until it is there. */
  readonly now: Workbench | undefined;
  /** Does something with it, at once or when it has come. */
  use(work: (workbench: Workbench) => void): void;
}

/**
 * @param load brings its script to the page; tried anew at the next use when it failed
 * @param make sets it up
 * @param signal from then on nothing is done with it
 */
export function createLateWorkbench(
  load: () => Promise<CreateWorkbench>,
  make: (create: CreateWorkbench) => Workbench,
  onError: (error: AppError) => void,
  signal: AbortSignal,
): LateWorkbench {
  let now: Workbench | undefined;
  let loading: Promise<Workbench> | undefined;
  const bring = async (): Promise<Workbench> => {
    try {
      const create = await load();
      return (now ??= make(create));
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
  return {
    get now() {
      return now;
    },
    use(work) {
      if (signal.aborted) return;
      if (now !== undefined) return work(now);
      loading ??= bring();
      loading.then(
        (workbench) => {
          if (!signal.aborted) work(workbench);
        },
        (error: unknown) => onError(error as AppError),
      );
    },
  };
}
