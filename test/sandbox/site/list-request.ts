import type { PageWriting } from './page-writing.ts';

/** What a request for a list says. */
export interface ListRequest {
  address: URL;
  style: PageWriting;
  /** Who is signed in. */
  investor: number;
  /** Columns that a cookie remembers. */
  rememberedColumns: string | undefined;
}
