import { ownLook } from '#components/ui/own-look.ts';
import { formatValue } from '#components/values/format-value.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';

/** What is asked of the mirror about a noted loan. */
export const loanFields: readonly FieldId[] = [
  'auctionId',
  'auctionNumber',
  'country',
  'rating',
  'interest',
  'price',
  'discount',
  'holding',
  'amountHeld',
];

/** What the mirror knows of a loan, in one line; empty when it knows nothing of it. */
export function describeLoan(record: LoanRecord | null): string {
  if (record === null) return '';
  const { country, rating, interest, price, discount, holding, amountHeld } = record;
  const parts = [
    text(country) ? String(country) : '',
    text(rating) ? `rating ${String(rating)}` : '',
    known(interest) ? `interest ${formatValue(interest, 'rate', ownLook)}` : '',
    known(price)
      ? `on sale at ${formatValue(price, 'money', ownLook)}${
          known(discount) ? ` (${formatValue(discount, 'rate', ownLook, { signed: true })})` : ''
        }`
      : '',
    holding === true && known(amountHeld) ? `you hold ${formatValue(amountHeld, 'money', ownLook)}` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function known(value: LoanRecord[FieldId]): value is number {
  return typeof value === 'number' && !Number.isNaN(value);
}

function text(value: LoanRecord[FieldId]): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}
