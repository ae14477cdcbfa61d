import { decodePage, type Operation, type Page } from './operation.ts';
import type { ArgumentsOf } from './query.ts';
import { checkPage, count, moment, paging, word, writeQuery } from './query.ts';
import { field, recordReader, type RecordOf } from './record-reader.ts';
import { instant, text, whole } from './value-readers.ts';

const loggedEvent = {
  eventDate: field('EventDate', instant),
  eventType: field('EventType', whole),
  ipAddress: field('IpAddress', text),
  data: field('Data', text),
};

export const eventParameters = {
  eventDateFrom: moment('EventDateFrom'),
  eventDateTo: moment('EventDateTo'),
  eventType: count('EventType'),
  ipAddress: word('IpAddress'),
  ...paging,
};

/** A write call that was made with this application; `data` is the JSON text of its request. */
export type LoggedEvent = RecordOf<typeof loggedEvent>;

/** The write calls of this application. Needs no permission, so it also tells whether a token is good. */
export const listEvents: Operation<ArgumentsOf<typeof eventParameters>, Page<LoggedEvent>> = {
  id: 'listEvents',
  method: 'GET',
  path: () => '/api/v1/eventlog',
  scope: null,
  quota: 'eventlog',
  kind: 'read',
  check: (args) => checkPage('eventlog', args),
  query: (args) => writeQuery(eventParameters, args),
  decode: decodePage(recordReader(loggedEvent)),
};
