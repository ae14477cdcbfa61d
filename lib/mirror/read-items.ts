import { AppError } from '#lib/base/app-error.ts';
import type { ItemReader } from './item-reader.ts';
import { createItemSplitter } from './split-items.ts';

/**
 * Reads one page of a list of the API as it arrives and hands on its items in batches.
 * @param onItems may be called often; `total` is `TotalCount`, null while it is not known
 * @param readItem reads items out of the bytes; those that it cannot read are handed on
 * @returns the answer's `TotalCount`
 * Throws `nonsense` when the answer is cut off, is an error or no list; `aborted`; `network` or what the body throws.
 */
export async function readItems(
  body: ReadableStream<Uint8Array>,
  onItems: (items: readonly unknown[], total: number | null) => void,
  signal: AbortSignal,
  readItem?: ItemReader,
): Promise<number | null> {
  const splitter = createItemSplitter(readItem);
  // Larger pieces than the network's cost less for each item.
  let waiting: Uint8Array[] = [];
  let size = 0;
  const push = (): void => {
    const items = splitter.push(joinAll(waiting, size));
    waiting = [];
    size = 0;
    onItems(items ?? [], splitter.total());
  };
  for await (const bytes of readStream(body, signal)) {
    waiting.push(bytes);
    size += bytes.length;
    if (size >= batchBytes) push();
  }
  if (size > 0) push();
  const envelope = splitter.finish();
  if (envelope['Success'] !== true) {
    throw new AppError('nonsense', 'Bondora answered with an error. Nothing was changed.');
  }
  return splitter.total();
}

const batchBytes = 256 * 1024;

function joinAll(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const joined = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

async function* readStream(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  // A body that stands still must end too.
  const stop = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) return;
      yield value;
    }
  } catch (cause) {
    if (signal.aborted) throw new AppError('aborted', 'The pull was stopped.', { cause });
    if (cause instanceof AppError) throw cause;
    throw new AppError('network', 'The connection to Bondora broke off in the middle of an answer.', {
      cause,
    });
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}
