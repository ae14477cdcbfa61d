import type { TestBrowser, TestPage } from '#test/browsers/test-browser.ts';
import { waitUntil } from '#test/browsers/wait-until.ts';
import { findOptions, linkAccount } from '#test/e2e/link-account.ts';
import { openMarket, readMarks, setFilter, type MarketMarks } from '#test/e2e/market-page.ts';
import { closeNote, openNote, writeNote } from '#test/e2e/note-panel.ts';
import { openPopup, readPopup } from '#test/e2e/popup-page.ts';
import type { Sandbox } from '#test/sandbox/server.ts';

/** What the walk saw. */
export interface Sights {
  marks: MarketMarks;
  /** Listings in the mirror. */
  mirrored: number;
  /** Milliseconds from the address to a settled page, loading it included. */
  openMs: number;
  /** Milliseconds from the sign-in to a complete mirror. */
  mirrorMs: number;
  note: string;
}

/** Keeps a picture of a page, or does nothing. The height is the least where the whole page is taken. */
export type TakePicture = (page: TestPage, picture: Picture) => Promise<void>;

export interface Picture {
  name: string;
  /** Of the viewport, in CSS pixels. */
  width: number;
  height: number;
  fullPage?: boolean;
}

export const demoFilter = 'discount < -10% and rating in [A, B, C]';
const note = 'Paid late twice, then caught up. Take more below -15 %.';

// A market of 100,000 listings is over 200 MB.
const mirrorPatience = 300_000;

/** Links the account, waits for the mirror, opens the market, sets a filter and writes a note: all by trusted clicks. */
export async function walk(
  browser: TestBrowser,
  sandbox: Sandbox,
  takePicture: TakePicture,
): Promise<{ sights: Sights; market: TestPage }> {
  const options = await findOptions(browser);
  await linkAccount(browser, options, sandbox.application);
  const linkedAt = performance.now();
  await takePicture(options, { name: 'options', width: 1280, height: 800, fullPage: true });

  const popup = await openPopup(browser);
  const offered = sandbox.world.listOpen().length;
  const mirrored = await waitUntil(
    'the mirror of the market',
    async () => {
      const { listings } = await readPopup(popup);
      return listings === offered ? listings : undefined;
    },
    mirrorPatience,
  );
  const mirrorMs = performance.now() - linkedAt;
  await takePicture(popup, { name: 'popup', width: 360, height: 540 });
  await popup.close();

  const openedAt = performance.now();
  const market = await openMarket(browser);
  const openMs = performance.now() - openedAt;
  await setFilter(market, demoFilter);
  const marks = await readMarks(market);

  const row = await market.waitFor(() => {
    const matching = document.querySelector<HTMLElement>('[data-bondlens-match="yes"]');
    return (matching ?? document.querySelector<HTMLElement>('[data-bondlens-row]'))?.dataset['bondlensRow'];
  });
  await writeNote(market, row, note);
  await closeNote(market);
  // Wide enough for all columns.
  const size = { width: 1900, height: 1000 };
  await takePicture(market, { name: 'market', ...size });
  await openNote(market, row);
  await takePicture(market, { name: 'note', ...size });
  await closeNote(market);
  return { market, sights: { marks, mirrored, openMs, mirrorMs, note } };
}
