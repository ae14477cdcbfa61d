import { queryTopics } from '#components/queries/queries.ts';
import { AppError, type ErrorCode } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import type { Ask } from '#lib/messages/ask.ts';
import type { AccountId } from '#lib/loan/ids.ts';
import type { MarketNews } from '#lib/messages/market-news.ts';
import type { MarketStatus } from '#lib/messages/market-status.ts';
import type { AccountEntry, AccountStatus, ApplicationStatus, MessageName } from '#lib/messages/protocol.ts';
import type { ScheduleStatus } from '#lib/messages/schedule-protocol.ts';
import type { PulseTopic } from '#lib/messages/pulse.ts';
import { defaultPreferences, type Preferences } from '#lib/views/preferences.ts';

export const minute = 60_000;
export const start = Date.UTC(2026, 10, 22, 12);

export const myAccount: AccountEntry = {
  id: '11111111-1111-4111-8111-111111111111' as AccountId,
  label: 'My account',
  linked: false,
};

export const savings: AccountEntry = {
  id: '22222222-2222-4222-8222-222222222222' as AccountId,
  label: 'Savings',
  linked: false,
};

export const notLinked: AccountStatus = {
  id: myAccount.id,
  label: myAccount.label,
  known: [myAccount],
  question: null,
  linked: false,
  by: null,
  scopes: null,
  asked: null,
  tokenExpiresAt: null,
  balance: null,
  balanceFreeAt: null,
  problem: null,
  problemEndsAt: null,
};

export const linked: AccountStatus = {
  ...notLinked,
  known: [{ ...myAccount, linked: true }],
  linked: true,
  by: 'consent',
  scopes: [],
  balance: { balance: 1487.226, reserved: 65, available: 1422.226, at: start - 4 * minute },
};

/** Two accounts of which the first is shown. */
export const twoAccounts: AccountStatus = { ...linked, known: [...linked.known, savings] };

/** An account was linked of which nobody knows yet whether it is the one that is known. */
export const asking: AccountStatus = { ...linked, question: { candidates: linked.known } };

const noApplication: ApplicationStatus = {
  clientId: null,
  hasSecret: false,
  redirectUrl: 'https://abc.chromiumapp.org/',
  signInHost: 'app.bondora.com',
};

export const application: ApplicationStatus = { ...noApplication, clientId: 'abc123', hasSecret: true };

export const emptyMarket: MarketStatus = {
  listings: 0,
  pulledAt: null,
  parts: [],
  running: false,
  progress: null,
  plan: [],
  stoppedUntil: null,
  callsLeft: 5,
  callsPerHour: 5,
  nextFreeAt: null,
  problem: null,
  problemCode: null,
  problemEndsAt: null,
};

export const market: MarketStatus = {
  ...emptyMarket,
  listings: 38_412,
  pulledAt: start - 12 * minute,
  callsLeft: 4,
};

/** What a page of ours keeps open at rest: a listener for each query, and the timer of the minutes. */
export const openAtRest = Object.keys(queryTopics).length + 1;

/** Nothing was pulled twice yet. */
export const noNews: MarketNews = { since: null, upTo: null, counts: {}, newest: [] };

/** No backup is written by itself. */
export const noSchedule: ScheduleStatus = {
  every: 'never',
  keep: 10,
  isLocked: false,
  isAllowed: false,
  last: null,
  failed: null,
};

/** What the scripted background knows; a test changes it and pulses. */
export interface Knowledge {
  account: AccountStatus;
  application: ApplicationStatus;
  market: MarketStatus;
  news: MarketNews;
  preferences: Preferences;
  schedule: ScheduleStatus;
}

/** Answers in place of the scripted ones; may throw or never resolve. */
export type Answers = Partial<Record<MessageName, (args: never) => unknown>>;

export interface ScriptedBackground {
  knows: Knowledge;
  answers: Answers;
  /** What was asked, commands only, in order. */
  sent: [MessageName, unknown][];
  ask: Ask;
  onPulse: (topic: PulseTopic, listener: () => void, signal: AbortSignal) => void;
  pulse: (topic: PulseTopic) => void;
  /** Listeners and timers that have not ended. */
  countOpen: () => number;
  clock: Clock;
  /** Moves the clock and ends the sleeps that are over by then. */
  pass: (ms: number) => void;
}

