import { expect, it } from 'vitest';
import { run } from '#test/drill/requests.ts';

it.each([1, 2, 3])(
  'a background that dies at forty random moments loses and doubles nothing (seed %i)',
  async (seed) => {
    const { line, held } = await run({ steps: 40, seed });
    expect(held, line).toBe(true);
  },
);
