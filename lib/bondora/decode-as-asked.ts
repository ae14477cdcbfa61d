import type { Envelope } from './envelope.ts';
import type { Answer } from './operation.ts';
import { sparseListReader, type PartReader } from './record-reader.ts';

/**
 * Decodes a batch that is answered one to one: the result stands in the order asked, with null for what was not found.
 * If the answer does not keep the order, its items are put in place by their own ids; nothing is taken for another thing.
 * @param idOf the id by which an item was asked for
 */
export function decodeAsAsked<Item>(
  read: PartReader<Item>,
  idOf: (item: Item) => string | null,
): (envelope: Envelope, args: { ids: readonly string[] }) => Answer<(Item | null)[]> | undefined {
  const readList = sparseListReader(read);
  return ({ payload }, { ids }) => {
    const problems: string[] = [];
    const items = readList(payload, problems, 'Payload');
    if (items === undefined) return undefined;
    const byId = new Map(items.flatMap((item) => (item === null ? [] : [[idOf(item), item] as const])));
    return { value: ids.map((id) => byId.get(id) ?? null), problems };
  };
}
