/** What kind of value a field holds, which settles its unit, its comparison and its look. */
export type FieldKind =
  /** Euros with all their decimals. */
  | 'money'
  /** A fraction: 0.125 is 12.5 %. */
  | 'rate'
  | 'number'
  /** A whole number of things: payments, days, months, years. */
  | 'count'
  /** Days since 1970-01-01 (`Day`). */
  | 'day'
  /** Epoch milliseconds. */
  | 'instant'
  /** One of `ratings`; AA is best. */
  | 'rating'
  /** ISO 3166-1 alpha-2. */
  | 'country'
  | 'text'
  | 'truth'
  /** A number of the API's with labels. */
  | 'code'
  /** A list of words. */
  | 'tags'
  /** An id: compared for equality only. */
  | 'id';

/** A machine value of a field. `null` is unknown: not told, or not understood. */
export type FieldValue = number | string | boolean | readonly string[] | null;

/** Where a value can come from. */
export type FieldSource =
  /** A table of Bondora's site. */
  | 'page'
  /** The secondary market's list. */
  | 'market'
  | 'auction'
  /** The details of a loan part. */
  | 'loan-part'
  | 'investment'
  /** The public loan book. */
  | 'public-data'
  /** A report that was ordered. */
  | 'report'
  /** What this browser has seen of the market over time. */
  | 'mirror'
  | 'derived'
  | 'note';

/** One field of the catalogue: what is needed to read, compare and show it. */
export interface FieldDefinition {
  /** What people call it, in lower case; formulas may use it in place of the id. */
  label: string;
  /** Further names that formulas accept. */
  aliases?: readonly string[];
  kind: FieldKind;
  /** Unit of a number where the kind does not say: `days`, `months`, `payments`, `years`. */
  unit?: string;
  /** Every word that a `text` field can hold, where that is settled; for choosing and completing. */
  words?: readonly string[];
  /** Labels of a `code` field. */
  labels?: Readonly<Record<number, string>>;
  /** Written by the user: never to stand as text in a page. */
  isPrivate?: true;
}

/** What a person is told about a field. */
export interface FieldHelp {
  /** What it means, in one sentence. */
  meaning: string;
  sources: readonly FieldSource[];
}
