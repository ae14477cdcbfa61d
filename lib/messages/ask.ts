import { AppError, type ErrorCode } from '#lib/base/app-error.ts';
import { messenger } from './messenger.ts';
import type { Arguments, MessageName, Result } from './protocol.ts';

/** Asks the background. Typed as components take it, so that they need not know where the answer comes from. */
export type Ask = <Name extends MessageName>(name: Name, args: Arguments<Name>) => Promise<Result<Name>>;

/**
 * Sends one message to the background and gives its answer.
 * Throws an `AppError`: what the background threw, or `context-lost` when this context outlived its extension.
 */
export const ask: Ask = async (name, args) => {
  try {
    return (await messenger.sendMessage(name, args as never)) as Result<typeof name>;
  } catch (error) {
    throw toAppError(error);
  }
};

// What browsers say when the extension behind a content script was updated, reloaded or removed.
const lost = /context invalidated|receiving end does not exist|reading 'sendMessage'|runtime is undefined/i;

function toAppError(error: unknown): AppError {
  const { code, message, data } = error as Partial<AppError>;
  if (code !== undefined) return new AppError(code satisfies ErrorCode, message ?? '', { data: data ?? {} });
  return lost.test(message ?? '')
    ? new AppError('context-lost', 'Bondlens was updated or removed. Reload this tab.', { cause: error })
    : new AppError('internal', message ?? 'The extension gave no answer.', { cause: error });
}
