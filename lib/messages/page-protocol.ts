import * as v from 'valibot';
import type { MessageRule } from './message-rule.ts';

/** The page in the tab that a person looked at last, as the popup shows it. */
export interface PageStatus {
  /** To be named when something is opened there. */
  tab: number;
  host: string;
  path: string;
  /**
   * `ready`, `off`, `unreadable`: as the page is marked. `unknown`: Bondlens does not know what the page is. `unreached`: the
   * browser keeps it from there, or the tab was open before Bondlens came.
   */
  state: 'ready' | 'off' | 'unreadable' | 'unknown' | 'unreached';
}

type Start = 'teach' | 'report';

/** What may be asked about a page that is open in a tab. */
export interface PageProtocol {
  /** Opens the teaching, or the page report, in the tab that the message came from. */
  'teaching.open'(args: { start: Start }): null;
  /** The same in another tab, for the popup. */
  'teaching.openIn'(args: { tab: number; start: Start }): null;
  /** The page in this tab; null when it is none of Bondora's. */
  'page.status'(args: { tab: number }): PageStatus | null;
}

const start = v.picklist(['teach', 'report']);
const tab = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const pageRules: { [Name in keyof PageProtocol]: MessageRule } = {
  'teaching.open': { access: 'anywhere', args: v.strictObject({ start }) },
  'teaching.openIn': { access: 'extension-pages', args: v.strictObject({ tab, start }) },
  'page.status': { access: 'extension-pages', args: v.strictObject({ tab }) },
};
