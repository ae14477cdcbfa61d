import { browser } from 'wxt/browser';
import { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import type { HeldFiles } from './backup-files.ts';

/** Makes object URLs of texts, for downloads. */
export interface FileUrls {
  withUrl<Result>(name: string, text: string, work: (url: string) => Promise<Result>): Promise<Result>;
  /** The page that was opened for a file tells where it holds it. */
  ready(file: string, url: string): void;
}

const patienceMs = 60_000;

/**
 * Firefox's background is a page and makes them itself. Chrome's is a worker, which cannot: an offscreen page fetches the
 * file from it, makes the URL and holds it (https://developer.chrome.com/docs/extensions/reference/api/offscreen).
 */
export function createFileUrls(files: HeldFiles, clock: Clock): FileUrls {
  const waiting = new Map<string, (url: string) => void>();
  const openPage = async (name: string, text: string): Promise<string> => {
    const { id, parts } = files.offer(name, text);
    const told = new Promise<string>((resolve) => waiting.set(id, resolve));
    await closePage();
    try {
      await browser.offscreen.createDocument({
        url: `backup-file.html?file=${id}&parts=${parts}`,
        reasons: ['BLOBS'],
        justification: 'Holds the backup file while the browser saves it.',
      });
      const ending = new AbortController();
      const tooLong = clock.sleep(patienceMs, ending.signal).then(() => {
        throw new AppError('internal', 'The page that holds the file did not open.');
      });
      tooLong.catch(() => undefined);
      return await Promise.race([told, tooLong]).finally(() => ending.abort());
    } finally {
      waiting.delete(id);
      files.drop(id);
    }
  };
  return {
    async withUrl(name, text, work) {
      if (typeof URL.createObjectURL === 'function') {
        const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
        return work(url).finally(() => URL.revokeObjectURL(url));
      }
      const url = await openPage(name, text);
      try {
        return await work(url);
      } finally {
        await closePage();
      }
    },
    ready: (file, url) => waiting.get(file)?.(url),
  };
}

/** There may be none, or one that an ended background left. */
async function closePage(): Promise<void> {
  await browser.offscreen.closeDocument().catch(() => undefined);
}
