import type { FieldId } from '#lib/loan/fields.ts';
import type { RowIds } from '#lib/loan/ids.ts';
import type {
  CashFlowRow,
  CashFlowSeries,
  DashboardFigure,
  Generation,
  PageKind,
  ScheduleRow,
} from '#lib/site/page-reading.ts';
import type { TrueFields } from './true-fields.ts';

/**
 * What is true of a saved page, as the file beside it tells: out of the sandbox's world, never out of our reader.
 * Days stand as `2026-11-22`, rates as fractions, money as euros at the precision of the page.
 */
export interface ExpectedPage {
  url: string;
  /** How the page differs from the usual one, as `parseVariant` reads it. */
  variant: string;
  kind: PageKind;
  generation: Generation;
  /** The rows of a list, in the order of the page. Anything that is read must be one of these values. */
  rows?: readonly TrueRow[];
  /** Fields that must be read in all rows of the list, but for those where the truth itself is unknown. */
  mustRead?: readonly FieldId[];
  /** Ids that must be read in all rows. */
  mustKnow?: readonly (keyof RowIds)[];
  /** How many rows must be read; the others are broken. */
  readable?: number;
  schedule?: readonly TruePayment[];
  cashFlow?: readonly TruePeriod[];
  dashboard?: { readonly [figure in DashboardFigure]?: number };
}

export interface TrueRow {
  /** All ids that the row has in the world, shown or not. */
  ids: RowIds;
  /** What its columns show. */
  fields: TrueFields;
}

/** A line of a schedule; an amount that the page leaves empty is 0. */
export type TruePayment = Pick<
  ScheduleRow,
  'role' | 'amount' | 'principal' | 'interest' | 'lateCharge' | 'state'
> & { date: string | null };

/** A line of the cash flow. */
export interface TruePeriod extends Pick<CashFlowRow, 'period' | 'loan'> {
  role: 'period' | 'total';
  /** All series of a month or a total; of the day of one loan those that came in. */
  sums: { readonly [series in CashFlowSeries]?: number };
}
