import type { FieldValue } from '#lib/loan/field.ts';
import type { AddedColumnId } from '#lib/views/column-ids.ts';

/** What a value means for a buyer, shown by colour beside its text. */
export type Tone = 'good' | 'warn' | 'bad' | 'quiet' | null;

/** Days from which Bondora counts a loan as long overdue. */
const longOverdue = 60;

/** The tone of a column's value; null where it is neither good nor bad. */
export function findTone(column: AddedColumnId, value: FieldValue): Tone {
  if (value === null || Number.isNaN(value)) return 'quiet';
  if (typeof value !== 'number') return null;
  switch (column) {
    case 'discount':
      return value < 0 ? 'good' : value > 0 ? 'warn' : null;
    case 'yieldToMaturity':
    case 'yieldBase':
    case 'yieldCautious':
    case 'yieldMine':
      return value < 0 ? 'bad' : null;
    case 'daysLate':
      return value > longOverdue ? 'bad' : value > 0 ? 'warn' : 'quiet';
    case 'paymentsLeft':
    case 'shareOfTermPaid':
    default:
      return null;
  }
}
