import { AppError } from '#lib/base/app-error.ts';
import type { Scope } from '#lib/base/permissions.ts';
import type { Envelope } from './envelope.ts';
import { withoutSecrets } from './without-secrets.ts';

/**
 * The error for an answer that says no, from its status and, where it has one, its envelope. Bondora's own words go to
 * `data.said`, without secrets. Not for 429, which the limiter settles, nor for writes answered 5xx.
 */
export function refusedAnswerError(
  status: number,
  envelope: Envelope | undefined,
  { scope, secrets }: { scope: Scope | null; secrets: readonly string[] },
): AppError {
  const first = envelope?.errors[0];
  const words = [first?.Message, first?.Details].filter((text) => typeof text === 'string');
  const said = withoutSecrets(words.join(': '), secrets).slice(0, 500);
  const data = { status, ...(said === '' ? {} : { said }) };

  if (status >= 500) {
    return new AppError('server', 'Bondora’s server failed. Try again later.', { data });
  }
  switch (status) {
    case 401:
      return new AppError('unauthorized', 'Bondora no longer accepts the sign-in. Link the account again.', {
        data,
      });
    case 403:
      return new AppError('forbidden', forbidden(scope), {
        data: { ...data, ...(scope === null ? {} : { scope }) },
      });
    case 404:
      return new AppError('not-found', 'Bondora does not know what was asked for.', { data });
    case 409: {
      const blockingId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(first?.Details ?? '')?.[0];
      return new AppError('conflict', 'Bondora refused: what was asked is no longer possible.', {
        data: { ...data, ...(blockingId === undefined ? {} : { blockingId: blockingId.toLowerCase() }) },
      });
    }
    default:
      return new AppError('bad-request', 'Bondora did not accept the request.', { data });
  }
}

function forbidden(scope: Scope | null): string {
  return scope === null
    ? 'Bondora does not allow this account to do that.'
    : `The permission ${scope} is missing. Grant it by linking the account again.`;
}
