/** The numbers that people know a loan and an investment by. */
export interface LoanNumber {
  auctionNumber: number;
  /** Present where an investment number (`1234567-11223344`) was shown. */
  auctionBidNumber?: number;
  /** The digits as they stand, without `#` or `Nr.`. */
  text: string;
}

/**
 * Reads `1234567`, `#1234567`, `Nr. 1234567`, `1234567-11223344`, also with the borrower's name or other words on lines of their
 * own. Undefined for anything else, and where two numbers stand.
 */
export function parseLoanNumber(text: string): LoanNumber | undefined {
  const numbers = text
    .split('\n')
    .map((line) => /^(?:(?:[#№]|n(?:r|o|º|°)\b\.?) ?)?(\d{1,10})(?:-(\d{1,12}))?$/i.exec(line.trim()))
    .filter((match) => match !== null);
  const [match, ...others] = numbers;
  if (!match || others.length > 0) return undefined;
  const [, auction, bid] = match;
  return {
    auctionNumber: Number(auction),
    ...(bid !== undefined && { auctionBidNumber: Number(bid) }),
    text: bid === undefined ? `${auction}` : `${auction}-${bid}`,
  };
}
