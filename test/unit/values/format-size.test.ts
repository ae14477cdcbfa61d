import { describe, expect, it } from 'vitest';
import { formatSize } from '#components/values/format-size.ts';
import { chooseLook } from '#components/values/value-look.ts';

describe('formatSize', () => {
  it.each([
    [0, '0 MB'],
    [1, 'less than 0.1 MB'],
    [99_999, 'less than 0.1 MB'],
    [100_000, '0.1 MB'],
    [9_440_000, '9.4 MB'],
    [28_400_000, '28 MB'],
    [1_234_000_000, '1,234 MB'],
  ])('writes %i bytes as %s', (bytes, text) => {
    expect(formatSize(bytes, chooseLook('en'))).toBe(text);
  });

  it('writes as the language does', () => {
    expect(formatSize(3_400_000, chooseLook('et'))).toBe('3,4 MB');
  });
});
