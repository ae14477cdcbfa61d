import type { FieldId } from '#lib/loan/fields.ts';
import type { Language } from '#test/sandbox/site/languages.ts';

/** Which page of the sandbox. */
export type SpecPage =
  | 'market-b'
  | 'investments-b'
  | 'auction-b'
  | 'market-a'
  | 'investments-a'
  | 'auction-a'
  | 'market-c'
  | 'investments-c'
  | 'auction-c'
  | 'loan-b'
  | 'cash-flow-b'
  | 'dashboard-b';

/** One saved page: what is asked of the sandbox. */
export interface PageSpec {
  /** Name of its files. */
  name: string;
  page: SpecPage;
  language: Language;
  /** As `parseVariant` reads it. */
  variant: string;
  /** What stands in the address behind the question mark. */
  query: string;
  /** Another address than the sandbox's, after the language: the page must be known by what stands in it. */
  movedTo?: string;
  /** What must be read there at the least, where that is not what a plain page lets one read. */
  mustRead?: readonly FieldId[];
}
