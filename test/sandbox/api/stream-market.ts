import type { Listing } from '../world/listing.ts';
import type { World } from '../world/world.ts';
import { createSecondMarketItem } from './second-market-item.ts';

/** Bytes of JSON that are made at a time. */
const chunkSize = 256 * 1024;

/**
 * The envelope of a market page as a body that is made while it is read: never more than a chunk of it is held.
 * The listings are the page's; how they stand is taken when each is written.
 */
export function streamMarketPage(
  world: World,
  page: readonly Listing[],
  numbers: { pageSize: number; pageNr: number; totalCount: number },
): Response {
  const encoder = new TextEncoder();
  let next = 0;
  const head = `{\n  "PageSize": ${numbers.pageSize},\n  "PageNr": ${numbers.pageNr},\n  "TotalCount": ${numbers.totalCount},\n  "Count": ${page.length},\n  "Payload": [`;
  const tail = `${page.length > 0 ? '\n  ' : ''}],\n  "Success": true,\n  "Errors": null\n}`;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        let text = next === 0 ? head : '';
        while (next < page.length && text.length < chunkSize) {
          const listing = page[next];
          if (listing) text += `${next === 0 ? '\n' : ',\n'}${writeItem(world, listing)}`;
          next++;
        }
        const isLast = next >= page.length;
        controller.enqueue(encoder.encode(isLast ? text + tail : text));
        if (isLast) controller.close();
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(body, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' },
  });
}

/** Fields that are doubles in the API: .NET writes whole ones as `1.0`. */
const doubles = new Set([
  'Amount',
  'CreditScore',
  'Interest',
  'NextPaymentSum',
  'PrincipalRepaid',
  'InterestRepaid',
  'LateAmountPaid',
  'PrincipalRemaining',
  'PrincipalLateAmount',
  'InterestLateAmount',
  'PenaltyLateAmount',
  'LateAmountTotal',
  'PrincipalWriteOffAmount',
  'InterestWriteOffAmount',
  'PenaltyWriteOffAmount',
  'DebtServicingCostMainAmount',
  'DebtServicingCostInterestAmount',
  'DebtServicingCostPenaltyAmount',
  'Price',
  'Fee',
  'TotalCost',
  'OutstandingPayments',
  'DesiredDiscountRate',
  'Xirr',
]);

/** An item as .NET writes it, indented below `Payload`. None of our texts needs escaping. */
function writeItem(world: World, listing: Listing): string {
  let text = '';
  for (const [name, value] of Object.entries(createSecondMarketItem(world, listing))) {
    const written =
      typeof value === 'string'
        ? `"${value}"`
        : typeof value === 'number' && Number.isInteger(value) && doubles.has(name)
          ? `${value}.0`
          : String(value);
    text += `${text === '' ? '    {\n' : ',\n'}      "${name}": ${written}`;
  }
  return `${text}\n    }`;
}
