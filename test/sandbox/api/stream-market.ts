import type { Listing } from '../world/listing.ts';
import type { World } from '../world/world.ts';
import { createSecondMarketItem } from './second-market-item.ts';

/** Bytes of JSON that are made at a time. */
const chunkSize = 256 * 1024;

/** Pages from this length on are kept once they were written, until the market or the day changes. */
const keptFrom = 20_000;

interface KeptPage {
  key: string;
  chunks: readonly Uint8Array[];
}

const kept = new WeakMap<World, KeptPage>();

/**
 * The envelope of a market page as a body that is made while it is read: never more than a chunk of it waits. The
 * page is cut out of what was found now; how its listings stand is taken when each is written. `search` tells what
 * was searched for, so that the same large page is not written twice.
 */
export function streamMarketPage(
  world: World,
  found: readonly Listing[],
  { pageSize, pageNr }: { pageSize: number; pageNr: number },
  search: string,
): Response {
  const page = found.slice((pageNr - 1) * pageSize, pageNr * pageSize);
  const key = `${world.version} ${world.today()} ${search}`;
  const known = page.length >= keptFrom ? kept.get(world) : undefined;
  const chunks =
    known?.key === key
      ? known.chunks.values()
      : writeChunks(world, page, { pageSize, pageNr, total: found.length }, (all) => {
          const unchanged = key === `${world.version} ${world.today()} ${search}`;
          if (unchanged && page.length >= keptFrom) kept.set(world, { key, chunks: all });
        });
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const { value, done } = chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(body, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' },
  });
}

/** Writes a page chunk by chunk. `onWhole` gets all of a page that is to be kept. */
function* writeChunks(
  world: World,
  page: readonly Listing[],
  numbers: { pageSize: number; pageNr: number; total: number },
  onWhole: (chunks: Uint8Array[]) => void,
): Generator<Uint8Array> {
  const all: Uint8Array[] = [];
  let text = `{\n  "PageSize": ${numbers.pageSize},\n  "PageNr": ${numbers.pageNr},\n  "TotalCount": ${numbers.total},\n  "Count": ${page.length},\n  "Payload": [`;
  let isFirst = true;
  for (const listing of page) {
    text += `${isFirst ? '\n' : ',\n'}${writeItem(world, listing)}`;
    isFirst = false;
    if (text.length < chunkSize) continue;
    const chunk = encode(text);
    if (page.length >= keptFrom) all.push(chunk);
    text = '';
    yield chunk;
  }
  const last = encode(`${text}${isFirst ? '' : '\n  '}],\n  "Success": true,\n  "Errors": null\n}`);
  all.push(last);
  onWhole(all);
  yield last;
}

/** All our texts are ASCII. */
function encode(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
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

/** What stands before the values of an item, in its order, and whether they are sums. */
let fields: readonly { head: string; isSum: boolean }[] | undefined;

/** An item as .NET writes it, indented below `Payload`. None of our texts needs escaping. */
function writeItem(world: World, listing: Listing): string {
  const item = createSecondMarketItem(world, listing);
  fields ??= Object.keys(item).map((name, at) => ({
    head: `${at === 0 ? '' : ','}\n      "${name}": `,
    isSum: sums.has(name),
  }));
  let text = '    {';
  let at = 0;
  for (const value of Object.values(item)) {
    const field = fields[at++];
    text += field?.head ?? '';
    if (typeof value === 'string') text += `"${value}"`;
    else if (typeof value === 'number' && field?.isSum) text += writeSum(value);
    else text += value;
  }
  return `${text}\n    }`;
}

const zeros = '0000000000';
const nothing = `0.${zeros}`;

function writeSum(euros: number): string {
  if (euros === 0) return nothing;
  const text = String(euros);
  const point = text.indexOf('.');
  if (point === -1) return `${text}.${zeros}`;
  return text.includes('e') ? euros.toFixed(10) : text + zeros.slice(text.length - point - 1);
}
