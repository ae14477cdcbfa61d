import { isRating } from '#lib/loan/rating.ts';
import { findLoanStatus, isTotalsLabel } from './labels.ts';

const guidPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
/** Parts of the site's own addresses, and names of what they are asked with. */
const addressWords =
  /^(https?:|www|app|api|bondora|com|ee|de|es|[a-z]{2}|auctions?|show|loan-?parts?|loans?|secondmarket|secondary-market|primary-market|investments?|invest|cashflow|dashboard|myaccount|myinvestmentsall|search|reports|id|itemid|auctionid|loanid|loanpartid|pagenr|pagesize|page|sort|order|desc|asc|(secondmarket|investment|auction)search)$/i;

/** Replaces what could tell whose page it was, each thing by one of the same shape. */
export interface Scrubber {
  /** Letters become x and X, digits 0; separators stay. The site's words for ratings, states and totals stay too. */
  text: (text: string) => string;
  /** Classes and names: words without digits stay. */
  names: (names: string) => string;
  /** Addresses: the site's own words stay. */
  address: (address: string) => string;
}

/** A scrubber for one page: the same GUID becomes the same placeholder. */
export function createScrubber(): Scrubber {
  const guids = new Map<string, string>();
  const nameGuid = (guid: string): string => {
    const key = guid.toLowerCase();
    const known = guids.get(key);
    if (known !== undefined) return known;
    const count = guids.size.toString(5).replaceAll(/\d/g, (digit) => 'bcdef'[Number(digit)] ?? 'b');
    const placeholder = `aaaaaaaa-aaaa-aaaa-aaaa-${count.padStart(12, 'a')}`;
    guids.set(key, placeholder);
    return placeholder;
  };
  // What stands between GUIDs is masked, the GUIDs are replaced.
  const mask = (text: string): string => {
    const found = [...text.matchAll(guidPattern)].map(([guid]) => nameGuid(guid));
    return text
      .split(guidPattern)
      .map((part, index) => maskLetters(part) + (found[index] ?? ''))
      .join('');
  };
  return {
    text: (text) => (isOfTheSite(text.trim()) ? text : mask(text)),
    names: (names) =>
      names.replaceAll(/[^\s.[\]]+/g, (name) =>
        /^(?=.*[a-z])[a-z_][a-z_-]*\d{0,2}$/i.test(name) ? name : mask(name),
      ),
    address: (address) => {
      const parts = address.split(/([/?&=.#:])/);
      return parts.map((part) => (addressWords.test(part) ? part : mask(part))).join('');
    },
  };
}

function maskLetters(text: string): string {
  return text
    .replaceAll(/\p{Lu}|\p{Lt}/gu, 'X')
    .replaceAll(/[\p{L}\p{M}]/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replaceAll(/\p{N}/gu, '0');
}

function isOfTheSite(text: string): boolean {
  return (
    /^(€|%|EUR)?$/.test(text) ||
    isRating(text) ||
    (!/\d{3}/.test(text) && findLoanStatus(text) !== null) ||
    isTotalsLabel(text)
  );
}
