import { describe, expect, it } from 'vitest';
import { partLength, splitText } from '#lib/backup/file-parts.ts';
import { createHeldFiles } from '../../../entrypoints/background/backup-files.ts';

describe('a file in parts', () => {
  it('is the same text again, and no part ends in the middle of a character', () => {
    const text = `${'x'.repeat(partLength - 1)}😀${'y'.repeat(partLength)}`;
    const parts = splitText(text);
    expect(parts.join('')).toBe(text);
    expect(parts.every((part) => part.length <= partLength && part.isWellFormed())).toBe(true);
    expect(splitText('')).toEqual(['']);
  });

  it('is read once all of it is handed in, in any order, and not before', () => {
    const files = createHeldFiles();
    files.hand({ id: 'a', part: 0, parts: 3, text: 'one ' });
    files.hand({ id: 'a', part: 2, parts: 3, text: 'three' });
    expect(() => files.read('a')).toThrow('let go');
    files.hand({ id: 'a', part: 1, parts: 3, text: 'two ' });
    expect(files.read('a')).toBe('one two three');
    files.drop('a');
    expect(() => files.read('a')).toThrow('let go');
  });

  it('is given out part by part; of several the newest two are held', () => {
    const files = createHeldFiles();
    const [first, second, third] = ['1', '2', '3'].map((name) => files.offer(name, `text ${name}`));
    expect(() => files.part(first?.id ?? '', 0)).toThrow('let go');
    expect(files.part(second?.id ?? '', 0)).toBe('text 2');
    expect(() => files.part(third?.id ?? '', 1)).toThrow('let go');
  });

  it('is refused when it grows too long', () => {
    const files = createHeldFiles();
    const text = 'x'.repeat(partLength);
    const hand = (part: number): void => files.hand({ id: 'a', part, parts: 200, text });
    for (let part = 0; part < 100; part++) hand(part);
    expect(() => hand(100)).toThrow('too long');
    expect(() => hand(101)).toThrow('let go');
  });
});
