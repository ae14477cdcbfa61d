import type { MessageName } from '#lib/messages/protocol.ts';
import type { PulseTopic } from '#lib/messages/pulse.ts';

/** The messages that only read, each kept as one query, with the pulse that says it is out of date. */
export const queryTopics = {
  'account.status': 'account',
  'application.status': 'account',
  'market.status': 'market',
  'events.since': 'events',
  'preferences.get': 'preferences',
  'schedule.status': 'schedule',
  'notes.list': 'notes',
  'notes.drafts': 'notes',
  'tags.list': 'notes',
  'snapshots.list': 'notes',
} as const satisfies Partial<Record<MessageName, PulseTopic>>;

export type QueryName = keyof typeof queryTopics;

/** Those that are asked without arguments. */
export type PlainQueryName = Exclude<QueryName, 'notes.list'>;

/** The messages that change something. Each answers what the query beside it would answer now. */
export const commandAnswers = {
  'account.link': 'account.status',
  'account.linkToken': 'account.status',
  'account.unlink': 'account.status',
  'account.readBalance': 'account.status',
  'account.identify': 'account.status',
  'account.activate': 'account.status',
  'account.rename': 'account.status',
  'application.save': 'application.status',
  'market.pull': 'market.status',
  'market.stop': 'market.status',
  'events.seen': 'events.since',
  'mirror.clear': 'market.status',
  'schedule.change': 'schedule.status',
  'schedule.run': 'schedule.status',
} as const satisfies Partial<Record<MessageName, QueryName>>;

export type CommandName = keyof typeof commandAnswers;
