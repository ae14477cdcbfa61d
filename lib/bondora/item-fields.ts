import type { FieldValue } from '#lib/loan/field.ts';
import { auctionFields } from './auction.ts';
import { bidFields } from './bids.ts';
import { investmentFields } from './investment.ts';
import { readDayBytes } from './read-day-bytes.ts';
import type { FieldEntry } from './record-reader.ts';
import { secondMarketFields } from './second-market-item.ts';
import { day, type ValueReader } from './value-readers.ts';

/** One value of an item: its name with us, its key in the API's object, and how it is read. */
export interface ItemField {
  name: string;
  key: string;
  read: ValueReader<FieldValue>;
  /** The same for the bytes of a text in ASCII; undefined leaves it to `read`. */
  readBytes?(bytes: Uint8Array, from: number, to: number): FieldValue | undefined;
}

/** The single values of the items of each list that is read as a stream, for callers that turn them into columns. */
export const itemFields = {
  listSecondaryMarket: listValues(secondMarketFields),
  listAuctions: listValues(auctionFields),
  listInvestments: listValues(investmentFields),
  listBids: listValues(bidFields),
} as const satisfies Record<string, readonly ItemField[]>;

// Objects and lists within an item are no single values.
function listValues(table: Readonly<Record<string, FieldEntry<unknown>>>): readonly ItemField[] {
  return Object.entries(table).flatMap(([name, entry]) =>
    'value' in entry
      ? [
          {
            name,
            key: entry.key,
            read: entry.value as ValueReader<FieldValue>,
            ...(entry.value === day && { readBytes: readDayBytes }),
          },
        ]
      : [],
  );
}
