import type { FieldId } from '#lib/loan/fields.ts';
import type { AccountId, RowIds } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { findHoldings, findPartsOnSale, type Holding } from '#lib/mirror/find-related.ts';
import type { MirrorCache } from '#lib/mirror/mirror-cache.ts';

const heldFields = ['holding', 'amountHeld', 'partsHeld'] as const satisfies readonly FieldId[];
const saleFields = ['otherPartsOnSale', 'pricePercentile'] as const satisfies readonly FieldId[];

/**
 * What the mirror knows of other parts of each row's loan: those that the account holds, and those on sale beside it.
 * @param records of the rows, as the mirror has them
 * @param fields which of these fields are asked for; all where that is left out
 */
export async function findRelatedFields(
  rows: readonly RowIds[],
  records: readonly (LoanRecord | null)[],
  { account, fields }: { account: AccountId; fields?: readonly FieldId[] | undefined },
  mirror: MirrorCache,
): Promise<LoanRecord[]> {
  const isAsked = (some: readonly FieldId[]): boolean =>
    fields === undefined || some.some((id) => fields.includes(id));
  const numbers = rows.map((ids, i) => {
    const number = records[i]?.auctionNumber ?? ids.auctionNumber;
    return typeof number === 'number' ? number : undefined;
  });
  const loans = [...new Set(numbers.filter((number) => number !== undefined))];
  const [held, onSale] = await Promise.all([
    isAsked(heldFields) && loans.length > 0 ? findHoldings(loans, account, mirror) : undefined,
    isAsked(saleFields) && loans.length > 0
      ? findPartsOnSale(loans, ['listingId', 'price', 'principalRemaining'], mirror)
      : undefined,
  ]);
  return rows.map((_, i) => {
    const number = numbers[i];
    if (number === undefined) return {};
    return {
      ...(held === undefined ? {} : describeHeld(held.get(number) ?? [])),
      ...describeSale(records[i]?.listingId, onSale?.get(number) ?? []),
    };
  });
}

function describeHeld(holdings: readonly Holding[]): LoanRecord {
  const amounts = holdings.map(({ principalRemaining }) => principalRemaining);
  const isKnown = amounts.every((amount) => amount !== null);
  return {
    holding: holdings.length > 0,
    partsHeld: holdings.length,
    amountHeld: isKnown ? amounts.reduce((sum: number, amount) => sum + (amount ?? 0), 0) : null,
  };
}

/** What is told of a listing among those of its loan; nothing where it is not one of them. */
function describeSale(listingId: unknown, parts: readonly LoanRecord[]): LoanRecord {
  const own = parts.find((part) => part.listingId === listingId);
  if (own === undefined) return {};
  const others = parts.filter((part) => part !== own);
  const price = readPrice(own);
  const prices = others.map(readPrice);
  const isKnown = others.length > 0 && ![price, ...prices].some(Number.isNaN);
  return {
    otherPartsOnSale: others.length,
    pricePercentile: isKnown ? prices.filter((other) => other < price).length / others.length : null,
  };
}

/** Price over open principal; NaN where it is not known. */
function readPrice({ price, principalRemaining: principal }: LoanRecord): number {
  return typeof price === 'number' && typeof principal === 'number' && principal > 0
    ? price / principal
    : Number.NaN;
}
