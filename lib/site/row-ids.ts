import type { RowIds } from '#lib/loan/ids.ts';
import { isNameOfOurs } from './our-elements.ts';
import type { PageKind } from './page-reading.ts';

type GuidRole = 'listingId' | 'loanPartId' | 'auctionId' | 'loanId';

const guidPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
// Five digits and more each: "2016-2021" is no investment.
const pairPattern = /(?<![\w-])(\d{5,10})-(\d{5,12})(?![\w-])/g;
const emptyGuid = '00000000-0000-0000-0000-000000000000';

const rolesByName: Readonly<Record<string, GuidRole>> = {
  item: 'listingId',
  itemid: 'listingId',
  listing: 'listingId',
  listingid: 'listingId',
  secondmarketid: 'listingId',
  secondmarketitemid: 'listingId',
  secondarymarketitemid: 'listingId',
  loanpart: 'loanPartId',
  loanpartid: 'loanPartId',
  part: 'loanPartId',
  partid: 'loanPartId',
  auction: 'auctionId',
  auctionid: 'auctionId',
  loan: 'loanId',
  loanid: 'loanId',
};
const numberNames = /^data-(auction|loan|contract)-?(number|no|nr)$/;

/**
 * The ids that a row's markup tells: GUIDs in links, `data-*`, values, ids and text, each in the role that its place gives it,
 * and numbers of the form loan-bid. On the secondary market a row's own `data-id` and the value of its checkbox or button
 * name the listing; elsewhere, and where two GUIDs claim one role or the place tells nothing, the role is left open.
 * What is ours is passed over. `texts` are the row's cell texts.
 */
export function readRowIds(row: Element, texts: readonly string[], kind: PageKind): RowIds {
  const found = new Map<string, Set<GuidRole>>();
  const pairs = new Set<string>();
  const numbers = new Set<number>();
  const addGuid = (guid: string, role: GuidRole | undefined): void => {
    const id = guid.toLowerCase();
    if (id === emptyGuid) return;
    const roles = found.get(id) ?? new Set();
    if (role) roles.add(role);
    found.set(id, roles);
  };
  const addPairs = (text: string): void => {
    if (!/\d-\d/.test(text)) return;
    for (const match of text.replaceAll(guidPattern, ' ').matchAll(pairPattern)) pairs.add(match[0]);
  };

  // A link to an auction is called by the loan's number.
  const addLinkNumber = (link: Element): void => {
    const text = link.textContent?.trim() ?? '';
    if (/^\d{4,10}$/.test(text)) numbers.add(Number(text));
  };

  const visit = (element: Element): void => {
    const names = element.getAttributeNames();
    // Whatever else of ours stands in a row stands in a cell of ours.
    if (names.some(isNameOfOurs)) return;
    for (const name of names) {
      if (name === 'class' || name === 'style') continue;
      const value = element.getAttribute(name) ?? '';
      if (numberNames.test(name) && /^\d{1,10}$/.test(value)) numbers.add(Number(value));
      if (!value.includes('-')) continue;
      for (const match of value.matchAll(guidPattern)) {
        const role = findRole(element, name, value, match.index, kind, element === row);
        addGuid(match[0], role);
        if (role === 'auctionId' && name === 'href') addLinkNumber(element);
      }
      if (name === 'href' || name === 'value' || name.startsWith('data-')) addPairs(value);
    }
    for (let child = element.firstElementChild; child !== null; child = child.nextElementSibling)
      visit(child);
  };
  visit(row);

  for (const text of texts) {
    if (!text.includes('-')) continue;
    for (const [guid] of text.matchAll(guidPattern)) addGuid(guid, undefined);
    // A number that goes on in another element is no number.
    if (!/\d\n\d/.test(text)) addPairs(text);
  }
  return { ...assignRoles(found), ...readNumbers(pairs, numbers) };
}

function findRole(
  element: Element,
  name: string,
  value: string,
  at: number,
  kind: PageKind,
  isRow: boolean,
): GuidRole | undefined {
  const before = value.slice(0, at);
  if (name === 'href' || name === 'action') {
    if (/\/auctions?\/(show\/)?$/i.test(before)) return 'auctionId';
    if (/\/loan-?parts?\/$/i.test(before)) return 'loanPartId';
    const query = /[?&]([\w.]+)=$/.exec(before)?.[1];
    return query === undefined ? undefined : findRoleByName(query.split('.').at(-1) ?? '');
  }
  if (before !== '' || value.length !== at + 36) return undefined;
  const isMarket = kind === 'secondary-market';
  if (name.startsWith('data-')) {
    const role = findRoleByName(name.slice(5));
    if (role) return role === 'listingId' && !isMarket ? undefined : role;
    return isMarket && isRow && name === 'data-id' ? 'listingId' : undefined;
  }
  if (name !== 'value') return undefined;
  const role = findRoleByName((element.getAttribute('name') ?? '').split('.').at(-1) ?? '');
  if (role) return role;
  const isControl =
    element.localName === 'button' ||
    /^(checkbox|radio|submit|button)$/i.test(element.getAttribute('type') ?? '');
  return isMarket && isControl ? 'listingId' : undefined;
}

function findRoleByName(name: string): GuidRole | undefined {
  return rolesByName[name.toLowerCase().replaceAll(/[^a-z]/g, '')];
}

// A GUID named as a listing that a link shows to be an auction is the auction; otherwise two roles for it are none.
function assignRoles(found: ReadonlyMap<string, ReadonlySet<GuidRole>>): RowIds {
  const byRole = new Map<GuidRole, string[]>();
  const open: string[] = [];
  for (const [guid, roles] of found) {
    const told = roles.size > 1 ? [...roles].filter((role) => role !== 'listingId') : [...roles];
    const [role, ...others] = told;
    if (role === undefined || others.length > 0) open.push(guid);
    else byRole.set(role, [...(byRole.get(role) ?? []), guid]);
  }
  const ids: RowIds = {};
  for (const [role, guids] of byRole) {
    const [guid, ...others] = guids;
    if (guid !== undefined && others.length === 0) ids[role] = guid;
    else open.push(...guids);
  }
  if (open.length > 0) ids.guids = [...found.keys()].filter((guid) => open.includes(guid));
  return ids;
}

function readNumbers(pairs: ReadonlySet<string>, numbers: ReadonlySet<number>): RowIds {
  const [pair, ...otherPairs] = pairs;
  const [number, ...otherNumbers] = numbers;
  if (pair !== undefined && otherPairs.length === 0) {
    const [auctionNumber, auctionBidNumber] = pair.split('-').map(Number);
    const agrees = number === undefined || (otherNumbers.length === 0 && number === auctionNumber);
    return agrees && auctionNumber !== undefined && auctionBidNumber !== undefined
      ? { auctionNumber, auctionBidNumber }
      : {};
  }
  return pair === undefined && number !== undefined && otherNumbers.length === 0
    ? { auctionNumber: number }
    : {};
}
