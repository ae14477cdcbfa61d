import { shortenInvestmentNumber } from './investment-number.ts';
import { createItemReader, type ItemReader } from './item-reader.ts';
import { createItemValues, type ItemField } from './item-values.ts';
import { createRowsBuilder } from './rows-builder.ts';
import { chunkRows, type PackedRows } from './table.ts';

/** What a pull, or a page of one, brought. */
export interface Arrivals {
  /** In the order of arrival; all full but the last. */
  chunks: readonly PackedRows[];
  received: number;
  withoutId: number;
  problems: Readonly<Record<string, number>>;
}

export interface ArrivalsBuilder {
  /** Reads an item out of the bytes of the answer and adds it. */
  readItem: ItemReader;
  /** Adds items that were parsed. */
  add(items: readonly unknown[]): void;
  received(): number;
  finish(): Arrivals;
}

/** Turns items into packed columns as they come. @param key the column without which a row cannot be kept */
export function createArrivalsBuilder(fields: readonly ItemField[], key: string): ArrivalsBuilder {
  const builder = createRowsBuilder(fields.map(({ name }) => name));
  const place = (name: string): number => fields.findIndex((field) => field.name === name);
  const keyAt = place(key);
  const [numberAt, loanAt, bidAt] = [
    place('investmentNumber'),
    place('auctionNumber'),
    place('auctionBidNumber'),
  ];
  const chunks: PackedRows[] = [];
  const problems = new Map<string, number>();
  let received = 0;
  let withoutId = 0;

  const note = (path: string): void => void problems.set(path, (problems.get(path) ?? 0) + 1);

  const addRow = (): void => {
    const { values, guidAt, bytes } = item;
    received += 1;
    for (const at of item.problems) note(fields[at]?.key ?? '');
    if ((values[keyAt] ?? null) === null && (guidAt[keyAt] ?? -1) < 0) {
      withoutId += 1;
      return;
    }
    if (numberAt >= 0) {
      values[numberAt] = shortenInvestmentNumber(
        values[numberAt] ?? null,
        values[loanAt] ?? null,
        values[bidAt] ?? null,
      );
    }
    for (let at = 0; at < values.length; at += 1) {
      const guid = guidAt[at] ?? -1;
      if (guid >= 0) builder.setGuid(at, bytes, guid);
      else builder.set(at, values[at] ?? null);
    }
    builder.next();
    if (builder.rows === chunkRows) chunks.push(builder.take());
  };
  const item = createItemValues(fields, addRow);

  return {
    readItem: createItemReader(new Map(fields.map((field, at) => [field.key, at])), item),
    add(items) {
      for (const given of items) {
        if (typeof given !== 'object' || given === null || Array.isArray(given)) {
          received += 1;
          note('Payload');
          withoutId += 1;
          continue;
        }
        item.read(given as Record<string, unknown>);
        addRow();
      }
    },
    received: () => received,
    finish() {
      if (builder.rows > 0) chunks.push(builder.take());
      return { chunks, received, withoutId, problems: Object.fromEntries(problems) };
    },
  };
}
