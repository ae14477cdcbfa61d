/** Every way in which a part of Bondlens can fail, for callers to switch on. */
export type ErrorCode =
  /** No answer came: offline, refused connection, reset in the middle, time limit. */
  | 'network'
  /** The server answered 5xx. */
  | 'server'
  /** An answer came but is not what the API documents: HTML, cut-off JSON, another shape. */
  | 'nonsense'
  /** 429, or our own limiter knows that no call is free. data: `{ freeAt: number }` (epoch ms). */
  | 'rate-limited'
  /** 401: the token is missing, expired or withdrawn. */
  | 'unauthorized'
  /** 403: the token lacks a permission. data: `{ scope?: string }`. */
  | 'forbidden'
  | 'not-found'
  /** 409: the object's state does not allow it. data: `{ blockingId?: string }`. */
  | 'conflict'
  /** 400: the server did not accept the request. */
  | 'bad-request'
  /** The user refused on the consent page, or closed it. */
  | 'sign-in-refused'
  /** The state that came back from the consent page is not the one that was sent. */
  | 'sign-in-state'
  /** Application id, secret, code or refresh token were not accepted. */
  | 'wrong-credentials'
  /** No account is linked, but the request needs one. */
  | 'not-linked'
  /** A write was sent and its answer lost: it may or may not have been carried out. */
  | 'unknown-outcome'
  /** The browser's storage failed. */
  | 'storage'
  /** The disk or the quota of the browser is full. */
  | 'disk-full'
  /** A note was changed elsewhere since it was read. data: `{ current }`. */
  | 'revision-conflict'
  /** A value from a person or another context is not acceptable. */
  | 'invalid-input'
  /** The sender may not ask this. */
  | 'not-allowed'
  /** The caller's signal was aborted. */
  | 'aborted'
  /** The extension was updated or removed under this page. */
  | 'context-lost'
  /** A fault of ours. */
  | 'internal';

export interface AppErrorOptions {
  cause?: unknown;
  data?: Record<string, unknown>;
}

/** The one error of this project: a code to switch on, a sentence for a person, a cause, data. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly data: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.data = options.data ?? {};
  }
}
