/**
 * The address of a loan's own page on the site, in English.
 * @param auctionId the GUID of its auction
 */
export function formatLoanAddress(auctionId: string): string {
  return `https://www.bondora.com/en/auction/show/${auctionId}`;
}
