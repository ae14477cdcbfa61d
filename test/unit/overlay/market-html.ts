/** An offer as a market page of generation B shows it. */
export interface Offer {
  loan: number;
  /** Last digits of the listing's GUID. */
  id: number;
  rating?: string;
  payments?: string;
  cost?: string;
}

export const offers: readonly Offer[] = [
  { loan: 1001, id: 1, rating: 'B', payments: '13 / 60', cost: '4.12 € (-15%)' },
  { loan: 1002, id: 2, rating: 'HR', payments: '50 / 60', cost: '8.00 € (+3%)' },
  { loan: 1003, id: 3, rating: 'A', payments: '3 / 36', cost: '2.50 € (-5%)' },
  { loan: 1004, id: 4, rating: 'D', payments: '-', cost: '1.75 € (-20%)' },
];

/** The GUID of a listing. */
export function listingId(id: number): string {
  return `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`;
}

/** A main row, with a detail row behind it. */
export function offerRows({
  loan,
  id,
  rating = 'C',
  payments = '10 / 20',
  cost = '1.00 € (-1%)',
}: Offer): string {
  return `<tr class="offer" data-id="${listingId(id)}">
    <td><a href="/en/secondmarket/item/${listingId(id)}">${loan}</a></td><td>EE</td><td>${rating}</td>
    <td>21.50%</td><td>Current</td><td>21/12/2026</td><td>${payments}</td><td>6.50 €</td>
    <td class="item-cost">${cost}</td>
  </tr>
  <tr class="detail"><td colspan="9">Details of ${loan}</td></tr>
  `;
}

/** The page's table with everything around it. */
export function marketHtml(list: readonly Offer[] = offers): string {
  return `<div id="page-content-wrapper"><h1>Secondary market</h1>
  <table class="table investments">
    <thead><tr><th>Loan number</th><th>Country</th><th>Rating</th><th>Interest</th><th>Loan status</th>
      <th>Next payment date</th><th>Payments</th><th>Future scheduled payments</th><th>Cost</th></tr></thead>
    <tbody>
    ${list.map(offerRows).join('')}
    </tbody>
  </table></div>`;
}
