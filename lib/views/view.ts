import type { AddedColumnId, FormulaColumnId } from './column-ids.ts';

/** The colours that a filter can highlight rows in. */
export const highlightColours = ['green', 'blue', 'violet', 'amber', 'red'] as const;
export type HighlightColour = (typeof highlightColours)[number];

/**
 * What a filter does. Mind the direction: `hide` and `fade` act on the rows that do *not* match, so the formula says what
 * fits; `highlight` colours the rows that *do* match.
 */
export type FilterEffect = { do: 'hide' } | { do: 'fade' } | { do: 'highlight'; colour: HighlightColour };

/**
 * One filter of a view. An empty formula says nothing of any row, as if the filter were off; so does one with a fault.
 * How several act together: `applyFilters`.
 */
export interface Filter {
  /** Letters, digits and dashes; unique within its view. */
  readonly id: string;
  /** May be empty: then it is called by what it does. */
  readonly name: string;
  readonly formula: string;
  readonly effect: FilterEffect;
  readonly on: boolean;
}

/**
 * How a formula column writes its values. `auto` is as the formula's kind says; a format that does not fit the kind
 * (a day for a text) counts as `auto`. Decimals are 0 to 6.
 */
export type ColumnFormat =
  | { as: 'auto' }
  | { as: 'money' }
  | { as: 'percent'; decimals: number }
  | { as: 'number'; decimals: number }
  | { as: 'day' }
  | { as: 'text' };

/** A column that the user wrote. */
export interface FormulaColumn {
  /** Unique within its view. */
  readonly id: FormulaColumnId;
  readonly title: string;
  readonly formula: string;
  readonly format: ColumnFormat;
}

/** A column that is shown. */
export interface ShownColumn {
  readonly id: AddedColumnId;
  /** CSS pixels; null is as wide as it needs. */
  readonly width: number | null;
}

/** One key of a sorting. Unknown comes last in both directions. */
export interface SortKey {
  readonly column: AddedColumnId;
  readonly descending: boolean;
}

/** What is laid over a table: everything a person can save under a name, and send as a text. */
export interface View {
  /** Letters, digits and dashes; unique among all views, the shipped ones included. */
  readonly id: string;
  readonly name: string;
  /** In their order. Each at most once. */
  readonly columns: readonly ShownColumn[];
  /** The most important first; empty leaves the page's own order. */
  readonly sort: readonly SortKey[];
  /** In their order, which settles what the first highlight is. */
  readonly filters: readonly Filter[];
  /** The user's own columns, shown or not. */
  readonly formulaColumns: readonly FormulaColumn[];
}

/** A view that Bondlens brings along. It cannot be changed, only saved under another name. */
export interface ShippedView extends View {
  /** What it is for, in one sentence. */
  readonly about: string;
}

/** What nobody may exceed, so that no view or text makes a page wait. */
export const viewLimits = {
  /** Own views. */
  views: 50,
  filters: 12,
  formulaColumns: 12,
  sortKeys: 4,
  /** Characters of a view's or a filter's name, and of a column's title. */
  name: 40,
  /** CSS pixels. */
  width: { least: 40, most: 600 },
  decimals: 6,
  /** Characters of a view as text: room for as many formulas as there may be, each as long as it may be. */
  text: 400_000,
} as const;
