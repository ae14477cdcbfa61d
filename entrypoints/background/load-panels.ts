import { browser } from 'wxt/browser';
import { AppError } from '#lib/base/app-error.ts';
import type { SenderPlace } from '#lib/messages/serve.ts';

/** Runs the second script of a page beside the first, in the same world of the same frame. */
export async function loadPanels({ tabId, frameId }: SenderPlace): Promise<null> {
  if (tabId === undefined) throw new AppError('invalid-input', 'Only a page in a tab has panels.');
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId ?? 0] },
      files: ['/panels.js'],
    });
  } catch (error) {
    throw new AppError('not-allowed', 'The browser did not let Bondlens open its panels on this page.', {
      cause: error,
    });
  }
  return null;
}
