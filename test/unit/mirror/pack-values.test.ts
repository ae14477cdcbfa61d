import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldValue } from '#lib/loan/field.ts';
import { createRowsBuilder } from '#lib/mirror/rows-builder.ts';
import { createGuidReader } from '#lib/mirror/guid-columns.ts';
import { packValues } from '#lib/mirror/pack-values.ts';
import { countPacked, createPackedReader, measureAll } from '#lib/mirror/read-packed.ts';
import { chunkRows, type PackedColumn } from '#lib/mirror/table.ts';

const orUnknown = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const cents = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 100);
const shares = fc.integer({ min: 0, max: 50_000 }).map((value) => value / 10_000);
const days = fc.integer({ min: 15_000, max: 21_000 });
const any: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.double({ noNaN: true }),
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.constantFrom(-0, 0, 1, '1', 'null', '', 1e308, Number.MIN_VALUE, Number.NEGATIVE_INFINITY, 2 ** 53),
  fc.array(fc.string()),
);
const column: fc.Arbitrary<FieldValue[]> = fc.oneof(
  ...[cents, shares, days, fc.double({ noNaN: true }), fc.constantFrom('EE', 'FI'), any].map((value) =>
    fc.array(orUnknown(value as fc.Arbitrary<FieldValue>), { maxLength: 400 }),
  ),
);

const unpack = (packed: PackedColumn): FieldValue[] =>
  Array.from({ length: countPacked(packed) }, (_, row) => createPackedReader(packed)(row));

describe('packValues', () => {
  it('gives every value back as it was', () => {
    fc.assert(
      fc.property(column, (values) => {
        const packed = packValues(values);
        const back = unpack(structuredClone(packed));
        expect(back).toHaveLength(values.length);
        values.forEach((value, row) => expect(back[row]).toStrictEqual(value));
      }),
      { numRuns: 300 },
    );
  });

  it('takes what is no number for unknown', () => {
    expect(unpack(packValues([Number.NaN, 1, 2]))).toEqual([null, 1, 2]);
    expect(unpack(packValues([Number.NaN, 'x']))).toEqual([null, 'x']);
  });

  it.each([
    ['the same in every row', () => 7, 40],
    ['cents up to a few euros', (row: number) => (row % 250) / 100, chunkRows + 20],
    ['cents up to some hundred euros', (row: number) => ((row * 7919) % 60_000) / 100, 2 * chunkRows + 20],
    ['a few large odd numbers', (row: number) => Math.PI * (row % 5), chunkRows + 60],
    ['sums with ten decimals', (row: number) => (row * 7919.1234567) % 100, 8 * chunkRows],
  ])('packs a column that is %s as small as it goes', (_, value, bytes) => {
    const packed = packValues(Array.from({ length: chunkRows }, (__, row) => value(row)));
    expect(measureAll([packed])).toBeLessThanOrEqual(bytes);
  });
});

describe('createRowsBuilder', () => {
  it('gives rows back as they were set, GUIDs in two halves', () => {
    const row = fc.record(
      { id: orUnknown(fc.uuid()), price: orUnknown(cents), mixed: orUnknown(any) },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.array(row, { maxLength: 5 }), (rows, more) => {
        const builder = createRowsBuilder(['listingId', 'price', 'mixed']);
        // What was taken leaves nothing behind.
        for (const batch of [rows, more]) {
          for (const { id, price, mixed } of batch) {
            [id, price, mixed].forEach((value, place) => builder.set(place, value));
            builder.next();
          }
          const packed = builder.take();
          const none: PackedColumn = { type: 'one', rows: 0, value: null };
          const of = (name: string): PackedColumn => packed.get(name) ?? none;
          const readId = createGuidReader(of('listingId#head'), of('listingId#tail'));
          const back = batch.map((_, at) => ({
            id: readId(at),
            price: createPackedReader(of('price'))(at),
            mixed: createPackedReader(of('mixed'))(at),
          }));
          expect(back).toStrictEqual(batch);
        }
      }),
    );
  });

  it('takes a text that is no GUID for unknown', () => {
    const builder = createRowsBuilder(['listingId']);
    for (const text of ['zzzzzzzz-0000-4000-8000-000000000000', '12345678', '']) {
      builder.set(0, text);
      builder.next();
    }
    const packed = builder.take();
    expect([...packed.values()].map(({ type }) => type)).toEqual(['one', 'one']);
  });
});
