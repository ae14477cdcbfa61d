import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createItemSplitter } from '#lib/mirror/split-items.ts';

/** Pushes a text in pieces of the given lengths (repeated) and gives all items and the envelope. */
function split(text: string, lengths: readonly number[]): { items: unknown[]; envelope: unknown } {
  const splitter = createItemSplitter();
  const bytes = new TextEncoder().encode(text);
  const items: unknown[] = [];
  for (let at = 0, piece = 0; at < bytes.length; piece += 1) {
    const length = lengths[piece % lengths.length] ?? 1;
    const found = splitter.push(bytes.subarray(at, at + length));
    if (found !== undefined) items.push(...found);
    at += length;
  }
  return { items, envelope: splitter.finish() };
}

describe('createItemSplitter', () => {
  it('gives the same items and envelope as parsing the whole, whatever the pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), fc.constant(null))),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(undefined, 2),
        (payload, lengths, space) => {
          const rest = { TotalCount: payload.length, Count: payload.length };
          const text = JSON.stringify(
            { ...rest, Payload: payload, Success: true, Errors: null },
            null,
            space,
          );
          const { items, envelope } = split(text, lengths);
          expect(items).toEqual(JSON.parse(JSON.stringify(payload)));
          expect(envelope).toEqual({ ...rest, Payload: [], Success: true, Errors: null });
        },
      ),
    );
  });

  it('is not misled by things within an item that look like the beginning of the next', () => {
    const begin = { Id: 1, text: 'x,{"Id":1' };
    const nested = { Id: 2, list: [begin, begin, { Id: 3, list: [begin, [begin, begin]] }], last: null };
    const payload = Array.from({ length: 20 }, () => [nested, begin]).flat();
    const text = JSON.stringify({ Payload: payload, Success: true });
    for (const length of [1, 3, 17, 64, 300, 5000]) expect(split(text, [length]).items).toEqual(payload);
  });

  it('knows the total as soon as the items begin', () => {
    const splitter = createItemSplitter();
    splitter.push(new TextEncoder().encode('{"PageSize":10,"TotalCount": 4711,"Payload":[{"Id":1}'));
    expect(splitter.total()).toBe(4711);
  });

  it('reads an error answer without a list', () => {
    const text = '{"Success":false,"Errors":[{"Code":500,"Message":"x","Details":null}],"Payload":null}';
    expect(split(text, [7])).toEqual({ items: [], envelope: JSON.parse(text) as unknown });
  });

  it.each([
    '',
    '   ',
    '{"Payload":[{"Id":1},',
    '{"Payload":[]',
    '{"Payload":[{"Id":"a',
    'plain words',
    '[1,2]',
    '{"Payload":[{"Id":1},{"Id":],{"Id":3}],"Success":true}',
    '<html></html>',
  ])('refuses what is cut off or no envelope: %s', (text) => {
    expect(() => split(text, [5])).toThrow(expect.objectContaining({ code: 'nonsense' }));
  });
});
