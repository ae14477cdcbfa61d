import type { Listing } from '../world/listing.ts';
import type { World } from '../world/world.ts';
import { createSecondMarketItem } from './second-market-item.ts';

/** Bytes of JSON that are made at a time. */
const chunkSize = 256 * 1024;

/**
 * The envelope of a market page as a body that is made while it is read: never more than a chunk of it is held.
 * The page is cut out of what was
 * found now; how its listings stand is taken when each is written.
 */
export function streamMarketPage(
  world: World,
  found: readonly Listing[],
  { pageSize, pageNr }: { pageSize: number; pageNr: number },
): Response {
  const page = found.slice((pageNr - 1) * pageSize, pageNr * pageSize);
  let next = 0;
  const head = `{\n  "PageSize": ${pageSize},\n  "PageNr": ${pageNr},\n  "TotalCount": ${found.length},\n  "Count": ${page.length},\n  "Payload": [`;
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
        // All our texts are ASCII.
        controller.enqueue(Buffer.from(isLast ? text + tail : text, 'latin1'));
        if (isLast) controller.close();
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(body, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' },
  });
}

/** Fields that are sums of money: .NET writes decimals with all their digits, `1.0000000000`. */
const sums = new Set([
  'Amount',
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
]);

/** What stands before each value, by name. */
const heads = new Map<string, string>();

/** An item as .NET writes it, indented below `Payload`. None of our texts needs escaping. */
function writeItem(world: World, listing: Listing): string {
  const item: Record<string, string | number | null> = createSecondMarketItem(world, listing);
  let text = '    {';
  for (const name in item) {
    const value = item[name] ?? null;
    let head = heads.get(name);
    if (head === undefined) {
      head = `${heads.size === 0 ? '' : ','}\n      "${name}": `;
      heads.set(name, head);
    }
    text += head;
    if (typeof value === 'string') text += `"${value}"`;
    else if (typeof value === 'number' && sums.has(name)) text += writeSum(value);
    else text += value;
  }
  return `${text}\n    }`;
}

const zeros = '0000000000';

function writeSum(euros: number): string {
  if (Number.isInteger(euros)) return `${euros}.${zeros}`;
  const text = String(euros);
  const point = text.indexOf('.');
  return text.includes('e') ? euros.toFixed(10) : text + zeros.slice(text.length - point - 1);
}
