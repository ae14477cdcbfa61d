import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { createMirrorRecord } from '../../../entrypoints/background/mirror-state.ts';
import type { Records } from '#lib/store/records.ts';

const full = new AppError('disk-full', 'The disk is full.');

/** A drawer on a disk that may refuse writes. */
function createDrawer(): Records & { refusal: Error | null } {
  const held = new Map<string, unknown>();
  const drawer = {
    refusal: null as Error | null,
    get: async <T>(key: string) => held.get(key) as T | undefined,
    put: async (key: string, value: unknown) => void held.set(key, value),
    async update<T>(key: string, change: (value: T | undefined) => T) {
      if (drawer.refusal !== null) throw drawer.refusal;
      const changed = change(held.get(key) as T | undefined);
      held.set(key, changed);
      return changed;
    },
  };
  return drawer;
}

describe('the record of the mirror on a full disk', () => {
  it('tells that the disk is full, though that cannot be written down', async () => {
    const drawer = createDrawer();
    const record = createMirrorRecord(drawer);
    await record.begin('listings', 1);
    drawer.refusal = full;
    await record.fail('listings', new AppError('disk-full', 'The disk is full.'), 2);
    expect(await record.read()).toMatchObject({
      running: null,
      problem: 'The disk is full.',
      problemCode: 'disk-full',
    });
  });

  it('is written down with all that came since, once there is room', async () => {
    const drawer = createDrawer();
    const record = createMirrorRecord(drawer);
    drawer.refusal = full;
    await record.ask(['listings']);
    drawer.refusal = null;
    await record.begin('auctions', 1);
    const written = await createMirrorRecord(drawer).read();
    expect(written).toMatchObject({ asked: ['listings'], running: { task: 'auctions' } });
    expect(await record.read()).toEqual(written);
  });

  it('is kept too where the disk refuses writes for another reason, and nothing else is kept quiet', async () => {
    const drawer = createDrawer();
    const record = createMirrorRecord(drawer);
    drawer.refusal = new AppError('storage', 'No mutations now.');
    await record.ask(['bids']);
    expect((await record.read()).asked).toEqual(['bids']);
    drawer.refusal = new TypeError('A fault of ours.');
    await expect(record.giveUp()).rejects.toThrow('A fault of ours.');
    drawer.refusal = null;
    await record.giveUp();
    expect((await createMirrorRecord(drawer).read()).asked).toEqual(['bids']);
  });
});
