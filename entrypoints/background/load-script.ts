import { browser, type Browser } from 'wxt/browser';
import { AppError } from '#lib/base/app-error.ts';
import type { SenderPlace } from '#lib/messages/serve.ts';

/** Runs a later script of a page beside the first, in the same world of the same frame. */
export async function loadScript(script: 'overlay' | 'panels', place: SenderPlace): Promise<null> {
  if (place.tabId === undefined)
    throw new AppError('invalid-input', 'Only a page in a tab has such scripts.');
  try {
    await browser.scripting.executeScript({
      target: findTarget(place.tabId, place),
      files: [`/${script}.js`],
    });
  } catch (error) {
    throw new AppError(
      'not-allowed',
      'The browser does not let Bondlens work on this page. Look at its permissions in the popup, then reload this tab.',
      { cause: error },
    );
  }
  return null;
}

// A page that Chrome renders in advance shares its tab with the one that is shown: only its own id tells them apart.
function findTarget(tabId: number, { frameId, documentId }: SenderPlace): Browser.scripting.InjectionTarget {
  return documentId === undefined
    ? { tabId, frameIds: [frameId ?? 0] }
    : { tabId, documentIds: [documentId] };
}
