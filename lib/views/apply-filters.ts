import type { Day } from '#lib/base/day.ts';
import { checkFilter } from '#lib/formula/check.ts';
import { createClauseCache, type ClauseCache } from '#lib/formula/clause-cache.ts';
import type { FormulaError } from '#lib/formula/formula-error.ts';
import type { Names } from '#lib/formula/names.ts';
import { createRowColumns } from '#lib/formula/row-columns.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { FilterCounts, Match } from './filter.ts';
import type { Filter, FilterEffect } from './view.ts';

/** What the filters of a view say of one row together. */
export interface Judgement {
  /**
   * Whether the row fits, by the filters that say what fits (`hide` and `fade`): *no* if one of them says no, else *unknown*
   * if one of them cannot tell, else *yes*. null where no such filter speaks. Highlights have no part in it.
   */
  match: Match | null;
  /** null leaves the row as it is. */
  effect: FilterEffect | null;
  /** The filter that the effect comes from. */
  decidedBy: Filter | null;
  /** The filters that cannot tell, highlights too. The row is to be marked; none of them ever hides, fades or colours it. */
  unknownTo: readonly Filter[];
}

export interface FilterOutcome {
  /** One a record, in their order. */
  rows: Judgement[];
  /** Of `match`. */
  counts: FilterCounts;
  /** How many rows are hidden, faded, highlighted. */
  effects: Record<FilterEffect['do'], number>;
  /** Filters with a fault: they say nothing. */
  faults: { filter: Filter; errors: readonly FormulaError[] }[];
}

/**
 * What the filters of a view do to each record (with its derived fields). Of several filters:
 * - a row that one `hide` filter says no of is hidden, whatever the others say; the first such filter decided;
 * - else a row that one `fade` filter says no of is faded; the first such filter decided;
 * - else the first `highlight` filter that says yes colours it.
 *
 * A filter that cannot tell (*unknown*) has no effect on the row. Filters that are off, are empty or have a fault say nothing.
 * @param today what the word means in the formulas
 * @param cache over the same records and day, to work out again only the clauses that changed
 */
export function applyFilters(
  filters: readonly Filter[],
  records: readonly LoanRecord[],
  today: Day,
  names?: Names,
  cache: ClauseCache = createClauseCache(createRowColumns(records, today)),
): FilterOutcome {
  const outcome: FilterOutcome = {
    rows: [],
    counts: { yes: 0, no: 0, unknown: 0 },
    effects: { hide: 0, fade: 0, highlight: 0 },
    faults: [],
  };
  const speaking: Speaking[] = [];
  for (const filter of filters) {
    if (!filter.on || filter.formula.trim() === '') continue;
    const checked = checkFilter(filter.formula, names);
    if ('errors' in checked) outcome.faults.push({ filter, errors: checked.errors });
    else speaking.push({ filter, verdicts: cache.run(checked.ok) });
  }
  const inTurn = speaking.toSorted((a, b) => strength(a.filter) - strength(b.filter));
  for (let row = 0; row < records.length; row++) {
    const judgement = judge(inTurn, row);
    const { match, effect } = judgement;
    if (match !== null) outcome.counts[match]++;
    if (effect !== null) outcome.effects[effect.do]++;
    outcome.rows.push(judgement);
  }
  return outcome;
}

/** A filter with its verdicts: 0 no, 1 yes, 2 unknown. */
interface Speaking {
  filter: Filter;
  verdicts: Uint8Array;
}

/** What comes first decides first. Filters of equal strength keep their order. */
function strength({ effect }: Filter): number {
  return ['hide', 'fade', 'highlight'].indexOf(effect.do);
}

function judge(speaking: readonly Speaking[], row: number): Judgement {
  const judgement: Judgement = { match: null, effect: null, decidedBy: null, unknownTo: [] };
  for (const { filter, verdicts } of speaking) {
    const verdict = verdicts[row];
    const isHighlight = filter.effect.do === 'highlight';
    if (verdict === 2) judgement.unknownTo = [...judgement.unknownTo, filter];
    if (!isHighlight) judgement.match = combine(judgement.match, verdict);
    if (judgement.effect !== null || verdict !== Number(isHighlight)) continue;
    judgement.effect = filter.effect;
    judgement.decidedBy = filter;
  }
  return judgement;
}

/** Joins a verdict to those before it, as `and` does. */
function combine(before: Match | null, verdict: number | undefined): Match {
  if (before === 'no' || verdict === 0) return 'no';
  return before === 'unknown' || verdict === 2 ? 'unknown' : 'yes';
}
