import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pulse } from '#lib/messages/pulse.ts';

const set = vi.hoisted(() => vi.fn<(items: object) => Promise<void>>());
vi.mock('wxt/browser', () => ({ browser: { storage: { local: { set } } } }));

describe('a pulse', () => {
  beforeEach(() => {
    set.mockReset();
  });

  it('is another value each time, so that pages hear it', async () => {
    set.mockResolvedValue();
    await pulse('notes');
    await pulse('notes');
    const values = set.mock.calls.map(([items]) => (items as Record<string, string>)['pulse:notes']);
    expect(values[0]).toBeTypeOf('string');
    expect(new Set(values).size).toBe(2);
  });

  it('that a full disk refuses does not make what was done look undone', async () => {
    set.mockRejectedValue(new Error('An unexpected error occurred'));
    await expect(pulse('notes')).resolves.toBeUndefined();
  });
});