/** A background for tests, with a clock that stands still until it is moved. */
export function createScriptedBackground(
  known: Partial<Knowledge> = {},
  answers: Answers = {},
): ScriptedBackground {
  const listeners = new Map<() => void, PulseTopic>();
  const sleeps = new Map<() => void, number>();
  let now = start;
  const knows: Knowledge = {
    account: notLinked,
    application: noApplication,
    market: emptyMarket,
    news: noNews,
    preferences: defaultPreferences,
    schedule: noSchedule,
    ...known,
  };
  const sent: [MessageName, unknown][] = [];
  const scripted: Answers = {
    'account.status': () => knows.account,
    'application.status': () => knows.application,
    'market.status': () => knows.market,
    'events.since': () => knows.news,
    'preferences.get': () => knows.preferences,
    'schedule.status': () => knows.schedule,
    'notes.drafts': () => [],
    'tags.list': () => [],
    'account.link': ({ scopes }: { scopes: string[] }) => (knows.account = { ...linked, scopes }),
    'account.linkToken': () => (knows.account = { ...linked, by: 'pasted-token', scopes: null }),
    'account.unlink': () => (knows.account = notLinked),
    'account.readBalance': () => knows.account,
    'account.identify': ({ same }: { same: string | null }) =>
      (knows.account =
        same === null
          ? { ...linked, ...savings, linked: true, known: [...linked.known, { ...savings, linked: true }] }
          : linked),
    'account.activate': ({ id }: { id: string }) => {
      const all = knows.account.known;
      const shown = all.find((entry) => entry.id === id) ?? myAccount;
      return (knows.account = { ...(shown.linked ? linked : notLinked), ...shown, known: all });
    },
    'account.rename': ({ id, label }: { id: string; label: string }) =>
      (knows.account = {
        ...knows.account,
        ...(id === knows.account.id ? { label } : {}),
        known: knows.account.known.map((entry) => (entry.id === id ? { ...entry, label } : entry)),
      }),
    'market.pull': () => knows.market,
    'market.stop': () => (knows.market = { ...knows.market, running: false, progress: null }),
    'mirror.clear': () => (knows.market = emptyMarket),
    'events.seen': () => (knows.news = { ...noNews, since: now }),
    'application.save': (saved: { clientId: string; signInHost: ApplicationStatus['signInHost'] }) =>
      (knows.application = {
        ...knows.application,
        hasSecret: true,
        clientId: saved.clientId,
        signInHost: saved.signInHost,
      }),
    'schedule.change': ({ every, keep }: Pick<ScheduleStatus, 'every' | 'keep'>) =>
      (knows.schedule = { ...knows.schedule, every, keep, isAllowed: true }),
    'schedule.run': () => knows.schedule,
    'preferences.change': (parts: Partial<Preferences>) =>
      (knows.preferences = { ...knows.preferences, ...parts }),
  };
  return {
    knows,
    answers,
    sent,
    ask: async (name, args) => {
      if (!/\.(status|get|since|drafts|find|list)$/.test(name)) sent.push([name, args]);
      const answer = answers[name] ?? scripted[name];
      if (answer === undefined) throw new AppError('internal', `Nothing scripted for ${name}.`);
      return (await answer(args as never)) as never;
    },
    onPulse: (topic, listener, signal) => {
      listeners.set(listener, topic);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
    pulse: (topic) => {
      for (const [listener, wanted] of listeners) if (wanted === topic) listener();
    },
    countOpen: () => listeners.size + sleeps.size,
    clock: {
      now: () => now,
      sleep: (ms, signal) =>
        new Promise((resolve, reject) => {
          sleeps.set(resolve, now + ms);
          signal?.addEventListener('abort', () => {
            sleeps.delete(resolve);
            reject(signal.reason);
          });
        }),
    },
    pass: (ms) => {
      now += ms;
      for (const [wake, at] of sleeps) {
        if (at > now) continue;
        sleeps.delete(wake);
        wake();
      }
    },
  };
}

/** An answer that refuses. */
export function refuse(code: ErrorCode, message: string): () => never {
  return () => {
    throw new AppError(code, message);
  };
}
