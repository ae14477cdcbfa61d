import { batchSize, detailsFreshFor, findPresence } from './plan-freshness.ts';
import type { Knowledge } from './plan-knowledge.ts';

/** Loan parts to ask for in one call, and how many are wanted in all. */
export interface DetailsBatch {
  loanPartIds: string[];
  /** Whether a person sees one of them. */
  isSeen: boolean;
  wanted: number;
}

type Circumstances = Pick<Knowledge, 'details' | 'now' | 'lookedAt'>;

/**
 * The loan parts whose details are unknown or too old, the worthiest first: what a person has open, what is the
 * person's own, the rest by worth. A call carries as many as it takes, whoever it was made for.
 */
export function pickDetails(circumstances: Circumstances): DetailsBatch {
  const { details, now } = circumstances;
  const picked = new Set<string>();
  const further = new Set<string>();
  let isSeen = false;
  for (const group of listGroups(circumstances)) {
    const oldest = now - detailsFreshFor[group];
    for (const id of details[group]) {
      const at = details.knownAt.get(id);
      if ((at !== undefined && at > oldest) || picked.has(id)) continue;
      if (picked.size < batchSize) picked.add(id);
      else further.add(id);
    }
    if (group === 'open') isSeen = picked.size > 0;
  }
  return { loanPartIds: [...picked], isSeen, wanted: picked.size + further.size };
}

/** When the next of the details that are fresh now grows too old, epoch ms; null when none does. */
export function findNextOld(circumstances: Circumstances): number | null {
  const { details, now } = circumstances;
  let next: number | null = null;
  for (const group of listGroups(circumstances)) {
    for (const id of details[group]) {
      const at = details.knownAt.get(id);
      if (at === undefined) continue;
      const old = at + detailsFreshFor[group];
      if (old > now && (next === null || old < next)) next = old;
    }
  }
  return next;
}

// For somebody who has been away for long, nothing but what is open again is worth a call.
function listGroups(circumstances: Circumstances): readonly ('open' | 'holdings' | 'rest')[] {
  return findPresence(circumstances) === 'away' ? ['open'] : ['open', 'holdings', 'rest'];
}
