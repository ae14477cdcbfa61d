import { browser } from 'wxt/browser';
import { AppError } from '#lib/base/app-error.ts';
import type { PageProtocol, PageStatus } from '#lib/messages/page-protocol.ts';
import type { SenderPlace } from '#lib/messages/serve.ts';

type PageHandlers = {
  [Name in keyof PageProtocol]: (
    args: Parameters<PageProtocol[Name]>[0],
    place: SenderPlace,
  ) => Promise<ReturnType<PageProtocol[Name]>>;
};

/** Answers what is asked about pages in tabs, and brings the teaching to them. */
export const pageHandlers: PageHandlers = {
  async 'teaching.open'({ start }, { tabId }) {
    if (tabId === undefined) throw new AppError('invalid-input', 'Only a page in a tab can be taught.');
    return openTeaching(tabId, start);
  },
  'teaching.openIn': ({ tab, start }) => openTeaching(tab, start),
  async 'page.status'({ tab }) {
    // The address is told only where the browser lets us work.
    const { url } = await browser.tabs.get(tab);
    const { hostname, pathname } = new URL(url ?? 'about:blank');
    if (!/(^|\.)bondora\.com$/.test(hostname)) return null;
    return { tab, host: hostname, path: pathname, state: await readState(tab) };
  },
};

async function openTeaching(tabId: number, start: 'teach' | 'report'): Promise<null> {
  const target = { tabId };
  try {
    await browser.scripting.executeScript({ target, files: ['/teach.js'] });
    await browser.scripting.executeScript({ target, func: begin, args: [start] });
  } catch (error) {
    throw new AppError('not-allowed', 'The browser does not let Bondlens open anything on this page.', {
      cause: error,
    });
  }
  return null;
}

// Runs in the page's tab, in our own world: it may name nothing from outside itself.
function begin(start: string): void {
  const world = globalThis as { [key: symbol]: ((start: string) => void) | undefined };
  world[Symbol.for('bondlens teaching')]?.(start);
}

async function readState(tabId: number): Promise<PageStatus['state']> {
  try {
    const [found] = await browser.scripting.executeScript({ target: { tabId }, func: readMark });
    const state = found?.result;
    return state === 'ready' || state === 'off' || state === 'unreadable' ? state : 'unknown';
  } catch {
    // The browser withholds the host, or shows a page of its own.
    return 'unreached';
  }
}

function readMark(): string | null {
  return document.documentElement.getAttribute('data-bondlens');
}
