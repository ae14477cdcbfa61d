import type { ValueReader } from './value-readers.ts';

/** Reads a part of an answer; undefined when it has another shape. What is not understood goes to `problems` by its path. */
export type PartReader<T> = (value: unknown, problems: string[], path: string) => T | undefined;

/** Where a value stands in the API's object, and how it is read. */
export type FieldEntry<T> =
  | { key: string; value: ValueReader<T> }
  /** An object or list within the object. */
  | { key: string; part: PartReader<T> };

type FieldTable = Readonly<Record<string, FieldEntry<unknown>>>;

/** What a table reads: each of its names with a value, `null` where it is unknown. */
export type RecordOf<Table extends FieldTable> = {
  -readonly [Name in keyof Table]: (Table[Name] extends FieldEntry<infer T> ? T : never) | null;
};

/** A field of a table: the key as the API spells it, and the reader of its value. */
export function field<T>(key: string, value: ValueReader<T>): FieldEntry<T> {
  return { key, value };
}

/** A field whose value is an object or list with a reader of its own. */
export function part<T>(key: string, reader: PartReader<T>): FieldEntry<T> {
  return { key, part: reader };
}

/**
 * The reader of objects that a table describes. A missing or null value is `null`; one of the wrong kind is `null`
 * too and its path goes to `problems`. Anything but an object is undefined. Keys the table does not name are ignored.
 */
export function recordReader<Table extends FieldTable>(table: Table): PartReader<RecordOf<Table>> {
  const names = Object.keys(table);
  const entries = Object.values(table);
  const empty = Object.fromEntries(names.map((name) => [name, null]));
  return (value, problems, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const source = value as Record<string, unknown>;
    // A copy of one object has its final shape at once, which is what makes a hundred thousand of them fast.
    const record: Record<string, unknown> = { ...empty };
    for (let at = 0; at < names.length; at += 1) {
      const entry = entries[at] as FieldEntry<unknown>;
      const raw = source[entry.key];
      if (raw === null || raw === undefined) continue;
      const read = 'value' in entry ? entry.value(raw) : entry.part(raw, problems, `${path}.${entry.key}`);
      if (read === undefined) problems.push(`${path}.${entry.key}`);
      else record[names[at] as string] = read;
    }
    return record as RecordOf<Table>;
  };
}

/** The reader of lists: items that are not what they should be are left out and reported. */
export function listReader<T>(item: PartReader<T>): PartReader<T[]> {
  return (value, problems, path) => {
    if (!Array.isArray(value)) return undefined;
    const items: T[] = [];
    value.forEach((raw: unknown, index) => {
      const read = item(raw, problems, `${path}[${index}]`);
      if (read === undefined) problems.push(`${path}[${index}]`);
      else items.push(read);
    });
    return items;
  };
}

/** The reader of lists in which `null` stands for an item that was not found; one that is not understood is `null` too. */
export function sparseListReader<T>(item: PartReader<T>): PartReader<(T | null)[]> {
  return (value, problems, path) => {
    if (!Array.isArray(value)) return undefined;
    return value.map((raw: unknown, index) => {
      if (raw === null) return null;
      const read = item(raw, problems, `${path}[${index}]`);
      if (read === undefined) problems.push(`${path}[${index}]`);
      return read ?? null;
    });
  };
}
