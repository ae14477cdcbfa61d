import type { FieldValue } from '#lib/loan/field.ts';
import { isGuidAt, isGuidColumn } from './guid-columns.ts';
import type { ItemTaker } from './item-reader.ts';

/** Where a value stands in an item of the API's answer, and how it is read. */
export interface ItemField {
  /** The column that it goes to. A column of GUIDs takes what is a GUID. */
  name: string;
  /** The API's key. */
  key: string;
  /** The machine value, null for "not set", undefined for what is not understood. */
  read(raw: {}): FieldValue | undefined;
  /** The same for the bytes of a text in ASCII; undefined leaves it to `read`. */
  readBytes?(bytes: Uint8Array, from: number, to: number): FieldValue | undefined;
}

/** The values of one item, by the places of their fields. */
export interface ItemValues extends ItemTaker {
  readonly values: FieldValue[];
  /** Of columns of GUIDs: where in `bytes` it stands; -1 when it does not, and `values` tells. */
  readonly guidAt: Int32Array;
  /** What `guidAt` means. */
  readonly bytes: Uint8Array;
  /** Places of the fields that were not understood. */
  readonly problems: readonly number[];
  /** Takes the values of an item that was parsed. */
  read(item: Readonly<Record<string, unknown>>): void;
}

/** @param onEnd called when an item is complete */
export function createItemValues(fields: readonly ItemField[], onEnd: () => void): ItemValues {
  const values: FieldValue[] = fields.map(() => null);
  const guidAt = new Int32Array(fields.length).fill(-1);
  const isGuid = fields.map(({ name }) => isGuidColumn(name));
  const memories = fields.map(() => createMemory());
  let problems: number[] = [];
  let source: Uint8Array = new Uint8Array(0);
  const begin = (): void => {
    values.fill(null);
    guidAt.fill(-1);
    if (problems.length > 0) problems = [];
  };
  const set = (place: number, value: FieldValue | undefined): void => {
    if (value === undefined) problems.push(place);
    else values[place] = value;
  };
  const setRaw = (place: number, raw: {}): void => set(place, fields[place]?.read(raw));

  return {
    values,
    guidAt,
    get bytes() {
      return source;
    },
    get problems() {
      return problems;
    },
    begin,
    number: setRaw,
    truth: setRaw,
    text(place, bytes, from, to, hash) {
      if (isGuid[place] === true && to - from === 36 && isGuidAt(bytes, from)) {
        source = bytes;
        guidAt[place] = from;
        return;
      }
      const direct = fields[place]?.readBytes?.(bytes, from, to);
      if (direct !== undefined) {
        values[place] = direct;
        return;
      }
      const memory = memories[place];
      if (memory === undefined) return;
      const at = hash & (memorySize - 1);
      const text = memory.texts[at];
      if (text !== undefined && isSame(text, bytes, from, to)) {
        memory.found += 1;
        set(place, memory.values[at]);
        return;
      }
      const told = readAscii(bytes, from, to);
      const value = fields[place]?.read(told);
      set(place, value);
      memory.missed += 1;
      // Of names and moments hardly one stands in two items: to remember them is wasted.
      if (memory.missed > memorySize * 4 && memory.missed > memory.found) return;
      memory.texts[at] = told;
      memory.values[at] = value;
    },
    end: onEnd,
    read(item) {
      begin();
      for (let place = 0; place < fields.length; place += 1) {
        const raw = item[fields[place]?.key ?? ''];
        if (raw !== null && raw !== undefined) setRaw(place, raw);
      }
    },
  };
}

/** Texts of one field and what they were read as: most stand in many items. */
interface Memory {
  found: number;
  missed: number;
  texts: (string | undefined)[];
  values: (FieldValue | undefined)[];
}

const memorySize = 512;

function createMemory(): Memory {
  return {
    found: 0,
    missed: 0,
    texts: Array.from<undefined>({ length: memorySize }),
    values: Array.from<undefined>({ length: memorySize }),
  };
}

// For texts this short, much faster than a decoder.
function readAscii(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += longestCall) {
    const codes = bytes.subarray(at, Math.min(to, at + longestCall));
    text += Reflect.apply(String.fromCodePoint, String, codes);
  }
  return text;
}

const longestCall = 4096;

function isSame(text: string, bytes: Uint8Array, from: number, to: number): boolean {
  if (text.length !== to - from) return false;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at - from) !== bytes[at]) return false;
  return true;
}
