import { describe, expect, it } from 'vitest';
import { pieceBytes, readPieces } from '#lib/mirror/read-pieces.ts';

const bytes = Uint8Array.from({ length: pieceBytes * 2 + 1000 }, (_, n) => n % 251);

/** The bytes in chunks of so many; as browsers' `fetch` gives them (`bytes`), or as any other stream. */
function streamOf(
  type: 'bytes' | undefined,
  size: number,
  end?: () => Promise<void>,
): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    ...(type === undefined ? {} : { type }),
    async pull(controller: ReadableByteStreamController | ReadableStreamDefaultController<Uint8Array>) {
      if (at < bytes.length) {
        controller.enqueue(bytes.slice(at, at + size) as never);
        at += size;
        return;
      }
      await end?.();
      controller.close();
      if ('byobRequest' in controller) controller.byobRequest?.respond(0);
    },
  } as unknown as UnderlyingDefaultSource<Uint8Array>);
}

async function readAll(
  body: ReadableStream<Uint8Array>,
  signal = new AbortController().signal,
): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of readPieces(body, signal)) pieces.push(piece.slice());
  return pieces;
}

describe.each(['bytes', undefined] as const)('a body of type %s', (type) => {
  it.each([1000, 65_536, pieceBytes * 3])(
    'is read in pieces whatever comes at a time: %s bytes',
    async (size) => {
      const pieces = await readAll(streamOf(type, size));
      expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
      expect(pieces.length).toBeLessThanOrEqual(3);
    },
  );

  it('that stands still ends when the reading is stopped', async () => {
    const stop = new AbortController();
    const still = streamOf(type, 65_536, () => {
      stop.abort();
      return new Promise(() => undefined);
    });
    await expect(readAll(still, stop.signal)).rejects.toMatchObject({ code: 'aborted' });
  });

  it('that breaks off is told as such', async () => {
    const broken = streamOf(type, 65_536, () => Promise.reject(new TypeError('connection reset')));
    await expect(readAll(broken)).rejects.toMatchObject({ code: 'network' });
  });
});
