import { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import { parseEnvelope, type Envelope } from './envelope.ts';
import { exchange, readText, type Fetch, type Reply } from './exchange.ts';
import type { Limiter, Turn } from './limiter.ts';
import type { Operation } from './operation.ts';
import type { Priority } from './quota-decision.ts';
import { getQuota } from './quota-table.ts';
import { readRefusal } from './refusal.ts';
import { refusedAnswerError } from './refused-answer.ts';
import { abortedError, nonsenseError, rateLimitedError, unknownOutcomeError } from './request-errors.ts';

/** What one attempt of a call needs from outside. */
export interface CallSetting {
  fetch: Fetch;
  clock: Clock;
  limiter: Limiter;
  /** `https://api.bondora.com`, without a slash at the end. */
  apiOrigin: string;
  /** A token that is good to use, as far as we know. Throws `not-linked`. */
  getToken: (signal: AbortSignal) => Promise<string>;
}

/** How a call is made. */
export interface CallManner {
  priority: Priority;
  when: 'now' | 'wait';
  signal: AbortSignal;
}

/** A request as it will be sent, whoever sends it. */
export interface WrittenRequest {
  address: string;
  body: string | undefined;
}

/** Writes the request of an operation before anything is spent on it. Throws `invalid-input`. */
export function writeRequest<Args, Result>(operation: Operation<Args, Result>, args: Args): WrittenRequest {
  operation.check?.(args);
  const entries = operation.query?.(args) ?? [];
  const query = new URLSearchParams(entries.map(([name, value]) => [name, value])).toString();
  const body = operation.body?.(args);
  return {
    address: operation.path(args) + (query === '' ? '' : `?${query}`),
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

/** An attempt's answer, its status 2xx and its content JSON, the body still to be read. */
export interface Accepted {
  reply: Reply;
  token: string;
}

/** Why an attempt got no answer that could be used; `token` is what it was sent with, for `unauthorized`. */
export interface Failed {
  error: AppError;
  token: string | undefined;
}

/**
 * Makes one attempt of a call: waits its turn, sends, and looks at the head of the answer. A failure is a value, so
 * that the caller can decide whether to try again.
 */
export async function attemptCall<Args, Result>(
  setting: CallSetting,
  operation: Operation<Args, Result>,
  request: WrittenRequest,
  { priority, when, signal }: CallManner,
): Promise<Accepted | Failed> {
  let token: string | undefined;
  try {
    // Found out before the wait; the token to be sent is fetched after it, lest it be stale by then.
    await setting.getToken(signal);
    const turn = await setting.limiter.takeTurn(operation.quota, { priority, when, signal });
    token = await getTokenOrGiveBack(setting, turn, signal);
    const reply = await send(setting, operation, request, { turn, token, signal });
    if (reply.status === 429) throw await refusedByQuota(setting, reply, turn);
    await turn.settle();
    if (reply.status < 200 || reply.status >= 300) {
      throw await refused(operation, reply, token);
    }
    if (!isJson(reply)) {
      await reply.body.cancel();
      throw unlessWrite(operation, nonsenseError('content type'));
    }
    return { reply, token };
  } catch (error) {
    return { error: asAppError(error), token };
  }
}

/** Reads and decodes the body of an accepted answer. Throws `nonsense`, `network`, `aborted`, or what the answer says. */
export async function readResult<Args, Result>(
  operation: Operation<Args, Result>,
  args: Args,
  { reply, token }: Accepted,
): Promise<Result> {
  const text = await readText(reply).catch((error: unknown) => {
    throw unlessWrite(operation, asAppError(error));
  });
  const envelope = parseEnvelope(text);
  if (envelope === undefined) throw unlessWrite(operation, nonsenseError('envelope'));
  if (!envelope.success) {
    throw refusalOf(operation, findStatus(envelope), envelope, token);
  }
  const result = operation.decode(envelope, args);
  if (result === undefined) throw unlessWrite(operation, nonsenseError('payload'));
  return result;
}

/** Any failure as the one error of this project. */
export function asAppError(error: unknown): AppError {
  return error instanceof AppError
    ? error
    : new AppError('internal', 'Something in Bondlens went wrong while asking Bondora.', {
        data: { reason: (error as Error | null)?.name ?? 'unknown' },
      });
}

async function getTokenOrGiveBack(setting: CallSetting, turn: Turn, signal: AbortSignal): Promise<string> {
  try {
    const token = await setting.getToken(signal);
    if (signal.aborted) throw abortedError(signal);
    return token;
  } catch (error) {
    await turn.giveBack();
    throw error;
  }
}

async function send<Args, Result>(
  { fetch, clock, apiOrigin }: CallSetting,
  operation: Operation<Args, Result>,
  request: WrittenRequest,
  { turn, token, signal }: { turn: Turn; token: string; signal: AbortSignal },
): Promise<Reply> {
  const { address, body } = request;
  try {
    return await exchange(fetch, clock, {
      url: apiOrigin + address,
      method: operation.method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
      headLimitMs: getQuota(operation.quota).headLimitMs,
      signal,
    });
  } catch (error) {
    await turn.settleLost();
    throw unlessWrite(operation, asAppError(error));
  }
}

async function refusedByQuota({ clock }: CallSetting, reply: Reply, turn: Turn): Promise<AppError> {
  const envelope = parseEnvelope(await readTextIfAny(reply));
  const texts = envelope?.errors.flatMap(({ Message, Details }) => [Message ?? '', Details ?? '']) ?? [];
  const refusal = readRefusal(reply.headers.get('retry-after'), texts, clock.now());
  return rateLimitedError(await turn.settleRefused(refusal));
}

async function refused<Args, Result>(
  operation: Operation<Args, Result>,
  reply: Reply,
  token: string,
): Promise<AppError> {
  const { status } = reply;
  // 0 is a redirect that the browser did not follow.
  const isRedirect = status === 0 || (status >= 300 && status < 400);
  const text = await readTextIfAny(reply);
  if (isRedirect) return unlessWrite(operation, nonsenseError('redirect'));
  return refusalOf(operation, status, parseEnvelope(text), token);
}

function refusalOf<Args, Result>(
  operation: Operation<Args, Result>,
  status: number,
  envelope: Envelope | undefined,
  token: string,
): AppError {
  const error = refusedAnswerError(status, envelope, { scope: operation.scope, secrets: [token] });
  // A failing server, or one that gave up waiting, may have done the work all the same.
  return status >= 500 || status === 408 ? unlessWrite(operation, error) : error;
}

// The status says it all; a body that breaks off adds nothing and takes nothing away.
async function readTextIfAny(reply: Reply): Promise<string> {
  return readText(reply).catch(() => '');
}

function unlessWrite<Args, Result>(operation: Operation<Args, Result>, error: AppError): AppError {
  return operation.kind === 'write' ? unknownOutcomeError(error.code) : error;
}

function isJson(reply: Reply): boolean {
  return /[/+]json\b/i.test(reply.headers.get('content-type') ?? '');
}

function findStatus({ errors }: Envelope): number {
  const code = errors[0]?.Code ?? 0;
  return code >= 400 && code < 600 ? code : 400;
}
