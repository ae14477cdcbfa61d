import { describe, expect, it } from 'vitest';
import { readLabel, readText } from '#lib/site/cell-text.ts';
import { parsePage, pick } from './parse-page.ts';

function cell(markup: string): Element {
  return pick(parsePage(`<table><tr><td>${markup}</td></tr></table>`), 'td');
}

describe('readText', () => {
  it('joins blanks of every kind and drops characters without width', () => {
    expect(readText(cell(' 1\u00A0669,58\u202F\u2009€\n  x\u00AD\u200By '))).toBe('1 669,58 € xy');
  });

  it('breaks the line where elements begin and end, so that numbers do not run together', () => {
    expect(readText(cell('<b>12</b><i>345</i>'))).toBe('12\n345');
    expect(readText(cell('12<sup>34</sup>'))).toBe('12\n34');
    expect(readText(cell('1234567<br>BO12'))).toBe('1234567\nBO12');
    expect(readText(cell('<div> <span>4.12 €</span> </div>'))).toBe('4.12 €');
  });

  it('joins text that only a comment parts', () => {
    expect(readText(cell('12<!-- -->.5<!-- --> €'))).toBe('12.5 €');
  });

  it.each([
    '<span hidden>9</span>',
    '<span style="display: none">9</span>',
    '<span style="visibility:hidden">9</span>',
    '<span class="label sr-only">9</span>',
    '<script>9</script>',
    '<style>9</style>',
    '<select><option>9</option></select>',
    '<textarea>9</textarea>',
    '<bondlens-mark>9</bondlens-mark>',
    '<span data-bondlens-column="x">9</span>',
    '<svg><title>9</title></svg>',
  ])('passes over %s', (markup) => {
    expect(readText(cell(`1${markup}`))).toBe('1');
  });
});

describe('readLabel', () => {
  it('gives the title or label of a cell, else that of the one picture in it', () => {
    expect(readLabel(pick(parsePage('<p title=" Estonia "></p>'), 'p'))).toBe('Estonia');
    expect(readLabel(cell('<img alt="Estonia">'))).toBe('Estonia');
    expect(readLabel(cell('<i class="dot" data-original-title="Overdue"></i>'))).toBe('Overdue');
    expect(readLabel(cell('<i title="Overdue"></i><i title="Overdue"></i>'))).toBe('Overdue');
  });

  it('gives nothing where two things are said, or none', () => {
    expect(readLabel(cell('<i title="Overdue"></i><i title="Repaid"></i>'))).toBe('');
    expect(readLabel(cell('<i></i>'))).toBe('');
    expect(readLabel(cell('<bondlens-mark title="Note"></bondlens-mark>'))).toBe('');
  });
});
