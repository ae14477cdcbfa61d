import type { FieldValue } from '#lib/loan/field.ts';
import { shortenInvestmentNumber } from './investment-number.ts';
import { createRowsBuilder } from './rows-builder.ts';
import { chunkRows, type PackedRows } from './table.ts';

/** Where a value stands in an item of the API's answer, and how it is read. */
export interface ItemField {
  /** The column that it goes to. */
  name: string;
  /** The API's key. */
  key: string;
  /** The machine value, null for "not set", undefined for what is not understood. */
  read(raw: {}): FieldValue | undefined;
}

/** What a pull, or a page of one, brought. */
export interface Arrivals {
  /** In the order of arrival; all full but the last. */
  chunks: readonly PackedRows[];
  received: number;
  withoutId: number;
  problems: Readonly<Record<string, number>>;
}

export interface ArrivalsBuilder {
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
  const values: FieldValue[] = fields.map(() => null);
  const chunks: PackedRows[] = [];
  const problems = new Map<string, number>();
  let received = 0;
  let withoutId = 0;

  const note = (path: string): void => void problems.set(path, (problems.get(path) ?? 0) + 1);

  const read = (item: Record<string, unknown>): void => {
    for (let at = 0; at < fields.length; at += 1) {
      const field = fields[at];
      const raw = field && item[field.key];
      values[at] = null;
      if (field === undefined || raw === null || raw === undefined) continue;
      const value = field.read(raw);
      if (value === undefined) note(field.key);
      else values[at] = value;
    }
  };

  return {
    add(items) {
      received += items.length;
      for (const item of items) {
        if (typeof item !== 'object' || item === null || Array.isArray(item)) {
          note('Payload');
          withoutId += 1;
          continue;
        }
        read(item as Record<string, unknown>);
        if ((values[keyAt] ?? null) === null) {
          withoutId += 1;
          continue;
        }
        if (numberAt >= 0) {
          values[numberAt] = shortenInvestmentNumber(
            values[numberAt] ?? null,
            values[loanAt] ?? null,
            values[bidAt] ?? null,
          );
        }
        for (let at = 0; at < values.length; at += 1) builder.set(at, values[at] ?? null);
        builder.next();
        if (builder.rows === chunkRows) chunks.push(builder.take());
      }
    },
    received: () => received,
    finish() {
      if (builder.rows > 0) chunks.push(builder.take());
      return { chunks, received, withoutId, problems: Object.fromEntries(problems) };
    },
  };
}
