import { AppError } from '#lib/base/app-error.ts';

/** What a caller gets that no longer wants the answer. */
export function abortedError(signal: AbortSignal): AppError {
  return new AppError('aborted', 'The request to Bondora was stopped.', { cause: signal.reason });
}

/** A call that had to leave now and may not. @param freeAt when the next one is free, epoch ms */
export function rateLimitedError(freeAt: number): AppError {
  return new AppError('rate-limited', 'Bondora allows no further call of this kind for now.', {
    data: { freeAt },
  });
}

/** No answer. @param reason a word of the platform's, without secrets */
export function networkError(reason: string): AppError {
  return new AppError('network', 'Bondora could not be reached. Check the connection and try again.', {
    data: { reason },
  });
}

/** An answer that is not what the API documents. @param what which part of it */
export function nonsenseError(what: string): AppError {
  return new AppError('nonsense', 'Bondora’s answer was not understood. Nothing was changed.', {
    data: { what },
  });
}

/** A write whose answer was lost. */
export function unknownOutcomeError(why: string): AppError {
  return new AppError(
    'unknown-outcome',
    'The answer to this order was lost, so it may or may not have been carried out. Look it up before ordering again.',
    { data: { why } },
  );
}

/** A value that the API would not take, found before anything was sent. @param message one sentence for a person */
export function invalidInputError(message: string): AppError {
  return new AppError('invalid-input', message);
}
