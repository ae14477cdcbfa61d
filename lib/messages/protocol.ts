import * as v from 'valibot';
import { fieldIds, type FieldId } from '#lib/loan/fields.ts';
import type { AccountId, LoanKey, NoteKey, RowIds } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { Note } from '#lib/notes/note.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import { preferencesSchema } from '#lib/views/preferences-schema.ts';
import { backupRules, type BackupProtocol } from './backup-protocol.ts';
import type { MarketNews } from './market-news.ts';
import type { MarketStatus } from './market-status.ts';
import type { MessageRule } from './message-rule.ts';
import { manyNotesRules, type ManyNotesProtocol } from './many-notes-protocol.ts';
import { notesRules, type NotesProtocol } from './notes-protocol.ts';
import { pageRules, type PageProtocol } from './page-protocol.ts';
import { scheduleRules, type ScheduleProtocol } from './schedule-protocol.ts';

/** What the background knows of one row of a page. */
export interface RowKnowledge {
  /** Whose note it is, or would be: to be named when the note is saved. */
  account: AccountId;
  /** The loan that the row's ids point to; absent when they point to none, or to more than one. */
  loan: LoanKey | null;
  /** From the mirror; null when it does not know the row, or not surely which. */
  record: LoanRecord | null;
  /** On the loan. */
  note: Note | null;
  /** Notes on what else the row shows, its listing, its part, its borrower: in this order. */
  others: readonly Note[];
  /** What a note on this row can be about, the loan first. Empty when the loan is not known. */
  subjects: readonly NoteKey[];
}

/** How an account was linked: through the consent page, or by a pasted token. */
export type LinkedBy = 'consent' | 'pasted-token';

/** One of the accounts that this browser knows. */
export interface AccountEntry {
  id: AccountId;
  /** What the user calls it. */
  label: string;
  linked: boolean;
}

export interface AccountStatus {
  /** The active account: its notes are shown, its token is used. */
  id: AccountId;
  label: string;
  /** All accounts known here, the active one included. */
  known: readonly AccountEntry[];
  /**
   * An account was linked of which Bondora's answers do not tell whether it is one of those known here: these are
   * the candidates, the likeliest first. Nothing is mixed until the user has answered.
   */
  question: { candidates: readonly AccountEntry[] } | null;
  linked: boolean;
  by: LinkedBy | null;
  /** Permissions that the user granted; null when the token does not tell (a pasted one). */
  scopes: readonly string[] | null;
  /** Permissions that were asked for when it was linked; null where that is not known. */
  asked: readonly string[] | null;
  /** Epoch ms; null when the token has no end or the account is not linked. */
  tokenExpiresAt: number | null;
  balance: { balance: number; reserved: number; available: number; at: number } | null;
  /** When the balance may be read again if no call is free now; epoch ms. */
  balanceFreeAt: number | null;
  /** The sentence for a person about what last went wrong with the account; null when nothing did. */
  problem: string | null;
  /** When Bondora takes such a call again, where its limits are the problem; epoch ms. */
  problemEndsAt: number | null;
}

/** The application that the user registered at Bondora, as far as a page may know it: never the secret. */
export interface ApplicationStatus {
  clientId: string | null;
  hasSecret: boolean;
  /** To be copied into the registration at Bondora. */
  redirectUrl: string;
  signInHost: SignInHost;
}

export const signInHosts = ['app.bondora.com', 'www.bondora.com'] as const;
export type SignInHost = (typeof signInHosts)[number];

/** The tables of the mirror whose rows pages show. */
export const describedTables = ['listings', 'auctions', 'investments'] as const;
export type DescribedTable = (typeof describedTables)[number];

/**
 * Everything that one context may ask of the background: `noun.verb(arguments): result`.
 * A throw there arrives here as an `AppError`.
 */
