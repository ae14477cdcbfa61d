import type { Formats } from './formats.ts';
import type { Language } from './languages.ts';
import type { PageVariant } from './variant.ts';

/** What a page is written with. */
export interface PageWriting {
  /** Language prefix of the address. */
  prefix: string;
  language: Language;
  variant: PageVariant;
  formats: Formats;
}
