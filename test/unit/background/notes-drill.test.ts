import { expect, it } from 'vitest';
import { run } from '#test/drill/notes.ts';

it('No change to a note that was acknowledged is lost in 100 steps of saves, deaths, full disks, changes of many, files and merges', async () => {
  expect(await run({ steps: 100, seed: 4 })).toMatchObject({ held: true });
});
