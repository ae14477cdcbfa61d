import { AppError } from '#lib/base/app-error.ts';
import type { ItemReader } from './item-reader.ts';
import { readPieces } from './read-pieces.ts';
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
  for await (const piece of readPieces(body, signal)) {
    onItems(splitter.push(piece) ?? [], splitter.total());
  }
  const envelope = splitter.finish();
  if (envelope['Success'] !== true) {
    throw new AppError('nonsense', 'Bondora answered with an error. Nothing was changed.');
  }
  return splitter.total();
}
