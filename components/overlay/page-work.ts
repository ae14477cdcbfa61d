import { defaultPreferences, type Preferences } from '#lib/views/preferences.ts';
import type { OverlaySubject } from './overlay-page.ts';
import type { PageSession, SessionParts } from './page-session.ts';
import { createTableSession } from './table-session.ts';

/** All that computes and writes: the second script of a page, brought there once the page is recognised. */
export interface PageWork {
  /** What holds when the background does not tell what was chosen. */
  readonly fallback: Preferences;
  /** Lays Bondlens over what was found. */
  open: (subject: OverlaySubject, parts: SessionParts) => PageSession;
}

export const pageWork: PageWork = {
  fallback: defaultPreferences,
  open: (subject, parts) => createTableSession({ ...parts, table: subject.table }),
};
