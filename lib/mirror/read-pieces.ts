import { AppError } from '#lib/base/app-error.ts';

/** Larger pieces than the network's cost less for each item. */
export const pieceBytes = 256 * 1024;

/**
 * The bytes of a body in pieces of 256 KiB, the last one shorter. All pieces are in the same memory: each stands only until
 * the next is asked for. So hundreds of megabytes leave nothing behind to be cleared away.
 * Throws `aborted`, `network`, and an `AppError` that the body itself throws.
 */
export async function* readPieces(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const source = openSource(body);
  // A body that stands still must end too.
  const stop = (): void => void source.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    let isDone = false;
    while (!isDone) {
      signal.throwIfAborted();
      isDone = await source.fill();
      signal.throwIfAborted();
      const piece = source.take();
      if (piece.length > 0) yield piece;
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

interface Source {
  /** Reads until a piece is full or the body at its end; tells whether it is. */
  fill(): Promise<boolean>;
  /** What was read. */
  take(): Uint8Array;
  cancel(): Promise<void>;
}

function openSource(body: ReadableStream<Uint8Array>): Source {
  try {
    return openByteSource(body.getReader({ mode: 'byob' }));
  } catch {
    // Not every stream of bytes can be read into memory of one's own.
    return openChunkSource(body.getReader());
  }
}

function openByteSource(reader: ReadableStreamBYOBReader): Source {
  let buffer = new ArrayBuffer(pieceBytes);
  let filled = 0;
  return {
    async fill() {
      filled = 0;
      while (filled < pieceBytes) {
        const { done, value } = await reader.read(new Uint8Array(buffer, filled, pieceBytes - filled));
        // The memory was handed over and comes back; from a body that was cancelled it does not.
        if (value === undefined) return true;
        buffer = value.buffer;
        filled += value.byteLength;
        if (done) return true;
      }
      return false;
    },
    take: () => new Uint8Array(buffer, 0, filled),
    cancel: () => reader.cancel(),
  };
}

function openChunkSource(reader: ReadableStreamDefaultReader<Uint8Array>): Source {
  let buffer = new Uint8Array(pieceBytes);
  let filled = 0;
  return {
    async fill() {
      filled = 0;
      while (filled < pieceBytes) {
        const { done, value } = await reader.read();
        if (done) return true;
        const size = filled + value.length;
        if (size > buffer.length) {
          const larger = new Uint8Array(size * 2);
          larger.set(buffer.subarray(0, filled));
          buffer = larger;
        }
        buffer.set(value, filled);
        filled = size;
      }
      return false;
    },
    take: () => buffer.subarray(0, filled),
    cancel: () => reader.cancel(),
  };
}
