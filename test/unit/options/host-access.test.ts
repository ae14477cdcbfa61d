import { describe, expect, it, vi } from 'vitest';
import { createHostAccess, type Permissions } from '#components/settings/host-access.ts';

function createPermissions(): { permissions: Permissions; listeners: Set<() => void>; asked: unknown[] } {
  const listeners = new Set<() => void>();
  const asked: unknown[] = [];
  const event = {
    addListener: (listener: () => void) => void listeners.add(listener),
    removeListener: (listener: () => void) => void listeners.delete(listener),
  };
  const answer = (what: unknown): Promise<boolean> => {
    asked.push(what);
    return Promise.resolve(true);
  };
  const permissions = { contains: answer, request: answer, onAdded: event, onRemoved: event };
  return { permissions, listeners, asked };
}

describe('host access', () => {
  it('asks the browser for Bondora’s hosts and no others', async () => {
    const { permissions, asked } = createPermissions();
    const access = createHostAccess(permissions);
    expect(await access.has()).toBe(true);
    expect(await access.request()).toBe(true);
    expect(asked).toEqual([
      { origins: ['https://*.bondora.com/*'] },
      { origins: ['https://*.bondora.com/*'] },
    ]);
  });

  it('tells of changes until it is ended', () => {
    const { permissions, listeners } = createPermissions();
    const ending = new AbortController();
    const heard = vi.fn();
    createHostAccess(permissions).onChange(heard, ending.signal);
    for (const listener of listeners) listener();
    expect(heard).toHaveBeenCalledOnce();
    ending.abort();
    expect(listeners.size).toBe(0);
  });
});
