import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIndexBuilder, findRows } from '#lib/mirror/market-index.ts';

describe('createIndexBuilder', () => {
  it('finds every row by each of its ids, and only rows whose key is the same', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ listingId: fc.uuid(), auctionNumber: fc.option(fc.nat({ max: 50 }), { nil: null }) }),
        ),
        (records) => {
          const builder = createIndexBuilder();
          builder.add(records.slice(0, 3));
          builder.add(records.slice(3));
          const { listingId, auctionNumber } = builder.finish();
          records.forEach((record, row) => {
            expect(findRows(listingId, record.listingId)).toContain(row);
            if (record.auctionNumber === null) return;
            const same = records.flatMap((other, i) =>
              (other.auctionNumber ?? 0) === record.auctionNumber ? [i] : [],
            );
            expect(findRows(auctionNumber, record.auctionNumber)).toEqual(same);
          });
        },
      ),
    );
  });

  it('finds nothing for an id that is not there', () => {
    expect(findRows(createIndexBuilder().finish().auctionNumber, 7)).toEqual([]);
  });
});
