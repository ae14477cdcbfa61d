import { defaultPreferences, type Preferences } from '#lib/views/preferences.ts';
import { createCashFlowSession } from './cash-flow-session.ts';
import { createLoanSession } from './loan-session.ts';
import type { OverlaySubject } from './overlay-page.ts';
import type { PageReaders } from './page-readers.ts';
import type { PageSession, SessionParts } from './page-session.ts';
import { createTableSession } from './table-session.ts';

/** All that computes and writes: the second script of a page, brought there once the page is recognised. */
export interface PageWork {
  /** What holds when the background does not tell what was chosen. */
  readonly fallback: Preferences;
  /** Lays Bondlens over what was found. */
  open: (subject: OverlaySubject, parts: SessionParts) => PageSession;
}

export function createPageWork({ openTable, readLoan, readCashFlow }: PageReaders): PageWork {
  return {
    fallback: defaultPreferences,
    open(subject, parts) {
      if ('table' in subject) return createTableSession({ ...parts, table: openTable(subject.table) });
      return subject.page === 'loan'
        ? createLoanSession(parts, readLoan)
        : createCashFlowSession(parts, readCashFlow);
    },
  };
}
