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

/** Keeps a picture of a page under a name, or does nothing. */
export type TakePicture = (page: TestPage, name: string) => Promise<void>;

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
  await takePicture(options, 'options');

  const popup = await openPopup(browser);
  await popup.setViewport(380, 640);
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
  await takePicture(popup, 'popup');
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
  await takePicture(market, 'market');
  await openNote(market, row);
  await takePicture(market, 'note');
  return { market, sights: { marks, mirrored, openMs, mirrorMs, note } };
}
