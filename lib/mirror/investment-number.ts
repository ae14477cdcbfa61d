import type { FieldValue } from '#lib/loan/field.ts';
import { findInvestmentNumber } from '#lib/loan/ids.ts';

/** Stands for the investment number that loan number and bid number make: nearly every one, and no two are the same. */
export const asNumbersSay = '\u0000';

/** The investment number as it is kept. */
export function shortenInvestmentNumber(text: FieldValue, loan: FieldValue, bid: FieldValue): FieldValue {
  return text !== null && text === join(loan, bid) ? asNumbersSay : text;
}

/** The investment number as Bondora wrote it. */
export function writeInvestmentNumber(kept: FieldValue, loan: FieldValue, bid: FieldValue): FieldValue {
  return kept === asNumbersSay ? join(loan, bid) : kept;
}

function join(loan: FieldValue, bid: FieldValue): string | null {
  return typeof loan === 'number' && typeof bid === 'number'
    ? (findInvestmentNumber({ auctionNumber: loan, auctionBidNumber: bid }) ?? null)
    : null;
}
