import * as v from 'valibot';
import type { AccountBalance } from './account.ts';
import type { Bid } from './bids.ts';
import type { Investment } from './investment.ts';
import type { Page } from './operation.ts';
import type { ReportHead } from './reports.ts';

/** Ids of one kind that an account has, sorted, and how far they go. */
export interface IdSample {
  ids: readonly string[];
  /** `all` the account has; all of its `smallest`, up to the last one here; or `some` of them. */
  covers: 'all' | 'smallest' | 'some';
}

/**
 * What the API tells about whose account it is, since it has no user id. Bids and reports belong to one account. A
 * loan part may be sold on, so it counts together with the moment the account bought it. Names of Go & Grow accounts are
 * the user's own words: they point to an account and prove nothing. Null is what could not be read.
 */
export interface AccountEvidence {
  bids: IdSample | null;
  reports: IdSample | null;
  purchases: IdSample | null;
  goGrowNames: readonly string[] | null;
}

// Enough to recognise an account by, little enough to keep. Ids are random, so the smallest are a fair sample.
const largestSample = 5000;

const sampleSchema = v.nullable(
  v.object({ ids: v.array(v.string()), covers: v.picklist(['all', 'smallest', 'some']) }),
);
const evidenceSchema = v.object({
  bids: sampleSchema,
  reports: sampleSchema,
  purchases: sampleSchema,
  goGrowNames: v.nullable(v.array(v.string())),
});

/** Stored evidence; undefined for anything else. */
export function readEvidence(stored: unknown): AccountEvidence | undefined {
  const parsed = v.safeParse(evidenceSchema, stored);
  return parsed.success ? parsed.output : undefined;
}

/** The evidence in answers of the API; what was not asked, or not permitted, is left out. */
export function createEvidence(answers: {
  bids?: Page<Bid>;
  reports?: readonly ReportHead[];
  investments?: Page<Investment>;
  balance?: AccountBalance;
}): AccountEvidence {
  const { bids, reports, investments, balance } = answers;
  return {
    bids: bids === undefined ? null : samplePage(bids, ({ bidId }) => bidId),
    reports:
      reports === undefined
        ? null
        : takeSample(
            reports.map(({ reportId }) => reportId),
            true,
          ),
    purchases:
      investments === undefined
        ? null
        : samplePage(investments, ({ loanPartId, purchaseDate }) =>
            loanPartId === null || purchaseDate === null ? null : `${loanPartId} ${purchaseDate}`,
          ),
    goGrowNames:
      balance?.goGrowAccounts?.flatMap(({ name }) => (name === null ? [] : [name])).toSorted() ?? null,
  };
}

/** What is known of an account once newer evidence was found to be its own. */
export function joinEvidence(known: AccountEvidence, newer: AccountEvidence): AccountEvidence {
  return {
    bids: joinSamples(known.bids, newer.bids),
    reports: joinSamples(known.reports, newer.reports),
    purchases: joinSamples(known.purchases, newer.purchases),
    goGrowNames: newer.goGrowNames ?? known.goGrowNames,
  };
}

function samplePage<Item>(page: Page<Item>, idOf: (item: Item) => string | null): IdSample {
  const isWhole = page.totalCount === page.items.length && page.problems.length === 0;
  return takeSample(page.items.map(idOf), isWhole);
}

function takeSample(found: readonly (string | null)[], isWhole: boolean): IdSample {
  const ids = [...new Set(found)].filter((id) => id !== null).toSorted();
  if (!isWhole || found.includes(null)) return { ids: ids.slice(0, largestSample), covers: 'some' };
  return { ids: ids.slice(0, largestSample), covers: ids.length > largestSample ? 'smallest' : 'all' };
}

// Of what is known nobody asks whether it is all: things come and go between two looks.
function joinSamples(known: IdSample | null, newer: IdSample | null): IdSample | null {
  if (known === null || newer === null) return newer ?? known;
  const ids = [...new Set([...known.ids, ...newer.ids])].toSorted().slice(0, largestSample);
  return { ids, covers: 'some' };
}
