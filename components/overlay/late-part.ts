import type { AppError } from '#lib/base/app-error.ts';

/** A part of the overlay that comes to the page when it is first needed. */
export interface LatePart<Part> {
  /** undefined until it is there. */
  readonly now: Part | undefined;
  /** Does something with it, at once or when it has come. */
  use(work: (part: Part) => void): void;
}

/**
 * @param load brings it to the page; tried anew at the next use when it failed
 * @param signal from then on nothing is done with it
 */
export function createLatePart<Part>(
  load: () => Promise<Part>,
  onError: (error: AppError) => void,
  signal: AbortSignal,
): LatePart<Part> {
  let now: Part | undefined;
  let loading: Promise<Part> | undefined;
  const bring = async (): Promise<Part> => {
    try {
      return (now = await load());
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
        (part) => {
          if (!signal.aborted) work(part);
        },
        (error: unknown) => {
          if (!signal.aborted) onError(error as AppError);
        },
      );
    },
  };
}