export interface Protocol
  extends NotesProtocol, ManyNotesProtocol, BackupProtocol, PageProtocol, ScheduleProtocol {
  'rows.describe'(args: {
    rows: RowIds[];
    /** What the records shall hold beside their ids; left out, everything that the mirror has. */
    fields?: FieldId[];
    /** What the rows are, and so which table of the mirror knows them; left out, listings. `any`: the first that does. */
    table?: DescribedTable | 'any';
  }): { rows: RowKnowledge[] };
  'preferences.get'(args: Record<string, never>): Preferences;
  'preferences.change'(args: Partial<Preferences>): Preferences;
  'options.open'(args: Record<string, never>): null;
  /** Brings a later script of a page to where the message came from. */
  'scripts.load'(args: { script: 'overlay' | 'panels' }): null;
  'account.status'(args: Record<string, never>): AccountStatus;
  'account.link'(args: { scopes: string[] }): AccountStatus;
  'account.linkToken'(args: { token: string }): AccountStatus;
  'account.unlink'(args: Record<string, never>): AccountStatus;
  'account.readBalance'(args: Record<string, never>): AccountStatus;
  /** Answers the question: the account of these, or another one when `same` is null. */
  'account.identify'(args: { same: string | null }): AccountStatus;
  'account.activate'(args: { id: string }): AccountStatus;
  'account.rename'(args: { id: string; label: string }): AccountStatus;
  'application.status'(args: Record<string, never>): ApplicationStatus;
  'application.save'(args: {
    clientId: string;
    clientSecret: string | null;
    signInHost: SignInHost;
  }): ApplicationStatus;
  'market.status'(args: Record<string, never>): MarketStatus;
  'market.pull'(args: Record<string, never>): MarketStatus;
  /** Ends the pull that runs; nothing of it is kept, and none starts by itself within the hour. */
  'market.stop'(args: Record<string, never>): MarketStatus;
  'events.since'(args: Record<string, never>): MarketNews;
  /** Marks as seen what was shown, up to and with this event; what came since stays news. */
  'events.seen'(args: { upTo: number }): MarketNews;
  /** As of when the mirror tells of loans (epoch ms): the oldest of its pulls; null when there was none. */
  'mirror.age'(args: Record<string, never>): { at: number | null };
  /** Empties the mirror: tables, details, history. Notes, settings and the account stay. */
  'mirror.clear'(args: Record<string, never>): MarketStatus;
}

export type MessageName = keyof Protocol;
export type Arguments<Name extends MessageName> = Parameters<Protocol[Name]>[0];
export type Result<Name extends MessageName> = ReturnType<Protocol[Name]>;

const nothing = v.strictObject({});
const accountId = v.pipe(v.string(), v.uuid());
const guid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const rowIds = v.strictObject({
  listingId: v.optional(guid),
  loanPartId: v.optional(guid),
  auctionId: v.optional(guid),
  loanId: v.optional(guid),
  auctionNumber: v.optional(count),
  auctionBidNumber: v.optional(count),
  guids: v.optional(v.pipe(v.array(guid), v.maxLength(50))),
});
const clientId = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[\w-]{1,128}$/, 'An application id consists of letters and digits.'),
);
const secret = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[\x21-\x7e]{1,256}$/, 'A secret consists of letters and digits without blanks.'),
);

/** For each message: who may ask, and what its arguments must be. Checked on arrival. */
export const protocolRules: { [Name in MessageName]: MessageRule } = {
  ...notesRules,
  ...manyNotesRules,
  ...backupRules,
  ...pageRules,
  ...scheduleRules,
  'rows.describe': {
    access: 'anywhere',
    args: v.strictObject({
      rows: v.pipe(v.array(rowIds), v.maxLength(2000)),
      fields: v.optional(v.pipe(v.array(v.picklist(fieldIds)), v.maxLength(fieldIds.length))),
      table: v.optional(v.picklist([...describedTables, 'any'])),
    }),
  },
  'preferences.get': { access: 'anywhere', args: nothing },
  'preferences.change': { access: 'anywhere', args: v.partial(preferencesSchema) },
  'options.open': { access: 'anywhere', args: nothing },
  'scripts.load': {
    access: 'anywhere',
    args: v.strictObject({ script: v.picklist(['overlay', 'panels']) }),
  },
  'account.status': { access: 'extension-pages', args: nothing },
  'account.link': {
    access: 'extension-pages',
    args: v.strictObject({ scopes: v.array(v.pipe(v.string(), v.regex(/^\w+$/))) }),
  },
  'account.linkToken': { access: 'extension-pages', args: v.strictObject({ token: secret }) },
  'account.unlink': { access: 'extension-pages', args: nothing },
  'account.readBalance': { access: 'extension-pages', args: nothing },
  'account.identify': { access: 'extension-pages', args: v.strictObject({ same: v.nullable(accountId) }) },
  'account.activate': { access: 'extension-pages', args: v.strictObject({ id: accountId }) },
  'account.rename': {
    access: 'extension-pages',
    args: v.strictObject({
      id: accountId,
      label: v.pipe(
        v.string(),
        v.trim(),
        v.minLength(1, 'Give the account a name.'),
        v.maxLength(40, 'A name holds at most 40 characters.'),
      ),
    }),
  },
  'application.status': { access: 'extension-pages', args: nothing },
  'application.save': {
    access: 'extension-pages',
    args: v.strictObject({ clientId, clientSecret: v.nullable(secret), signInHost: v.picklist(signInHosts) }),
  },
  'market.status': { access: 'extension-pages', args: nothing },
  'market.pull': { access: 'extension-pages', args: nothing },
  'market.stop': { access: 'extension-pages', args: nothing },
  'events.since': { access: 'extension-pages', args: nothing },
  'events.seen': { access: 'extension-pages', args: v.strictObject({ upTo: count }) },
  'mirror.age': { access: 'anywhere', args: nothing },
  'mirror.clear': { access: 'extension-pages', args: nothing },
};
