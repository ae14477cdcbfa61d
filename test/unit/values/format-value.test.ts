import { describe, expect, it } from 'vitest';
import { formatValue } from '#components/values/format-value.ts';
import { rawValue } from '#components/values/raw-value.ts';
import { chooseLook } from '#components/values/value-look.ts';
import { parseDay } from '#lib/base/day.ts';
import type { FieldKind, FieldValue } from '#lib/loan/field.ts';

const english = chooseLook('en');
const german = chooseLook('de');

describe('formatting a value', () => {
  it.each<[FieldValue, FieldKind, string, string]>([
    [1412.5, 'money', '1,412.50\u00a0€', '1.412,50\u00a0€'],
    [-0.004, 'money', '0.00\u00a0€', '0,00\u00a0€'],
    [-12.3, 'money', '−12.30\u00a0€', '−12,30\u00a0€'],
    [-0.105, 'rate', '−10.5%', '−10,5%'],
    [0, 'rate', '0.0%', '0,0%'],
    [-0.0001, 'rate', '0.0%', '0,0%'],
    [12.3456, 'rate', '1,235%', '1.235%'],
    [1234567, 'count', '1,234,567', '1.234.567'],
    [1.5, 'number', '1.50', '1,50'],
    [0.0123, 'number', '0.012', '0,012'],
    [1e-12, 'number', '0.00000000', '0,00000000'],
    [3, 'number', '3.00', '3,00'],
    [0, 'number', '0.00', '0,00'],
    [640, 'number', '640', '640'],
    [1234.5, 'number', '1,235', '1.235'],
    [100, 'code', '100', '100'],
    [parseDay('2026-03-09') ?? null, 'day', '09/03/2026', '09.03.2026'],
    [true, 'truth', 'yes', 'yes'],
    ['HR', 'rating', 'HR', 'HR'],
    [['late', 'again'], 'tags', 'late, again', 'late, again'],
    [null, 'rate', '–', '–'],
    [Number.NaN, 'money', '–', '–'],
    [Infinity, 'number', '–', '–'],
  ])('writes %s of kind %s in English and in German', (value, kind, inEnglish, inGerman) => {
    expect(formatValue(value, kind, english)).toBe(inEnglish);
    expect(formatValue(value, kind, german)).toBe(inGerman);
  });

  it('writes a plus only where asked, and never before zero', () => {
    expect(formatValue(0.05, 'rate', english, { signed: true })).toBe('+5.0%');
    expect(formatValue(-0.05, 'rate', english, { signed: true })).toBe('−5.0%');
    expect(formatValue(0, 'rate', english, { signed: true })).toBe('0.0%');
    expect(formatValue(0.0001, 'rate', english, { signed: true })).toBe('0.0%');
  });

  it('puts the euro sign where the page has it', () => {
    const before = chooseLook('en', { currency: 'before' });
    expect(formatValue(-1412.5, 'money', before)).toBe('−€1,412.50');
  });
});

describe('choosing a look', () => {
  it('follows what the page was seen to do rather than its language', () => {
    expect(formatValue(1234.5, 'money', chooseLook('en', { decimal: ',' }))).toBe('1.234,50\u00a0€');
  });

  it('takes English for a language that is none', () => {
    expect(chooseLook('not a language')).toEqual(english);
    expect(chooseLook('')).toEqual(english);
  });
});

describe('the raw value', () => {
  it('has a point whatever the page writes, and is empty when unknown', () => {
    expect(rawValue(-0.105)).toBe('-0.105');
    expect(rawValue(null)).toBe('');
    expect(rawValue(Number.NaN)).toBe('');
    expect(rawValue(0)).toBe('0');
    expect(rawValue(true)).toBe('true');
    expect(rawValue(['a', 'b'])).toBe('a,b');
  });
});
