import type { FieldValue } from '#lib/loan/field.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';

/** What never changes of a listing: if page and mirror differ here, they tell of two different loans. */
const identity: readonly FieldId[] = [
  'listingId',
  'loanPartId',
  'auctionId',
  'auctionNumber',
  'auctionBidNumber',
  'investmentNumber',
  'country',
  'rating',
  'interest',
  'signedDate',
];

/** Fields that change together: if the mirror is out of date in one, it is not to be trusted in the others. */
const together: readonly (readonly FieldId[])[] = [
  ['price', 'discount', 'fee', 'totalCost', 'listedOnDate'],
  [
    'nextPaymentNr',
    'nrOfScheduledPayments',
    'nextPaymentDate',
    'nextPaymentSum',
    'outstandingPayments',
    'principalRemaining',
    'principalRepaid',
    'interestRepaid',
    'lateAmountPaid',
    'lastPaymentDate',
    'loanDuration',
    'reScheduledOn',
    'xirr',
  ],
  [
    'loanStatusCode',
    'loanStatusActiveFrom',
    'daysLate',
    'lateAmountTotal',
    'principalLateAmount',
    'interestLateAmount',
    'penaltyLateAmount',
    'debtOccurredOn',
    'debtOccurredOnForSecondary',
    'latestDebtManagementStageType',
    'latestDebtManagementDate',
  ],
];

/**
 * What is known of a row from the page and the mirror together, or undefined when they contradict each other about
 * which loan it is (then the mirror is to be ignored).
 *
 * The page is the fresher of the two: where it shows a value that the mirror contradicts, the page's holds, and the
 * mirror's other values of the same group are left out as well, so that no number is made of an old and a new part.
 * Where the two agree as far as the page shows decimals, the mirror's exact value is taken. The mirror fills in
 * what the page does not show.
 */
export function mergeRecords(page: LoanRecord, mirror: LoanRecord): LoanRecord | undefined {
  if (identity.some((id) => differs(id, page[id], mirror[id]))) return undefined;
  const stale = new Set(
    together.filter((group) => group.some((id) => differs(id, page[id], mirror[id]))).flat(),
  );
  const merged: { -readonly [id in FieldId]?: FieldValue } = { ...page };
  for (const [id, value] of Object.entries(mirror) as [FieldId, FieldValue][]) {
    const unshown = (page[id] ?? null) === null;
    if (!stale.has(id) && (unshown || typeof value === 'number')) merged[id] = value;
  }
  return merged;
}

function differs(id: FieldId, shown: FieldValue | undefined, known: FieldValue | undefined): boolean {
  if (shown === undefined || shown === null || known === undefined || known === null) return false;
  if (shown === known) return false;
  if (typeof shown !== 'number' || typeof known !== 'number') return String(shown) !== String(known);
  const { kind } = getField(id);
  // Dropped zeros hide how exactly money and percents are shown: cents and whole percents are the least.
  const decimals = Math.max(kind === 'money' || kind === 'rate' ? 2 : 0, countDecimals(shown));
  return Math.abs(shown - known) > 0.500_001 * 10 ** -decimals;
}

function countDecimals(value: number): number {
  return (
    value
      .toFixed(8)
      .replace(/\.?0+$/, '')
      .split('.')[1]?.length ?? 0
  );
}
