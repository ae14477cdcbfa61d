import type { RowIds } from '#lib/loan/ids.ts';
import { foldText } from './fold-text.ts';
import { findConcepts } from './header-words.ts';
import { isInOurs } from './our-elements.ts';
import { findLastGuid, normalizePath } from './page-addresses.ts';
import type { LoanReading } from './page-reading.ts';
import { readSchedule } from './read-schedule.ts';

/** Reads the page of one loan: which loan it is, and its schedule. */
export function readLoan(url: URL, document: Document): LoanReading {
  return { ids: readLoanIds(url, document), ...readSchedule(document) };
}

/**
 * The ids of the loan that a page is about. The address names its auction where it says so; else the role of its GUID is open.
 * The number is the one that headings and links to this very loan agree on.
 */
function readLoanIds(url: URL, document: Document): RowIds {
  const guid = findLastGuid(url);
  const isAuction = /\/auctions?\/(show\/)?[^/]*$/.test(normalizePath(url.pathname));
  const numbers = new Set(
    [...listHeadingNumbers(document), ...listLinkNumbers(document, guid)].map((number) => number),
  );
  const [number, ...others] = collapse(numbers);
  const [auctionNumber, auctionBidNumber] = (others.length === 0 ? (number ?? '') : '').split('-');
  return {
    ...(guid !== undefined && (isAuction ? { auctionId: guid } : { guids: [guid] })),
    ...(auctionNumber && { auctionNumber: Number(auctionNumber) }),
    ...(auctionBidNumber && { auctionBidNumber: Number(auctionBidNumber) }),
  };
}

// "1234567" says nothing else than "1234567-11223344" beside it.
function collapse(numbers: ReadonlySet<string>): string[] {
  return [...numbers].filter(
    (number) => ![...numbers].some((other) => other !== number && other.startsWith(`${number}-`)),
  );
}

// "Loan 1234567": one number only, and a word for loan, auction or investment.
function listHeadingNumbers(document: Document): string[] {
  return [...document.querySelectorAll('h1,h2,h3,title')].flatMap((heading) => {
    if (isInOurs(heading)) return [];
    const text = heading.textContent ?? '';
    const found = [...text.matchAll(/(?<![\d.,-])\d{5,10}(?:-\d{5,12})?(?![\d-]|[.,]\d)/g)].map(
      ([number]) => number,
    );
    const speaksOfLoan = foldText(text)
      .split(' ')
      .some((word) => findConcepts(word)?.some((concept) => concept === 'loan' || concept === 'investment'));
    return speaksOfLoan && found.length === 1 ? found : [];
  });
}

function listLinkNumbers(document: Document, guid: string | undefined): string[] {
  if (guid === undefined) return [];
  return [...document.querySelectorAll('a[href]')]
    .filter((link) => !isInOurs(link) && (link.getAttribute('href') ?? '').toLowerCase().includes(guid))
    .map((link) => (link.textContent ?? '').trim())
    .filter((text) => /^\d{5,10}(-\d{5,12})?$/.test(text));
}
