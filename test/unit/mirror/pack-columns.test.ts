import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { packRecords, unpackRecord } from '#lib/mirror/pack-columns.ts';

const guid = fc.uuid().map((text) => text.toLowerCase());
const unknownOr = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const record: fc.Arbitrary<LoanRecord> = fc.record({
  listingId: guid,
  loanPartId: unknownOr(guid),
  auctionNumber: unknownOr(fc.nat()),
  country: unknownOr(fc.constantFrom('EE', 'FI', 'ES', 'NL')),
  rating: unknownOr(fc.constantFrom('AA', 'C', 'HR')),
  price: unknownOr(fc.double({ noNaN: true })),
  loanStatusCode: unknownOr(fc.constantFrom(2, 5, 100, -1)),
  userName: unknownOr(fc.string()),
});

describe('packRecords', () => {
  it('gives every record back as it was', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 30 }), (records) => {
        const chunk = packRecords(records);
        expect(records.map((_, row) => unpackRecord(chunk, row))).toEqual(records);
      }),
    );
  });

  it('keeps no column that no record has', () => {
    expect(Object.keys(packRecords([{ price: 1 }, { price: null, fee: 0 }]).columns)).toEqual([
      'price',
      'fee',
    ]);
  });
});
