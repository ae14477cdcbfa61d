import * as v from 'valibot';
import { browser, type Browser } from 'wxt/browser';
import { AppError } from '#lib/base/app-error.ts';
import { messenger } from './messenger.ts';
import type { AccessClass } from './message-rule.ts';
import { protocolRules, type Arguments, type MessageName, type Result } from './protocol.ts';

/** Where in the browser a message came from; all undefined for what is no tab. */
export interface SenderPlace {
  tabId: number | undefined;
  frameId: number | undefined;
  /** Chrome's alone. */
  documentId?: string | undefined;
}

/** What the background does for each message. A handler throws an `AppError` to refuse. */
export type Handlers = {
  [Name in MessageName]: (args: Arguments<Name>, place: SenderPlace) => Promise<Result<Name>> | Result<Name>;
};

/**
 * Answers every message of the protocol. Each is checked on arrival: may this sender ask it, and are the
 * arguments what the protocol says? Must run synchronously when the background starts, else the browser
 * does not deliver the message that woke it.
 */
export function serve(handlers: Handlers): void {
  for (const name of Object.keys(protocolRules) as MessageName[]) {
    messenger.onMessage(name, async ({ data, sender }) => {
      try {
        const from = sender as Browser.runtime.MessageSender;
        checkSender(protocolRules[name].access, from, {
          id: browser.runtime.id,
          origin: `${location.origin}/`,
        });
        const handle = handlers[name] as (args: unknown, place: SenderPlace) => unknown;
        const place = { tabId: from.tab?.id, frameId: from.frameId, documentId: from.documentId };
        return (await handle(checkArguments(name, data), place)) as never;
      } catch (error) {
        throw withoutCause(error);
      }
    });
  }
}

/**
 * Throws `not-allowed` unless the sender is one of our contexts of the class that the message asks for.
 * @param own this extension's id and the address that its own pages begin with
 */
export function checkSender(
  access: AccessClass,
  sender: { id?: string | undefined; url?: string | undefined },
  own: { id: string; origin: string },
): void {
  const url = sender.url ?? '';
  const ours = sender.id === own.id;
  const page = ours && url.startsWith(own.origin);
  const content = ours && /^https:\/\/([a-z]+\.)?bondora\.com(\/|$)/.test(url);
  if (page || (access === 'anywhere' && content)) return;
  throw new AppError('not-allowed', 'This page may not ask that of Bondlens.');
}

/** The arguments as the protocol types them; throws `invalid-input` with the first fault as its sentence. */
export function checkArguments(name: MessageName, data: unknown): unknown {
  const result = v.safeParse(protocolRules[name].args, data);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new AppError('invalid-input', issue.message, { data: { path: v.getDotPath(issue) ?? '' } });
}

// A cause may hold more than the asking context should see.
function withoutCause(error: unknown): AppError {
  if (error instanceof AppError) return new AppError(error.code, error.message, { data: error.data });
  const said = error instanceof Error ? error.message : String(error);
  return new AppError('internal', `Something went wrong inside Bondlens: ${said}`);
}
