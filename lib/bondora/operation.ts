import type { Scope } from '#lib/base/permissions.ts';
import type { Envelope } from './envelope.ts';
import type { PartReader } from './record-reader.ts';
import { listReader } from './record-reader.ts';
import type { QuotaKey } from './quota-table.ts';

/** Names and values of a request's address, in the API's spelling and units. */
export type QueryEntries = readonly (readonly [name: string, value: string])[];

/** One operation of the API as data. */
export interface Operation<Args, Result> {
  /** Its name in the description of the API. */
  id: string;
  method: 'GET' | 'POST';
  path: (args: Args) => string;
  /** The permission it needs besides a token. */
  scope: Scope | null;
  quota: QuotaKey;
  /** Reads are repeated when they fail; writes are sent once. */
  kind: 'read' | 'write';
  /** Throws `invalid-input` for what the API would not take. */
  check?: (args: Args) => void;
  query?: (args: Args) => QueryEntries;
  body?: (args: Args) => unknown;
  /** The result in an answer that says yes; undefined when it is not there in the documented shape. */
  decode: (envelope: Envelope, args: Args) => Result | undefined;
}

/** An answer: its value, and the paths of what in it was not understood. */
export interface Answer<Value> {
  value: Value;
  problems: string[];
}

/** A page of a list, and the paths of what in it was not understood. Counts that the answer does not give are null. */
export interface Page<Item> {
  items: Item[];
  pageNr: number | null;
  pageSize: number | null;
  totalCount: number | null;
  problems: string[];
}

/** Decodes an answer that carries one value. */
export function decodeOne<Value>(read: PartReader<Value>): (envelope: Envelope) => Answer<Value> | undefined {
  return ({ payload }) => {
    const problems: string[] = [];
    const value = read(payload, problems, 'Payload');
    return value === undefined ? undefined : { value, problems };
  };
}

/** Decodes an answer that carries a page of a list. */
export function decodePage<Item>(read: PartReader<Item>): (envelope: Envelope) => Page<Item> | undefined {
  const readList = listReader(read);
  return ({ payload, pageNr, pageSize, totalCount }) => {
    const problems: string[] = [];
    const items = readList(payload, problems, 'Payload');
    return items === undefined ? undefined : { items, pageNr, pageSize, totalCount, problems };
  };
}

/** Decodes an answer that only says that the request was taken over. */
export function decodeTaken(): Answer<null> {
  return { value: null, problems: [] };
}
