import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldText } from '#lib/site/fold-text.ts';
import { findConcepts } from '#lib/site/header-words.ts';

const source = readFileSync(new URL('../../../lib/site/header-words.ts', import.meta.url), 'utf8');
const lists = [
  ...source
    .slice(source.indexOf('const words'), source.indexOf('} as const'))
    .matchAll(/(\w+):\s*'([^']+)'/g),
];

describe('the words of headers', () => {
  it('stand each under one concept, once', () => {
    const words = lists.flatMap(([, , list]) => (list ?? '').split(' '));
    expect(lists.length).toBeGreaterThan(40);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('are each found under their concept', () => {
    for (const [, concept = '', list = ''] of lists) {
      for (const word of list.split(' ')) {
        expect(findConcepts(foldText(word)), word).toContain(concept);
      }
    }
  });

  it('prefer a whole word to a beginning, and a longer beginning to a shorter one', () => {
    expect(findConcepts('verzugszinsen')).toEqual(['penalty']);
    expect(findConcepts('zinssatz')).toEqual(['interest', 'rate']);
    expect(findConcepts('laenuvotjad')).toEqual(['borrower']);
    expect(findConcepts('foo')).toBeUndefined();
  });
});
