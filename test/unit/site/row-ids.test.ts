import { describe, expect, it } from 'vitest';
import type { RowIds } from '#lib/loan/ids.ts';
import type { PageKind } from '#lib/site/page-reading.ts';
import { readRowIds } from '#lib/site/row-ids.ts';
import { parsePage, pick } from './parse-page.ts';

const [a, b] = ['6f9619ff-8b86-d011-b42d-00cf4fc964ff', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'];

function idsOf(row: string, kind: PageKind = 'secondary-market', texts: string[] = []): RowIds {
  return readRowIds(pick(parsePage(`<table>${row}</table>`), 'tr'), texts, kind);
}

describe('readRowIds', () => {
  it.each([
    [`<tr data-id="${a}"><td></td></tr>`, { listingId: a }],
    [`<tr data-item-id="${a.toUpperCase()}"><td></td></tr>`, { listingId: a }],
    [`<tr><td><input type="checkbox" value="${a}"></td></tr>`, { listingId: a }],
    [`<tr><td><button value="${a}">Buy</button></td></tr>`, { listingId: a }],
    [`<tr><td><a href="/en/Auction/Show/${a}">x</a></td></tr>`, { auctionId: a }],
    [`<tr><td><a href="https://www.bondora.com/auction/${a}?x=1">x</a></td></tr>`, { auctionId: a }],
    [`<tr><td><a href="/en/loanpart/${a}">x</a></td></tr>`, { loanPartId: a }],
    [`<tr><td><a href="/en/x?loanPartId=${a}">x</a></td></tr>`, { loanPartId: a }],
    [`<tr data-loan-part-id="${a}" data-loan-id="${b}"><td></td></tr>`, { loanPartId: a, loanId: b }],
    [`<tr><td><input type="hidden" name="Item.AuctionId" value="${a}"></td></tr>`, { auctionId: a }],
    [`<tr id="row-${a}"><td></td></tr>`, { guids: [a] }],
    [`<tr><td><a href="#detail-${a}">x</a></td></tr>`, { guids: [a] }],
    [`<tr><td><a href="/en/secondmarket/details/${a}">x</a></td></tr>`, { guids: [a] }],
    [`<tr><td data-toggle="${a}" data-other="${b}"></td></tr>`, { guids: [a, b] }],
    ['<tr data-loan-number="1234567"><td></td></tr>', { auctionNumber: 1234567 }],
    [
      '<tr><td><a href="?n=1234567-11223344">x</a></td></tr>',
      { auctionNumber: 1234567, auctionBidNumber: 11223344 },
    ],
    [`<tr><td><a href="/auction/show/${a}">1234567</a></td></tr>`, { auctionId: a, auctionNumber: 1234567 }],
    ['<tr data-id="00000000-0000-0000-0000-000000000000"><td></td></tr>', {}],
    ['<tr data-id="12345"><td></td></tr>', {}],
  ] as const)('reads %s', (row, ids) => {
    expect(idsOf(row)).toEqual(ids);
  });

  it('does not know the role of a row id elsewhere than on the market', () => {
    expect(idsOf(`<tr data-id="${a}"><td><button value="${b}"></button></td></tr>`, 'investments')).toEqual({
      guids: [a, b],
    });
    expect(idsOf(`<tr data-auction-id="${a}"><td></td></tr>`, 'investments')).toEqual({ auctionId: a });
  });

  it('takes a row id that a link shows to be an auction for the auction', () => {
    expect(idsOf(`<tr data-id="${a}"><td><a href="/auction/show/${a}">x</a></td></tr>`)).toEqual({
      auctionId: a,
    });
  });

  it('leaves the role open where two ids claim it', () => {
    expect(idsOf(`<tr data-id="${a}"><td><button value="${b}"></button></td></tr>`)).toEqual({
      guids: [a, b],
    });
  });

  it('reads ids from texts, but no numbers out of a GUID', () => {
    expect(idsOf('<tr></tr>', 'secondary-market', [`x ${a}`, '1234567-11223344'])).toEqual({
      guids: [a],
      auctionNumber: 1234567,
      auctionBidNumber: 11223344,
    });
    expect(idsOf('<tr></tr>', 'secondary-market', ['12345678-1234-1234-1234-123456789012'])).toEqual({
      guids: ['12345678-1234-1234-1234-123456789012'],
    });
    expect(idsOf('<tr></tr>', 'secondary-market', ['2026-11-22', '2016-2021'])).toEqual({});
  });

  it('knows no number where two are said', () => {
    expect(idsOf('<tr data-loan-number="1"></tr>', 'secondary-market', ['1234567-11223344'])).toEqual({});
    expect(idsOf('<tr></tr>', 'secondary-market', ['1234567-11223344', '1234567-55667788'])).toEqual({});
  });

  it('passes over what is ours', () => {
    expect(idsOf(`<tr><td data-bondlens-column="x"><a href="/auction/show/${a}">1</a></td></tr>`)).toEqual(
      {},
    );
  });
});
