// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createHostAccess } from '#components/settings/host-access.ts';
import { HostAccessWarning } from '#components/settings/host-access-warning.tsx';
import { openPage } from '#test/unit/popup/rendered-page.tsx';
import { createScriptedBackground } from '#test/unit/popup/scripted-background.ts';

/** A browser whose person can grant and withdraw the hosts. */
function createPermissions(granted: boolean, answer = true) {
  const listeners = new Set<() => void>();
  const event = {
    addListener: (listener: () => void) => void listeners.add(listener),
    removeListener: (listener: () => void) => void listeners.delete(listener),
  };
  let now = granted;
  const set = (next: boolean): void => {
    now = next;
    for (const listener of listeners) listener();
  };
  return {
    set,
    listeners,
    permissions: {
      contains: () => Promise.resolve(now),
      request: () => {
        if (answer) set(true);
        return Promise.resolve(answer);
      },
      onAdded: event,
      onRemoved: event,
    },
  };
}

async function openWarning(browser: ReturnType<typeof createPermissions>) {
  const access = createHostAccess(browser.permissions);
  return openPage(<HostAccessWarning access={access} />, createScriptedBackground());
}

describe('access to bondora.com that is withdrawn', () => {
  it('is noticed while the page is open, said in one line, and asked for again from a click', async () => {
    const browser = createPermissions(true);
    const page = await openWarning(browser);
    expect(page.has('#host-access')).toBe(false);
    browser.set(false);
    await page.see(() => expect(page.text('#host-access p')).toContain('nothing is asked of Bondora'));
    await page.click('#grant-host-access');
    await page.see(() => expect(page.has('#host-access')).toBe(false));
  });

  it('stays said when the person does not allow it', async () => {
    const page = await openWarning(createPermissions(false, false));
    await page.see(() => page.find('#host-access'));
    await page.click('#grant-host-access');
    expect(page.has('#grant-host-access')).toBe(true);
  });

  it('is not listened for any more when the page is gone', async () => {
    const browser = createPermissions(true);
    const page = await openWarning(browser);
    await page.see(() => expect(browser.listeners.size).toBe(1));
    page.close();
    await page.see(() => expect(browser.listeners.size).toBe(0));
  });
});
