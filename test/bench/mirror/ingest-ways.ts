import { createArrivalsBuilder, type Arrivals } from '#lib/mirror/arrivals.ts';
import { readItems } from '#lib/mirror/read-items.ts';
import { measureAll } from '#lib/mirror/read-packed.ts';
import { itemFields } from '#lib/bondora/item-fields.ts';

/** What came of the market's body. */
export interface Ingested {
  rows: number;
  /** Bytes of the packed columns. */
  packed: number;
}

/** Called wherever much may be held, so that the peak can be found. */
export type Look = () => void;

/** Takes the body of a market's answer to the columns of the mirror; each way gives the same. */
export type IngestWay = (answer: Response, look: Look) => Promise<Ingested>;

/** The least there is: the bytes arrive, and nothing is made of them. */
const readOnly: IngestWay = async (answer, look) => {
  let bytes = 0;
  for await (const chunk of readBody(answer, look)) bytes += chunk.byteLength;
  return { rows: 0, packed: bytes };
};

/** What anybody would write: the body as a whole, parsed as a whole, then the same columns by the same builder. */
const whole: IngestWay = async (answer, look) => {
  const text = await answer.text();
  look();
  const { Payload: items } = JSON.parse(text) as { Payload: unknown[] };
  look();
  const builder = createArrivalsBuilder(itemFields.listSecondaryMarket, 'listingId');
  builder.add(items);
  const arrivals = builder.finish();
  look();
  return describe(arrivals);
};

/** What the mirror does: split at item borders while the body arrives. */
const inPieces: IngestWay = async (answer, look) => {
  const builder = createArrivalsBuilder(itemFields.listSecondaryMarket, 'listingId');
  const add = (items: readonly unknown[]): void => {
    look();
    builder.add(items);
    look();
  };
  await readItems(answer.body ?? new Blob().stream(), add, new AbortController().signal, builder.readItem);
  return describe(builder.finish());
};

export const ingestWays = { readOnly, whole, inPieces } as const;
export type IngestWayName = keyof typeof ingestWays;

async function* readBody(answer: Response, look: Look): AsyncGenerator<Uint8Array> {
  const reader = answer.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || value === undefined) return;
    yield value;
    look();
  }
}

function describe({ chunks, received }: Arrivals): Ingested {
  return { rows: received, packed: measureAll(chunks.flatMap((chunk) => [...chunk.values()])) };
}
