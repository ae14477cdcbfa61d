import { expect, it } from 'vitest';
import { run } from '#test/drill/hostile-files.ts';

it('A hostile file is refused and changes nothing, or all that comes of it can be read, in 150 tries', async () => {
  expect(await run({ steps: 150, seed: 2 })).toMatchObject({ held: true });
});
