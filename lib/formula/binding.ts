import type { Batch, Verdicts } from './batch.ts';
import type { Checked } from './checked.ts';
import type { ColumnSource, Word } from './columns.ts';

/**
 * Works out numbers for a batch; the first `count` are valid until the next call. NaN is unknown. Conditions are 1 and 0,
 * ratings are ranks, words are places in the binding's `pool`.
 */
export type NumberPart = (batch: Batch) => Float64Array;

/** Works out verdicts for a batch, into `out`. */
export type TruthPart = (batch: Batch, out: Verdicts) => void;

/** Joins the nodes of a checked formula to the columns of one source. */
export interface Binding {
  readonly source: ColumnSource;
  /** Rows of the largest batch that will be asked for. */
  readonly size: number;
  /** The words that its numbers stand for. */
  readonly pool: Word[];
  readonly numbers: (node: Checked) => NumberPart;
  readonly truth: (node: Checked) => TruthPart;
  /** A binding to other rows. */
  readonly over: (source: ColumnSource) => Binding;
}
