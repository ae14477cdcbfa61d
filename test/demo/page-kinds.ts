import type { World } from '#test/sandbox/world/world.ts';

/** A kind of page with an address that shows it. */
export interface ShownKind {
  name: string;
  address: string;
  /** Of its picture, CSS pixels: wide enough for the site's menu and the columns of the list. */
  width: number;
  height: number;
}

const site = 'https://www.bondora.com/en';

/** One page of each kind that Bondlens knows, of generation B, then lists of A and C. */
export function listPageKinds(world: World): ShownKind[] {
  const onSale = world.listOpen().map((listing) => world.getPart(listing.part).loan);
  const alone = onSale.find((loan) => onSale.indexOf(loan) === onSale.lastIndexOf(loan));
  if (alone === undefined) throw new Error('There is no loan of which one part alone is on sale.');
  const loan = world.getLoan(alone);
  return [
    { name: 'secondary-market', address: `${site}/secondmarket`, width: 1780, height: 420 },
    { name: 'primary-market', address: `${site}/auction`, width: 1500, height: 480 },
    { name: 'investments', address: `${site}/investments`, width: 1860, height: 420 },
    { name: 'loan', address: `${site}/Auction/Show/${world.getAuctionId(loan)}`, width: 1500, height: 560 },
    { name: 'cash-flow', address: `${site}/cashflow`, width: 1500, height: 560 },
    { name: 'dashboard', address: `${site}/dashboard`, width: 1500, height: 480 },
    { name: 'secondary-market-a', address: `${site}/invest/secondary-market`, width: 1600, height: 480 },
    { name: 'investments-a', address: `${site}/MyAccount/MyInvestmentsAll`, width: 1600, height: 560 },
    {
      name: 'secondary-market-c',
      address: 'https://app.bondora.com/en/secondmarket',
      width: 1500,
      height: 560,
    },
  ];
}
