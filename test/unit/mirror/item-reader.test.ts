import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArrivalsBuilder, type Arrivals } from '#lib/mirror/arrivals.ts';
import type { ItemField } from '#lib/mirror/item-values.ts';
import { readItems } from '#lib/mirror/read-items.ts';
import { readNumber } from '#lib/mirror/read-number.ts';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const fields: readonly ItemField[] = [
  {
    name: 'listingId',
    key: 'Id',
    read: (raw) => (typeof raw === 'string' && guid.test(raw) ? raw.toLowerCase() : undefined),
  },
  { name: 'price', key: 'Price', read: (raw) => (typeof raw === 'number' ? raw : undefined) },
  { name: 'userName', key: 'UserName', read: (raw) => (typeof raw === 'string' ? raw : undefined) },
  { name: 'isNew', key: 'IsNew', read: (raw) => (typeof raw === 'boolean' ? Number(raw) : undefined) },
];

/** A stream of the bytes in pieces of these sizes, again and again. */
function inPieces(text: string, sizes: readonly number[]): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  let turn = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      const size = sizes[turn++ % sizes.length] ?? 1;
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

/** How many of the items were read out of the bytes, and what came of all. */
async function read(
  text: string,
  sizes: readonly number[],
  way: 'bytes' | 'parsed',
): Promise<{ arrivals: Arrivals; parsed: number }> {
  const builder = createArrivalsBuilder(fields, 'listingId');
  let parsed = 0;
  await readItems(
    inPieces(text, sizes),
    (items) => {
      parsed += items.length;
      builder.add(items);
    },
    new AbortController().signal,
    way === 'bytes' ? builder.readItem : undefined,
  );
  return { arrivals: builder.finish(), parsed };
}

const numbers = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
  fc.tuple(fc.integer(), fc.nat(9_999_999_999)).map(([a, b]) => `${a}.${String(b).padStart(10, '0')}`),
  fc.integer().map(String),
  fc.constantFrom('0.0000000000', '-0', '-0.0', '9007199254740993', '1e3', '0.1E-7', '123456789012345678.25'),
);
const texts = fc
  .oneof(fc.string(), fc.constantFrom('BO123', 'Õ', 'a"b', 'tab\t', ''))
  .map((text) => JSON.stringify(text));
const ids = fc.uuid().map((id) => JSON.stringify(id));
const values: Record<string, fc.Arbitrary<string>> = {
  Id: fc.oneof(
    { weight: 8, arbitrary: ids },
    fc.constantFrom('null', '"no id"', '"00000000-0000-0000-0000-000000000000"', '7'),
  ),
  Price: fc.oneof(numbers, fc.constantFrom('null', '"1"', '[1]')),
  UserName: fc.oneof(texts, fc.constantFrom('null', '{}')),
  IsNew: fc.constantFrom('true', 'false', 'null'),
  Events: fc.constantFrom('null', '[]', '[{"a":[1,"]"]}]', '"text"', '-1.50'),
};

const markets = fc
  .record({
    keys: fc.shuffledSubarray(Object.keys(values), { minLength: 3 }),
    blank: fc.constantFrom('', ' ', '\n    '),
    rows: fc.array(fc.record(values), { maxLength: 30 }),
    odd: fc.nat(40),
  })
  .map(({ keys, blank, rows, odd }) => {
    const items = rows.map((row, n) => {
      // Now and then an item is written in another order.
      const order = n === odd ? keys.toReversed() : keys;
      const pairs = order.map((key) => `${blank}"${key}":${blank}${row[key as keyof typeof row]}`);
      return `{${pairs.join(',')}${blank}}`;
    });
    return `{"TotalCount":${rows.length},"Payload":[${blank}${items.join(`,${blank}`)}${blank}],"Success":true,"Errors":null}`;
  });

describe('items read out of the bytes', () => {
  it('are the same as items that were parsed, however they are written and cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        markets,
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 4 }),
        async (text, sizes) => {
          const fromBytes = await read(text, sizes, 'bytes');
          const parsed = await read(text, sizes, 'parsed');
          expect(fromBytes.arrivals).toEqual(parsed.arrivals);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are nearly all of a list that is written by a machine', async () => {
    const item = (n: number): string =>
      `{"Id":"00000000-0000-0000-0000-${String(n + 1).padStart(12, '0')}","Price":${n}.5000000000,"UserName":"BO${n}","Events":null}`;
    const list = Array.from({ length: 5000 }, (_, n) => item(n));
    const text = `{"TotalCount":5000,"Payload":[${list.join(',')}],"Success":true}`;
    const { arrivals, parsed } = await read(text, [65_536], 'bytes');
    expect(arrivals.received).toBe(5000);
    expect(parsed).toBeLessThan(50);
  });

  it('are refused where the list is no JSON', async () => {
    const good = '{"Id":"00000000-0000-0000-0000-000000000001","Price":1}';
    for (const bad of [
      '{"Id":"00000000-0000-0000-0000-000000000002","Price":01}',
      '{"Id":"x","Price":.5}',
      '{"Id":"x" "Price":5}',
    ]) {
      const text = `{"TotalCount":2,"Payload":[${good},${bad},${good}],"Success":true}`;
      await expect(read(text, [1000], 'bytes')).rejects.toMatchObject({ code: 'nonsense' });
    }
  });
});

describe('readNumber', () => {
  const into = { value: 0, end: 0 };
  const readText = (text: string): number | undefined => {
    readNumber(new TextEncoder().encode(`${text},`), 0, into);
    return into.end === text.length ? into.value : undefined;
  };

  it('reads what JSON.parse reads, to the last bit', () => {
    fc.assert(
      fc.property(numbers, (text) => {
        expect(readText(text)).toBe(JSON.parse(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['01', '-', '.5', '1.', '+1', '1e', 'NaN', '1.5.2', '--1'])('does not take %s', (text) => {
    expect(readText(text)).toBeUndefined();
  });
});
