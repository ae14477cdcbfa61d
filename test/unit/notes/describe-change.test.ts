import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLines } from '#lib/notes/compare-lines.ts';
import { describeChange } from '#lib/notes/describe-change.ts';
import { emptyFields } from '#lib/notes/note-fields.ts';
import type { NoteFields } from '#lib/notes/note.ts';

const texts = fc
  .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
  .map((lines) => lines.join('\n'));

describe('two texts line by line', () => {
  it('give each text back, whatever changed', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const lines = compareLines(before, after);
        const join = (without: string): string =>
          lines
            .filter((line) => line.in !== without)
            .map(({ line }) => line)
            .join('\n');
        expect([join('after'), join('before')]).toEqual([before, after]);
      }),
    );
  });

  it('keep what is common', () => {
    expect(compareLines('a\nb\nc', 'a\nx\nc\nd')).toEqual([
      { in: 'both', line: 'a' },
      { in: 'before', line: 'b' },
      { in: 'after', line: 'x' },
      { in: 'both', line: 'c' },
      { in: 'after', line: 'd' },
    ]);
  });

  it('of very many lines are still told apart', () => {
    const long = (word: string): string =>
      Array.from({ length: 20_000 }, (_, i) => `${word} ${i}`).join('\n');
    const lines = compareLines(`same\n${long('old')}`, `same\n${long('new')}`);
    expect([lines.length, lines[0]?.in, lines[1]?.in, lines.at(-1)?.in]).toEqual([
      40_001,
      'both',
      'before',
      'after',
    ]);
  });
});

describe('what was changed in a note, in words', () => {
  const old: NoteFields = { text: 'a\nb', colour: 'red', tags: ['x', 'y'], mark: 'watch', rating: 2 };

  it.each<[string[], NoteFields, NoteFields]>([
    [[], old, old],
    [
      ['text written', 'mark watch', 'rating 2', 'colour red', 'tag #x added', 'tag #y added'],
      emptyFields,
      old,
    ],
    [
      ['text taken out', 'mark watch taken off', 'rating 2 taken off', 'colour red taken off'],
      { ...old, tags: [] },
      emptyFields,
    ],
    [['mark avoid instead of watch', 'rating 5 instead of 2'], old, { ...old, mark: 'avoid', rating: 5 }],
    [['text: 1 line added, 2 lines taken out'], { ...old, text: 'a\nb\nc' }, { ...old, text: 'a\nd' }],
    [['text: line endings'], old, { ...old, text: 'a\r\nb' }],
    [['tag #z added', 'tag #x taken off'], old, { ...old, tags: ['y', 'z'] }],
  ])('is %j', (words, before, after) => {
    expect(describeChange(before, after)).toEqual(words);
  });
});
