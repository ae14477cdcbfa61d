import { browser } from 'wxt/browser';
import type { PagePort } from '#components/page/page-card.tsx';
import { ask } from '#lib/messages/ask.ts';

/** The page that the person looked at when opening the popup. */
export const pagePort: PagePort = {
  async find() {
    const tab = await findTab();
    return tab === undefined ? null : ask('page.status', { tab });
  },
  async open(tab, start) {
    await ask('teaching.openIn', { tab, start });
    // The page needs the focus now, and the popup covers it; in a tab of its own it covers nothing.
    if ((await browser.tabs.getCurrent()) === undefined) window.close();
  },
};

/** The tab under the popup; where the popup stands in a tab of its own, the one that was looked at before it. */
async function findTab(): Promise<number | undefined> {
  const own = await browser.tabs.getCurrent();
  const tabs = await browser.tabs.query({ currentWindow: true });
  const [tab] = tabs
    .filter(({ id, active }) => (own === undefined ? active : id !== own.id))
    .toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return tab?.id;
}
